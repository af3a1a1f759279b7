import type document from './locales/document/it.json';
import type follow from './locales/follow/it.json';
import type it from './locales/it.json';
import type observationForm from './locales/observation-form/it.json';
import type observationList from './locales/observation-list/it.json';
import type receipt from './locales/receipt/it.json';
import type votingWidget from './locales/voting-widget/it.json';

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

type Texts = typeof it.texts &
  typeof document.texts &
  typeof follow.texts &
  typeof observationForm.texts &
  typeof observationList.texts &
  typeof receipt.texts &
  typeof votingWidget.texts;

/** Every text there is. Plural forms of one text are one key. */
export type TextKey = WithoutCategory<keyof Texts>;

/** What goes into a text. `count` also chooses the plural form. */
export type TextParameters = Readonly<Record<string, string | number>> & { readonly count?: number };

/** Gives the words for a key in the reader's language. */
export type Translate = (key: TextKey, parameters?: TextParameters) => string;
