import type { ResultStep } from '../ballot-results.js';
import type { CountedVote, Ranking } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { tieForSeats } from './ranked.js';
import { linksAlong, pairsOf, strongestPaths, type Pairs } from './strongest-paths.js';
import { untied, type Tied, type TieProtocol } from './ties.js';

/** Tables of more options are told to nobody: nobody could read them, and they would weigh megabytes. */
const mostInTables = 40;

interface Candidate extends Tied {
  /** Its row in the tables. */
  readonly row: number;
}

/**
 * Schulze's method on winning votes (M. Schulze, 'A new monotonic, clone-independent, reversal symmetric, and condorcet-consistent
 * single-winner election method', 2011): who is preferred to another by more votes than the other way has a link of that strength; a path
 * is as strong as its weakest link; one option comes before another when its strongest path there is stronger than the one back. An option
 * that is not ranked comes after all that are. First comes who has nobody before it, then who has nobody before it among the others, and so
 * on; where there are several, the protocol decides.
 *
 * The steps say who wins against the others and how (`preferred`; `path` where it is not by a link of its own), and, unless there are too
 * many options, the tables of how many votes prefer each to each (`pairs`) and of the strongest paths (`paths`). The score of an option is
 * the number of those that it comes before.
 */
export function schulze(
  options: readonly Option[],
  votes: readonly CountedVote<Ranking>[],
  { seats, ties }: { seats: number; ties: TieProtocol },
): Outcome {
  const ids = options.map(({ id }) => id);
  const { pairs, named } = pairsOf(ids, votes);
  const paths = strongestPaths(pairs);
  const candidates = options.map((option, row) => ({ option, votes: named[row] ?? 0, row }));
  const { order, equal } = inOrder(candidates, paths, ties);
  const hasVotes = named.some(each => each > 0);
  const elected = new Set(order.slice(0, hasVotes ? seats : 0).map(({ option }) => option.id));
  return {
    figures: order.map(({ option, votes: count, row }) => ({
      option: option.id,
      votes: count,
      score: candidates.filter(other => isBefore(paths, row, other.row)).length,
      elected: elected.has(option.id),
    })),
    steps: [
      ...(hasVotes ? toldDuels(order, pairs, paths) : []),
      ...equal.flatMap(group => tieForSeats(group, elected)),
      ...(hasVotes && ids.length <= mostInTables ? [...toldTable('pairs', pairs, ids), ...toldTable('paths', paths, ids)] : []),
    ],
  };
}

const isBefore = (paths: Pairs, one: number, other: number): boolean => paths.from(one, other) > paths.from(other, one);

/** The order of all, and those of whom the protocol had to put one first. */
function inOrder(
  candidates: readonly Candidate[],
  paths: Pairs,
  ties: TieProtocol,
): { order: Candidate[]; equal: Candidate[][] } {
  const order: Candidate[] = [];
  const equal: Candidate[][] = [];
  const ahead = candidates.map(({ row }) => candidates.filter(other => isBefore(paths, other.row, row)).length);
  const left = new Set(candidates);
  while (left.size > 0) {
    const first = untied(
      [...left].filter(({ row }) => ahead[row] === 0),
      ties,
    ).order;
    const [next] = first;
    if (!next) break;
    const known = equal.at(-1);
    if (first.length > 1 && !first.every(each => known?.includes(each))) equal.push(first);
    order.push(next);
    left.delete(next);
    for (const { row } of left) if (isBefore(paths, next.row, row)) ahead[row] = (ahead[row] ?? 0) - 1;
  }
  return { order, equal };
}

/** How the first comes before each of the others. */
function toldDuels([first, ...others]: readonly Candidate[], pairs: Pairs, paths: Pairs): ResultStep[] {
  if (!first) return [];
  const name = new Map([first, ...others].map(({ option, row }) => [row, option.id]));
  return others.flatMap(({ option, row }) => {
    const path = paths.from(first.row, row);
    const links = linksAlong(pairs, [first.row, row], path);
    const numbers = {
      votes: pairs.from(first.row, row),
      against: pairs.from(row, first.row),
      path,
      back: paths.from(row, first.row),
    };
    return [
      { kind: 'preferred', options: [first.option.id, option.id], numbers },
      ...(links.length > 2
        ? [{ kind: 'path', options: links.flatMap(each => name.get(each) ?? []), numbers: { votes: path } }]
        : []),
    ];
  });
}

const toldTable = (kind: string, table: Pairs, ids: readonly string[]): ResultStep[] =>
  ids.map((option, one) => ({
    kind,
    option,
    figures: Object.fromEntries(ids.flatMap((id, other) => (one === other ? [] : [[id, table.from(one, other)]]))),
  }));
