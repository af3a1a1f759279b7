import type { ResultStep } from '../../../../src/model/ballot-results.js';
import type { Outcome } from '../../../../src/model/tally/outcome.js';

/** The options in the order of the rule: `b a c`. */
export const order = ({ figures }: Outcome): string => figures.map(({ option }) => option).join(' ');

/** The same with what the rule orders by: `b 4, a 3, c 0`. */
export const scores = ({ figures }: Outcome): string =>
  figures.map(({ option, score }) => `${option} ${String(score)}`).join(', ');

export const stepsOf = ({ steps }: Outcome, kind: string): ResultStep[] => steps.filter(step => step.kind === kind);
