import type { CountedVote, Ranking } from './counted-vote.js';

/** A number of votes for each option against each other one, by their rows. */
export class Pairs {
  readonly size: number;
  private readonly _votes: Float64Array;

  constructor(size: number) {
    this.size = size;
    this._votes = new Float64Array(size * size);
  }

  from(one: number, other: number): number {
    return this._votes[one * this.size + other] ?? 0;
  }

  set(one: number, other: number, votes: number): void {
    this._votes[one * this.size + other] = votes;
  }

  add(one: number, other: number, votes: number): void {
    this.set(one, other, this.from(one, other) + votes);
  }
}

/** How many votes put each option before each other one, and how many name it. Whoever is named is before all that are not. */
export function pairsOf(ids: readonly string[], votes: readonly CountedVote<Ranking>[]): { pairs: Pairs; named: number[] } {
  const rows = new Map(ids.map((id, row) => [id, row]));
  const named = ids.map(() => 0);
  const before = new Pairs(ids.length);
  for (const { choice, count } of votes) {
    const ranked = choice.flatMap(id => rows.get(id) ?? []);
    ranked.forEach((one, place) => {
      named[one] = (named[one] ?? 0) + count;
      for (let at = place + 1; at < ranked.length; at += 1) before.add(one, ranked[at] ?? 0, count);
    });
  }
  const pairs = new Pairs(ids.length);
  // All that name the one put it before the other, but for those that name the other before it: so long lists are not walked for each vote.
  named.forEach((all, one) => {
    ids.forEach((_, other) => {
      if (one !== other) pairs.set(one, other, all - before.from(other, one));
    });
  });
  return { pairs, named };
}

/** Whether more votes put the one before the other than the other way. */
const isLink = (pairs: Pairs, one: number, other: number): boolean => pairs.from(one, other) > pairs.from(other, one);

/** How strong the strongest path is from each option to each other one; 0 where there is none. */
export function strongestPaths(pairs: Pairs): Pairs {
  const { size } = pairs;
  const rows = Array.from({ length: size }, (_, row) => row);
  const paths = new Pairs(size);
  for (const one of rows) for (const other of rows) if (isLink(pairs, one, other)) paths.set(one, other, pairs.from(one, other));
  for (const middle of rows) {
    for (const one of rows) {
      const to = paths.from(one, middle);
      if (one === middle || to === 0) continue;
      for (const other of rows) {
        const through = Math.min(to, paths.from(middle, other));
        if (other !== one && through > paths.from(one, other)) paths.set(one, other, through);
      }
    }
  }
  return paths;
}

/**
 * The shortest path between two options whose links are all strong enough, with both ends; empty where there is none.
 *
 * @param strength - Votes, above zero.
 */
export function linksAlong(pairs: Pairs, [from, to]: readonly [number, number], strength: number): number[] {
  const cameFrom = new Map<number, number>([[from, from]]);
  const reached = [from];
  for (const one of reached) {
    if (cameFrom.has(to)) break;
    for (let other = 0; other < pairs.size; other += 1) {
      if (cameFrom.has(other) || !isLink(pairs, one, other) || pairs.from(one, other) < strength) continue;
      cameFrom.set(other, one);
      reached.push(other);
    }
  }
  const path: number[] = [];
  for (let at = cameFrom.has(to) ? to : from; at !== from; at = cameFrom.get(at) ?? from) path.unshift(at);
  return path.length === 0 ? [] : [from, ...path];
}
