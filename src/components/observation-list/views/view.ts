import type { Words } from '../../../i18n/words.js';
import type { ObservationTerms } from '../../../model/observation-terms.js';

/** What every part of the widget needs to show itself. */
export interface View {
  readonly words: Words;
  readonly terms: ObservationTerms;
  /** Level of the widget's own heading. */
  readonly level: number;
}

/** Where observations and sections lead. */
export interface Links {
  href(part: string): string;
  follow(event: MouseEvent, part: string): void;
}

/** The observations that stand open in their places. */
export interface OpenItems {
  /** Changes whenever one of them does. */
  readonly revision: number;
  /** @param key - Where it stands and which one it is, as `keyOf` says. */
  has(key: string): boolean;
  render(key: string, view: View, level: number): unknown;
}

/** The same observation can stand among one's own and among all. */
export type Place = 'list' | 'own' | 'linked';

/** What tells one open observation from another; also the id of its element. */
export const keyOf = (place: Place, reference: string): string => `${place}-${reference}`;
