/** Signs that nobody sees and that can make a text read otherwise than it is stored: zero-width ones, and those that turn the direction. */
const unseen = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Control signs but for the end of a line. */
const controls = /(?!\n)\p{Cc}/gu;

/**
 * What a person wrote, as it is kept and shown: in one form (NFC), with one kind of line end, without signs that hide or turn anything
 * (Unicode Technical Report 36). Joiners stay, since Persian, many Indian scripts and emoji need them. Half a surrogate pair, which nothing
 * can keep, becomes U+FFFD.
 */
export function tidied(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unseen, '')
    .replace(controls, '')
    .normalize('NFC')
    .replace(/ +\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Whether there is anything to read in a text. Marks and joiners alone are nothing. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}\p{S}\p{P}]/u.test(tidied(text));

/** How long a text is as people count, in graphemes' nearest cheap measure: code points. */
export const lengthOf = (text: string): number => Array.from(tidied(text)).length;
