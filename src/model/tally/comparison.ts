import type { CountedVote } from './counted-vote.js';
import type { Weights } from './option-scores.js';

/** How many voters have more of the projects that they support in the one result, in the other, in both as many. */
export interface Comparison {
  readonly first: number;
  readonly second: number;
  readonly equal: number;
}

/**
 * Compares two results by what voters got: whose supported projects are more under the one than under the other. A voter who got nothing
 * under one of them counts like everybody else.
 */
export function comparison(
  votes: readonly CountedVote<Weights>[],
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): Comparison {
  const result = { first: 0, second: 0, equal: 0 };
  for (const { choice, count } of votes) {
    const inFirst = choice.filter(([id]) => first.has(id)).length;
    const inSecond = choice.filter(([id]) => second.has(id)).length;
    result[inFirst > inSecond ? 'first' : inFirst < inSecond ? 'second' : 'equal'] += count;
  }
  return result;
}
