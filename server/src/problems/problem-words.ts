import { speakers, type KeyOf } from '../words/words.js';
import ar from './problem-words.ar.json';
import en from './problem-words.en.json';
import it from './problem-words.it.json';

export const problemWords = speakers<KeyOf<typeof it>>([it, en, ar]);
