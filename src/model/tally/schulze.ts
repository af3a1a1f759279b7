import type { CountedVote, Ranking } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { decisiveTies, ranked } from './ranked.js';
import type { TieProtocol } from './ties.js';

/**
 * Schulze's method on winning votes (M. Schulze, 'A new monotonic, clone-independent, reversal symmetric, and condorcet-consistent
 * single-winner election method', 2011): who is preferred to another by more votes than the other way has a link of that strength; a path
 * is as strong as its weakest link; one option comes before another when its strongest path there is stronger than the one back. An option
 * that is not ranked comes after all that are.
 */
export function schulze(
  options: readonly Option[],
  votes: readonly CountedVote<Ranking>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  const preferred = pairs(options, votes);
  const paths = strongestPaths(preferred);
  const at = (matrix: readonly Float64Array[], one: number, other: number): number => matrix[one]?.[other] ?? 0;
  const entries = options.map((option, one) => ({
    option,
    votes: votes.filter(({ choice }) => choice.includes(option.id)).reduce((sum, { count }) => sum + count, 0),
    // Whoever comes before another comes before all that the other comes before; so the number of those behind gives the order.
    score: options.filter((_, other) => at(paths, one, other) > at(paths, other, one)).length,
    place: one,
  }));
  const { order, ties: broken } = ranked(entries, ties);
  const hasVotes = votes.some(({ choice }) => choice.length > 0);
  const elected = new Set(hasVotes ? order.slice(0, seats).map(({ option }) => option.id) : []);
  const [winner, ...others] = order;
  return {
    figures: order.map(({ option, votes: named, score }) => ({
      option: option.id,
      votes: named,
      score,
      elected: elected.has(option.id),
    })),
    steps: [
      ...(winner && hasVotes
        ? others.map(({ option, place }) => ({
            kind: 'preferred',
            options: [winner.option.id, option.id],
            numbers: {
              votes: at(preferred, winner.place, place),
              against: at(preferred, place, winner.place),
              path: at(paths, winner.place, place),
              back: at(paths, place, winner.place),
            },
          }))
        : []),
      ...decisiveTies(broken, elected),
    ],
  };
}

/** How many votes put the one before the other. */
function pairs(options: readonly Option[], votes: readonly CountedVote<Ranking>[]): Float64Array[] {
  const places = new Map(options.map(({ id }, index) => [id, index]));
  const preferred = options.map(() => new Float64Array(options.length));
  for (const { choice, count } of votes) {
    const named = choice.flatMap(id => places.get(id) ?? []);
    const behind = new Set(places.values());
    for (const one of named) {
      behind.delete(one);
      const row = preferred[one];
      if (row) for (const other of behind) row[other] = (row[other] ?? 0) + count;
    }
  }
  return preferred;
}

function strongestPaths(preferred: readonly Float64Array[]): Float64Array[] {
  const paths = preferred.map((row, one) => row.map((votes, other) => (votes > (preferred[other]?.[one] ?? 0) ? votes : 0)));
  paths.forEach((through, middle) => {
    paths.forEach((row, one) => {
      if (one === middle) return;
      const to = row[middle] ?? 0;
      through.forEach((from, other) => {
        if (other === one) return;
        row[other] = Math.max(row[other] ?? 0, Math.min(to, from));
      });
    });
  });
  return paths;
}
