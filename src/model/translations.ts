import type { Block, RichText } from './richtext.js';
import type { Text } from './text.js';

/** The same text in several languages, as a seed or a database holds it. Made by `translations()`. */
export class Translations<Content> {
  constructor(readonly byLanguage: Readonly<Record<string, Content>>) {}

  /** As JSON keeps it: `{ "translations": { "it": …, "en": … } }`. `withTranslations()` reads it back. */
  toJSON(): { translations: Readonly<Record<string, Content>> } {
    return { translations: this.byLanguage };
  }
}

/** Reads back what `JSON.stringify` made of a tree with translations in it. */
export function withTranslations(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withTranslations);
  if (json === null || typeof json !== 'object') return json;
  const entries = Object.entries(json);
  const [first] = entries;
  if (first?.[0] === 'translations' && entries.length === 1) return new Translations(first[1] as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, value]) => [key, withTranslations(value)]));
}

/** A seed's text in several languages: `translations({ it: 'Patto', en: 'Pact' })`. */
export function translations<Content extends string | Block[]>(
  byLanguage: Readonly<Record<string, Content>>,
): Translations<Content> {
  return new Translations(byLanguage);
}

/** A model type in which every text may be held in several languages. */
export type Translatable<Model> = Model extends Text
  ? Text | Translations<string>
  : Model extends { lang: string; blocks: unknown[] }
    ? RichText | Translations<Block[]>
    : Model extends readonly (infer Item)[]
      ? Translatable<Item>[]
      : Model extends object
        ? { [Key in keyof Model]: Translatable<Model[Key]> }
        : Model;

/**
 * Takes one language out of a seed, text by text: the one asked for, else a wider one (`it` for `it-simple`), else the city's own, else
 * whatever there is. So an answer can mix languages; each text says which one it is in.
 */
export function inLanguage(seed: unknown, locale: string, fallback: string): unknown {
  if (seed instanceof Translations) return pick(seed as Translations<unknown>, locale, fallback);
  if (Array.isArray(seed)) return seed.map(item => inLanguage(item, locale, fallback));
  if (seed === null || typeof seed !== 'object') return seed;
  return Object.fromEntries(Object.entries(seed).map(([key, value]) => [key, inLanguage(value, locale, fallback)]));
}

function pick({ byLanguage }: Translations<unknown>, locale: string, fallback: string): unknown {
  const wanted = [locale, locale.split('-')[0] ?? locale, fallback, ...Object.keys(byLanguage)];
  const lang = wanted.find(tag => tag in byLanguage);
  if (lang === undefined) throw new Error('translations() needs at least one language');
  const content = byLanguage[lang];
  return typeof content === 'string' ? { lang, text: content } : { lang, blocks: content };
}
