import { readableToken, type OpenEnum } from '../model/open-enum.js';
import type { Formats } from './format.js';
import { baseLanguage } from './language.js';
import type { TextKey, Translate } from './texts.js';

/** All that it takes to speak to one reader. */
export interface Words {
  readonly t: Translate;
  readonly formats: Formats;
  /** The locale of the words. */
  readonly locale: string;
}

/**
 * What to call a state or kind: the city's own label where it is in the reader's language, else our word for a known value, else the
 * label in whatever language it is, else the token itself.
 *
 * @param known - Our words for the values that we know.
 */
export function enumText(
  { t, locale }: Words,
  known: Readonly<Record<string, TextKey>>,
  { value, label }: OpenEnum<string>,
): { text: string; lang?: string } {
  const key = Object.hasOwn(known, value) ? known[value] : undefined;
  if (label && (!key || baseLanguage(label.lang) === baseLanguage(locale))) return label;
  // eslint-disable-next-line portico/static-text-keys -- the keys stand in the tables of those who call
  return { text: key ? t(key) : readableToken(value) };
}
