import type { Words } from '../../../i18n/words.js';

/** What every part of the widget needs to show itself. */
export interface View {
  readonly words: Words;
  /** Level of the widget's own heading. */
  readonly level: number;
}
