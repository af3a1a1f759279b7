import { diffWordsWithSpace } from 'diff';

/** A stretch of words that stayed, was added or was taken out. */
export interface WordChange {
  type: 'same' | 'added' | 'removed';
  text: string;
}

/** Two texts that differ by more words than this are not compared word by word: nobody could read it. One stands in place of the other. */
const mostEdits = 800;

/**
 * Word by word, how one text became another. Words are found by the rules of the language (Unicode Standard Annex 29),
 * which matters where they are not parted by blanks.
 *
 * @param locale - Language of both texts.
 */
export function wordChanges(before: string, after: string, locale: string): WordChange[] {
  // Somebody who types changes one place of a long text; the words before and after it need no looking at.
  const start = sameStart(before, after);
  const end = sameEnd(before.slice(start), after.slice(start));
  const [from, to] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const changed = diffWordsWithSpace(from, to, {
    intlSegmenter: new Intl.Segmenter(locale, { granularity: 'word' }),
    maxEditLength: mostEdits,
  }) ?? [
    { value: from, removed: true },
    { value: to, added: true },
  ];
  return readable([
    { type: 'same', text: before.slice(0, start) },
    ...changed.map(({ added, removed, value }): WordChange => ({
      type: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
    { type: 'same', text: before.slice(before.length - end) },
  ]);
}

/** How many letters both texts begin with, up to the end of a blank, so that no word is cut. */
function sameStart(before: string, after: string): number {
  if (before === after) return before.length;
  let length = 0;
  while (length < before.length && before[length] === after[length]) length += 1;
  while (length > 0 && !isBlank(before[length - 1])) length -= 1;
  return length;
}

/** How many letters both texts end with, from the beginning of a blank on. */
function sameEnd(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length += 1;
  while (length > 0 && !isBlank(before.at(-length))) length -= 1;
  return length;
}

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\n';

/**
 * Stretches of one kind that follow each other are one, what was taken out before what came in its place. A blank between words that were
 * all exchanged belongs to them: a new sentence is read as one, not word for word between the old ones.
 */
function readable(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  const exchanged = { removed: '', added: '' };
  const tell = (): void => {
    for (const type of ['removed', 'added'] as const) {
      if (exchanged[type]) result.push({ type, text: exchanged[type] });
      exchanged[type] = '';
    }
  };
  changes.forEach(({ type, text }, index) => {
    if (type !== 'same') exchanged[type] += text;
    else if (exchanged.removed && exchanged.added && text === ' ' && changes[index + 1]?.type !== 'same') {
      exchanged.removed += text;
      exchanged.added += text;
    } else if (text) {
      tell();
      const last = result.at(-1);
      if (last?.type === 'same') last.text += text;
      else result.push({ type, text });
    }
  });
  tell();
  return result;
}
