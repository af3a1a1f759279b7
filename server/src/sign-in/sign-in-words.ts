import { speakers, type KeyOf } from '../words/words.js';
import ar from './sign-in-words.ar.json';
import en from './sign-in-words.en.json';
import it from './sign-in-words.it.json';

export const signInWords = speakers<KeyOf<typeof it>>([it, en, ar]);
