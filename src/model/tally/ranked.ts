import type { ResultStep } from '../ballot-results.js';
import type { Outcome } from './outcome.js';
import { untied, type BrokenTie, type Tied, type TieProtocol } from './ties.js';

/** An option with what a rule orders by, a whole number. */
export interface Scored extends Tied {
  readonly score: number;
}

/** Options in order, the highest score first, and the ties that the protocol broke. */
export interface Ranked<Each extends Scored> {
  readonly order: readonly Each[];
  readonly ties: readonly BrokenTie[];
}

/** Orders by score; those that are equal by the protocol of the ballot. */
export function ranked<Each extends Scored>(entries: readonly Each[], protocol: TieProtocol): Ranked<Each> {
  const byScore = new Map<number, Each[]>();
  for (const entry of entries) byScore.set(entry.score, [...(byScore.get(entry.score) ?? []), entry]);
  const order: Each[] = [];
  const ties: BrokenTie[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    const { order: group, by } = untied(byScore.get(score) ?? [], protocol);
    order.push(...group);
    if (by !== undefined) ties.push({ options: group.map(({ option }) => option.id), by });
  }
  return { order, ties };
}

/** Ties whose options did not all fare alike: only they decided something. */
export function decisiveTies(ties: readonly BrokenTie[], elected: ReadonlySet<string>): ResultStep[] {
  return ties
    .filter(({ options }) => options.some(id => elected.has(id)) && options.some(id => !elected.has(id)))
    .map(({ options, by }) => ({ kind: 'tie', options: [...options], by: { value: by } }));
}

/** The first of an order win, as many as there are seats; what has no score wins nothing. */
export function firstOf({ order, ties }: Ranked<Scored>, seats: number): Outcome {
  const winners = order.slice(0, seats).filter(({ score }) => score > 0);
  const elected = new Set(winners.map(({ option }) => option.id));
  return {
    figures: order.map(({ option, votes, score }) => ({ option: option.id, votes, score, elected: elected.has(option.id) })),
    steps: [
      ...decisiveTies(ties, elected),
      ...winners.map(({ option, votes, score }) => ({ kind: 'most', option: option.id, numbers: { votes, score } })),
    ],
  };
}
