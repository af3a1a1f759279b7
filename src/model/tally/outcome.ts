import type { OptionFigure, ResultStep } from '../ballot-results.js';

/** What a counting rule finds, and how it got there. */
export interface Outcome {
  /** All options, in the order that the rule puts them in. */
  readonly figures: readonly OptionFigure[];
  /** In plain steps, so that they can be told in plain words. */
  readonly steps: readonly ResultStep[];
  /** Money in the smallest unit, where options cost something. */
  readonly spent?: number;
  readonly left?: number;
}

/** Ids of those that won, in the order of the rule. */
export const electedIn = ({ figures }: Pick<Outcome, 'figures'>): string[] =>
  figures.filter(({ elected }) => elected).map(({ option }) => option);
