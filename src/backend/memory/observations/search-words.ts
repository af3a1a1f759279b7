import { isReadable, type KeptObservation } from './kept-observation.js';

/** A text as it is compared: small letters, without accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, folded. */
export const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is looked through, by observation. It is made once for each, and anew when it was edited. */
const looked = new WeakMap<KeptObservation['seed'], { title: ReadonlySet<string>; all: ReadonlySet<string> }>();

function wordsOf({ seed }: KeptObservation): { title: ReadonlySet<string>; all: ReadonlySet<string> } {
  let words = looked.get(seed);
  if (!words) {
    const title = new Set(wordsIn(seed.title?.text ?? ''));
    words = { title, all: new Set([...title, ...wordsIn(`${seed.text.text} ${seed.wording?.after ?? ''}`)]) };
    looked.set(seed, words);
  }
  return words;
}

const startsIn = (words: ReadonlySet<string>, start: string): boolean =>
  words.has(start) || [...words].some(word => word.startsWith(start));

/**
 * How well an observation fits what somebody searches for: 0 when one of the words is missing. A word fits by its beginning, and in the
 * title it counts more.
 */
export function fit(kept: KeptObservation, text: string): number {
  const reference = text.trim().toUpperCase();
  if (kept.seed.reference === reference) return Infinity;
  const wanted = wordsIn(text);
  if (!isReadable(kept) || wanted.length === 0) return 0;
  const { title, all } = wordsOf(kept);
  if (!wanted.every(word => startsIn(all, word))) return 0;
  return wanted.reduce((sum, word) => sum + (startsIn(title, word) ? 3 : 1), 0);
}

/** Shorter words say little of what a text is about. */
const telling = (word: string): boolean => word.length > 3;

/** Which share of the words of a text an observation also has, from 0 to 1. */
export function likeness(kept: KeptObservation, words: readonly string[]): number {
  const asked = [...new Set(words.filter(telling))];
  if (!isReadable(kept) || asked.length < 2) return 0;
  const { all } = wordsOf(kept);
  const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 1));
  return asked.filter(word => startsIn(all, stem(word))).length / asked.length;
}
