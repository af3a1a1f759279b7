import ar from '../../../src/i18n/locales/ar.json';
import enSimple from '../../../src/i18n/locales/en-simple.json';
import en from '../../../src/i18n/locales/en.json';
import itSimple from '../../../src/i18n/locales/it-simple.json';
import it from '../../../src/i18n/locales/it.json';
import { Formats } from '../../../src/i18n/format.js';
import { matchingLocale } from '../../../src/i18n/matching-locale.js';
import type { LocaleFile } from '../../../src/i18n/texts.js';
import { translator } from '../../../src/i18n/translate.js';
import type { Words } from '../../../src/i18n/words.js';

const chains: Readonly<Record<string, readonly LocaleFile[]>> = {
  it: [it],
  en: [en, it],
  ar: [ar, it],
  'it-simple': [itSimple, it],
  'en-simple': [enSimple, en],
};

const locales = Object.keys(chains);

/**
 * The widgets' own words and formats, so that a page says what the widget in it will say.
 *
 * @param tags - Languages that would do, the best first.
 */
export function widgetWords(...tags: string[]): Words {
  const locale = tags.map(tag => matchingLocale(tag, locales)).find(name => name !== undefined) ?? 'it';
  return { t: translator(chains[locale] ?? [it]), formats: new Formats(locale), locale };
}
