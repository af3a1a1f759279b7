import { speakers, type KeyOf, type Speaker } from '../../words/words.js';
import ar from './paper-words.ar.json';
import en from './paper-words.en.json';
import it from './paper-words.it.json';

type PaperKey = KeyOf<typeof it>;

export type PaperSpeaker = Speaker<PaperKey>;

/** What the form on paper says besides the words of the widget. */
export const paperWords = speakers<PaperKey>([it, en, ar]);
