import { matchingLocale } from './matching-locale.js';
import type { LocaleFile } from './texts.js';

/** Where each locale's texts are; one chunk each, loaded when somebody reads in it. */
const loaders = {
  it: () => import('./locales/it.json'),
  en: () => import('./locales/en.json'),
  ar: () => import('./locales/ar.json'),
  'it-simple': () => import('./locales/it-simple.json'),
  'en-simple': () => import('./locales/en-simple.json'),
};

/** A locale that the library has words for. `simple` is the BCP 47 variant for easy reading. */
export type Locale = keyof typeof loaders;

export const locales = Object.keys(loaders) as readonly Locale[];

/** The library's locale for a language tag: `it-CH` reads `it`, `en-GB-simple` reads `en-simple`. */
export const supportedLocale = (tag: string): Locale | undefined => matchingLocale(tag, locales);

const loading = new Map<Locale, Promise<LocaleFile>>();

function load(locale: Locale): Promise<LocaleFile> {
  let file = loading.get(locale);
  if (!file) {
    file = loaders[locale]().then(module => module.default);
    // A lost connection must not be remembered as a locale that does not exist.
    file.catch(() => loading.delete(locale));
    loading.set(locale, file);
  }
  return file;
}

/** The texts of a locale and of the one that it falls back to. They are asked for together. */
export function loadTexts(locale: Locale): Promise<LocaleFile[]> {
  const base = supportedLocale(locale.replace('-simple', ''));
  return Promise.all((base && base !== locale ? [locale, base] : [locale]).map(load));
}
