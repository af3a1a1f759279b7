import { speakers, type KeyOf, type Speaker } from '../words/words.js';
import ar from './response-words.ar.json';
import en from './response-words.en.json';
import it from './response-words.it.json';

/** What is said of a file of responses, to the officials who wrote it. */
export const responseWords = speakers<KeyOf<typeof it>>([it, en, ar]);

export type ResponseSpeaker = Speaker<KeyOf<typeof it>>;
