import type { Words } from '../../../i18n/words.js';
import type { PlanDocument } from '../../../model/document.js';
import type { TextQuote } from '../../../model/text-quote.js';

/** What every part of the widget needs to show itself. */
export interface View {
  readonly words: Words;
  readonly document: PlanDocument;
  /** Level of the widget's own heading. */
  readonly level: number;
}

/** Where passages lead. */
export interface Links {
  href(passage: string): string;
  follow(event: MouseEvent, passage: string): void;
  /** Whether the address of a passage can be copied on this page. */
  readonly possible: boolean;
}

/** What can be done with observations. */
export interface Observing {
  /** The person wants to make one; nothing where none can be made. */
  readonly observe: ((passage: string, quote?: TextQuote) => void) | undefined;
  /** Where those on a passage can be read, if that is known. */
  listAddress(passage: string): string | undefined;
  /** Whether a list of them stands on this page. */
  readonly listIsHere: boolean;
  /** The person wants to see those on a passage. Returns whether the page shows them. */
  show(passage: string): boolean;
  /** Where it can be read what became of one. */
  followAddress(reference: string): string | undefined;
}
