import type { Words } from '../../../i18n/words.js';
import type { PlanDocument } from '../../../model/document.js';

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
