import { baseLanguage } from '../../../src/i18n/language.js';
import { translator } from '../../../src/i18n/translate.js';
import type { LocaleFile } from '../../../src/i18n/texts.js';

/** Gives the words for a key, and says in which language they are. */
export interface Speaker<Key extends string> {
  (key: Key, parameters?: Readonly<Record<string, string | number>>): string;
  readonly locale: string;
}

type WithoutCategory<Key extends string> = Key extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : Key;

/** The keys of a file of words. Plural forms of one text are one key. */
export type KeyOf<File extends { texts: object }> = WithoutCategory<keyof File['texts'] & string>;

/**
 * The words of one concern in the reader's language. Each concern has files of its own beside its code, in the form of the widgets' texts.
 *
 * @param files - One for each language, the one to fall back to first.
 */
export function speakers<Key extends string>(files: readonly [LocaleFile, ...LocaleFile[]]): (tag: string) => Speaker<Key> {
  const made = files.map(file => {
    const t = translator([file, files[0]]) as (key: string, parameters?: Readonly<Record<string, string | number>>) => string;
    return Object.assign((key: Key, parameters?: Readonly<Record<string, string | number>>) => t(key, parameters), {
      locale: file.locale,
    });
  });
  const [fallback] = made as [Speaker<Key>];
  return tag => made.find(({ locale }) => locale === baseLanguage(tag)) ?? fallback;
}
