import * as v from 'valibot';
import { languageTagSchema } from '../../../src/model/text.js';

/** Control characters, and halves of letters: databases refuse the first, and the second are broken. */
const unfit = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u; // eslint-disable-line no-control-regex -- those are what is sought

/** Whether it is a language tag such as `it`, `en` or `ar`. */
export const isLanguage = (tag: string): boolean => v.is(languageTagSchema, tag);

/** Why a text cannot be published; nothing when it can. */
export function textProblem(text: string): string | undefined {
  if (text.trim() === '') return 'must not be empty';
  return unfit.test(text) ? 'has signs in it that nobody can see or print' : undefined;
}
