import { createInstance } from 'i18next';
import type { LocaleFile, Translate } from './texts.js';

/**
 * The same as `translator()` on a private i18next instance, with all that i18next can do in a text: formats, nesting, context.
 *
 * @param files - The reader's locale first, then the ones it falls back to.
 */
export async function i18nextTranslator(files: readonly LocaleFile[]): Promise<Translate> {
  const instance = createInstance();
  const [first, ...others] = files.map(file => file.locale);
  const t = await instance.init({
    lng: first ?? 'it',
    fallbackLng: others,
    resources: Object.fromEntries(files.map(file => [file.locale, { portico: file.texts }])),
    ns: ['portico'],
    defaultNS: 'portico',
    keySeparator: false,
    nsSeparator: false,
    // Templates escape what they show; a second time would show the escapes.
    interpolation: { escapeValue: false },
  });
  return (key, parameters = {}) => t(key, { ...parameters });
}
