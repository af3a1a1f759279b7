import type { Words } from '../../../src/i18n/words.js';
import type { Html } from './html.js';

/** What an embed page is asked for. */
export interface EmbedWish {
  id: string;
  /** The language that was asked for. */
  lang: string;
  words: Words;
  /** Level of the title as a heading. */
  level: number;
  /** What else stands in the address, as far as the widget takes it. */
  attributes: Readonly<Record<string, string>>;
  /** What else stands there for a page without scripts. */
  query: Readonly<Record<string, string>>;
  asOf: string;
  /** The address of the same page with other attributes. */
  hrefOf: (changed: Readonly<Record<string, string>>) => string;
}

/** What an embed page says without any script. */
export interface EmbedText {
  title: string;
  text: Html;
  /** The address of the data that the widget will ask for first, letter by letter. */
  data: string;
}

export const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
