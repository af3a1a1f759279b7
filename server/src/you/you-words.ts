import { speakers, type KeyOf } from '../words/words.js';
import ar from './you-words.ar.json';
import en from './you-words.en.json';
import it from './you-words.it.json';

/** The words of a person’s own page. */
export const youWords = speakers<KeyOf<typeof it>>([it, en, ar]);

export type YouKey = KeyOf<typeof it>;
