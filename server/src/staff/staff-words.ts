import { speakers, type KeyOf, type Speaker } from '../words/words.js';
import ar from './staff-words.ar.json';
import en from './staff-words.en.json';
import it from './staff-words.it.json';

/** The words of the pages for officials. */
export const staffWords = speakers<KeyOf<typeof it>>([it, en, ar]);

export type StaffKey = KeyOf<typeof it>;
export type StaffSpeaker = Speaker<StaffKey>;
