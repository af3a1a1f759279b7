import { diffWordsWithSpace } from 'diff';

/** A stretch of words that stayed, was added or was taken out. */
export interface WordChange {
  type: 'same' | 'added' | 'removed';
  text: string;
}

/**
 * Word by word, how one text became another. Words are found by the rules of the language (Unicode Standard Annex 29),
 * which matters where they are not parted by blanks.
 *
 * @param locale - Language of both texts.
 */
export function wordChanges(before: string, after: string, locale: string): WordChange[] {
  return diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter(locale, { granularity: 'word' }) }).map(
    ({ added, removed, value }) => ({ type: added ? 'added' : removed ? 'removed' : 'same', text: value }),
  );
}
