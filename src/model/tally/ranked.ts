import type { ResultStep } from '../ballot-results.js';
import type { Outcome } from './outcome.js';
import { untied, type BrokenTie, type Tied, type TieProtocol } from './ties.js';

/** An option with what a rule orders by, a whole number. */
export interface Scored extends Tied {
  readonly score: number;
}

/** Options in order, the best first, and the ties that the protocol broke. */
export interface Ranked<Each extends Tied> {
  readonly order: readonly Each[];
  readonly ties: readonly BrokenTie[];
}

/** Orders by score, the highest first; those that are equal by the protocol of the ballot. */
export function ranked<Each extends Scored>(entries: readonly Each[], protocol: TieProtocol): Ranked<Each> {
  return rankedBy(entries, (one, other) => one.score - other.score, protocol);
}

/**
 * Orders by a comparison, the best first; those that are equal by the protocol of the ballot.
 *
 * @param compare - Above zero when the first is the better, zero when they are equal.
 */
export function rankedBy<Each extends Tied>(
  entries: readonly Each[],
  compare: (one: Each, other: Each) => number,
  protocol: TieProtocol,
): Ranked<Each> {
  const groups: Each[][] = [];
  for (const entry of [...entries].sort((one, other) => compare(other, one))) {
    const last = groups.at(-1);
    if (last?.[0] && compare(last[0], entry) === 0) last.push(entry);
    else groups.push([entry]);
  }
  const ties: BrokenTie[] = [];
  const order = groups.flatMap(group => {
    const { order: inOrder, by } = untied(group, protocol);
    if (by !== undefined) ties.push({ options: inOrder.map(({ option }) => option.id), by });
    return inOrder;
  });
  return { order, ties };
}

/** Ties whose options did not all fare alike: only they decided something. */
export function decisiveTies(ties: readonly BrokenTie[], elected: ReadonlySet<string>): ResultStep[] {
  return ties
    .filter(({ options }) => options.some(id => elected.has(id)) && options.some(id => !elected.has(id)))
    .map(({ options, by }) => ({ kind: 'tie', options: [...options], by: { value: by } }));
}

/**
 * The tie between options of which the first have a seat and the others have none, with what put the last who has one before the next: it
 * is not always what put the first before the second.
 *
 * @param equal - In the order of the protocol.
 */
export function tieForSeats(equal: readonly Tied[], elected: ReadonlySet<string>): ResultStep[] {
  const line = equal.findIndex(({ option }) => !elected.has(option.id));
  const by = reasonBetween(equal[line - 1], equal[line]);
  return by === undefined ? [] : [{ kind: 'tie', options: equal.map(({ option }) => option.id), by: { value: by } }];
}

/** What put one of two that are equal before the other. Nothing where there is only one. */
export function reasonBetween(one: Tied | undefined, other: Tied | undefined): BrokenTie['by'] | undefined {
  return one && other && untied([one, other], { lot: [one.option.id, other.option.id] }).by;
}

/** The first of an order win, as many as there are seats; what has no score wins nothing. */
export function firstOf({ order }: Pick<Ranked<Scored>, 'order'>, seats: number): Outcome {
  const winners = order.slice(0, seats).filter(({ score }) => score > 0);
  const elected = new Set(winners.map(({ option }) => option.id));
  const last = winners.at(-1);
  return {
    figures: order.map(({ option, votes, score }) => ({ option: option.id, votes, score, elected: elected.has(option.id) })),
    steps: [
      ...tieForSeats(
        order.filter(({ score }) => score === last?.score),
        elected,
      ),
      ...winners.map(({ option, votes, score }) => ({ kind: 'most', option: option.id, numbers: { votes, score } })),
    ],
  };
}
