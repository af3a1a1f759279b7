import { speakers, type KeyOf } from '../words/words.js';
import ar from './notice-words.ar.json';
import en from './notice-words.en.json';
import it from './notice-words.it.json';

/** The words of the pages about letters. */
export const noticeWords = speakers<KeyOf<typeof it>>([it, en, ar]);
