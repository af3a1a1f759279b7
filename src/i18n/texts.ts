import type it from './locales/it.json';

/** One locale file: flat keys with i18next's JSON v4 plurals and `{{parameters}}`. */
export interface LocaleFile {
  readonly locale: string;
  /** Whether a native speaker (for a simplified one: people who need it) has read it. */
  readonly reviewed: boolean;
  /** What review is still missing. */
  readonly note?: string;
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

type WithoutCategory<Key extends string> = Key extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : Key;

/** Every text there is. Plural forms of one text are one key. */
export type TextKey = WithoutCategory<keyof typeof it.texts>;

/** What goes into a text. `count` also chooses the plural form. */
export type TextParameters = Readonly<Record<string, string | number>> & { readonly count?: number };

/** Gives the words for a key in the reader's language. */
export type Translate = (key: TextKey, parameters?: TextParameters) => string;
