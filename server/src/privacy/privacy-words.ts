import { speakers, type KeyOf } from '../words/words.js';
import ar from './privacy-words.ar.json';
import en from './privacy-words.en.json';
import it from './privacy-words.it.json';

/** The words of what is told about one’s own data. */
export const privacyWords = speakers<KeyOf<typeof it>>([it, en, ar]);
