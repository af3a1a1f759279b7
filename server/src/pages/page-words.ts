import { speakers, type KeyOf, type Speaker } from '../words/words.js';
import { ourLanguage } from './page-locale.js';
import ar from './page-words.ar.json';
import en from './page-words.en.json';
import it from './page-words.it.json';

type PageKey = KeyOf<typeof it>;

export type PageSpeaker = Speaker<PageKey>;

/** What the server's own pages say around the texts of the city. */
export const pageWords = speakers<PageKey>([it, en, ar]);

/** Our words beside texts of the city, which may be in a language that we do not speak: then they are in the city's own. */
export const wordsBeside = (lang: string, fallback: string): PageSpeaker => pageWords(ourLanguage(lang, fallback));
