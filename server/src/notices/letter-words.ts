import { speakers, type KeyOf } from '../words/words.js';
import ar from './letter-words.ar.json';
import en from './letter-words.en.json';
import it from './letter-words.it.json';

/** The words of letters. */
export const letterWords = speakers<KeyOf<typeof it>>([it, en, ar]);

export type LetterKey = KeyOf<typeof it>;
