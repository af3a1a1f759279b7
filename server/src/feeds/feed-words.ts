import { speakers, type KeyOf } from '../words/words.js';
import ar from './feed-words.ar.json';
import en from './feed-words.en.json';
import it from './feed-words.it.json';

/** The words of feeds and calendars. */
export const feedWords = speakers<KeyOf<typeof it>>([it, en, ar]);
