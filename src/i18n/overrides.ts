import { loadTexts, type Locale, type OwnTexts } from './locales.js';
import type { LocaleFile, TextKey, Translate } from './texts.js';
import { translator } from './translate.js';

/** Other words for some keys. Everything that i18next's JSON v4 knows may stand in them. */
export type TextOverrides = Readonly<Partial<Record<TextKey | (string & {}), string>>>;

const overrides = new Map<Locale, Record<string, string>>();
const listeners = new Set<() => void>();

/**
 * Lets a page put its own words in place of the library's: "petition" where a city says so, another tone, a term of the local law.
 * Call it before or after the widgets are there; calling it again adds to what was said before.
 *
 * @param texts - By key, as in the locale files; plural forms with their suffix (`_one`, `_other`).
 */
export function overrideTexts(locale: Locale, texts: TextOverrides): void {
  overrides.set(locale, { ...overrides.get(locale), ...(texts as Record<string, string>) });
  for (const listener of listeners) listener();
}

/** Calls back when a page changed words. Returns a function that ends it. */
export function onOverride(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Nesting (`$t(key)`) and formats (`{{price, currency}}`), which only i18next itself understands. */
const needsI18next = /\$t\(|\{\{[^}]*,/;

/**
 * `t()` for a locale. i18next itself is loaded only for a page whose own texts need all of it; the library's need a small part.
 *
 * @param own - Texts that only the widget says which asks.
 * @throws When the connection is lost before the texts are there.
 */
export async function translateIn(locale: Locale, own?: OwnTexts): Promise<Translate> {
  const files = (await loadTexts(locale, own)).map((file): LocaleFile => ({
    ...file,
    texts: { ...file.texts, ...overrides.get(file.locale as Locale) },
  }));
  const given = files.flatMap(file => Object.values(overrides.get(file.locale as Locale) ?? {}));
  if (!given.some(text => needsI18next.test(text))) return translator(files);
  const { i18nextTranslator } = await import('./i18next.js');
  return i18nextTranslator(files);
}
