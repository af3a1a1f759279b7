import { matchingLocale } from './matching-locale.js';
import type { LocaleFile } from './texts.js';

/**
 * Where the texts of each locale are that more than one widget says, and those of the pact viewer, which most pages show and which has to do
 * with one file of words; one chunk each, loaded when somebody reads in it.
 */
const common = {
  it: () => import('./locales/it.json'),
  en: () => import('./locales/en.json'),
  ar: () => import('./locales/ar.json'),
  'it-simple': () => import('./locales/it-simple.json'),
  'en-simple': () => import('./locales/en-simple.json'),
};

/** A locale that the library has words for. `simple` is the BCP 47 variant for easy reading. */
export type Locale = keyof typeof common;

export const locales = Object.keys(common) as readonly Locale[];

/** The library's locale for a language tag: `it-CH` reads `it`, `en-GB-simple` reads `en-simple`. */
export const supportedLocale = (tag: string): Locale | undefined => matchingLocale(tag, locales);

type Load = () => Promise<{ default: LocaleFile }>;

/** Texts of one widget, locale by locale, so that nobody loads what another one says. */
export type OwnTexts = Readonly<Record<Locale, Load>>;

const loading = new Map<Load, Promise<LocaleFile>>();

function load(from: Load): Promise<LocaleFile> {
  let file = loading.get(from);
  if (!file) {
    file = from().then(module => module.default);
    // A lost connection must not be remembered as a locale that does not exist.
    file.catch(() => loading.delete(from));
    loading.set(from, file);
  }
  return file;
}

/**
 * The texts of a locale and of the one that it falls back to. They are asked for together.
 *
 * @param own - Those that only this widget says.
 */
export function loadTexts(locale: Locale, own?: OwnTexts): Promise<LocaleFile[]> {
  const base = supportedLocale(locale.replace('-simple', ''));
  const chain = base && base !== locale ? [locale, base] : [locale];
  return Promise.all(
    chain.map(async each => {
      const [shared, its] = await Promise.all([load(common[each]), own && load(own[each])]);
      return { ...shared, texts: { ...shared.texts, ...its?.texts } };
    }),
  );
}
