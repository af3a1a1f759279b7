import type { Words } from '../../../i18n/words.js';
import type { Pact } from '../../../model/pact.js';

/** What every part of the viewer needs to show itself. */
export interface View {
  readonly words: Words;
  readonly pact: Pact;
  /** Level of the viewer's own heading. */
  readonly level: number;
}
