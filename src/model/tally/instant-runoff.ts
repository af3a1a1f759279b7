import type { ResultStep } from '../ballot-results.js';
import type { CountedVote, Ranking } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { ranked, reasonBetween, type Scored } from './ranked.js';
import { untied, type TieProtocol } from './ties.js';

/** An option in the race, with the votes that count for it now. */
interface Runner {
  readonly option: Option;
  /** Votes of the first round. */
  readonly firsts: number;
  pile: Paper[];
  score: number;
}

/** Votes that say the same, and how far down they have been read. */
interface Paper {
  readonly choice: Ranking;
  readonly count: number;
  at: number;
}

/**
 * In each round every vote counts for the best of its options that is still in. Who has more than half of the votes that still count wins;
 * else the one with the fewest goes. A vote that names none of those who are left counts no more (`exhausted`); one that names nobody at all
 * is blank. Where several have the fewest, the one goes that the protocol would put last: the dearest, then the one with the fewest votes of
 * the first round, then the last by lot.
 *
 * The steps say the votes of each in each round (`round`), who went and where those votes went (`eliminated`), and who has more than half
 * (`majority`). Figures say the votes of the first round, and as the score those of the last round in which an option was.
 */
export function instantRunoff(
  options: readonly Option[],
  votes: readonly CountedVote<Ranking>[],
  { ties }: { ties: TieProtocol },
): Outcome {
  const left = start(options, votes);
  const steps: ResultStep[] = [];
  /** Those who went, the last first. */
  const gone: Runner[] = [];
  let exhausted = 0;
  let winner: Runner | undefined;
  for (let round = 1; left.size > 0; round += 1) {
    const counts = [...left.values()].map(({ score }) => score);
    const all = counts.reduce((sum, each) => sum + each, 0);
    steps.push({ kind: 'round', numbers: { round, votes: all, exhausted }, figures: figuresOf(left.values()) });
    if (all === 0) break;
    const most = Math.max(...counts);
    if (most * 2 > all) {
      winner = [...left.values()].find(({ score }) => score === most);
      if (winner) steps.push({ kind: 'majority', option: winner.option.id, numbers: { round, votes: most, of: all } });
      break;
    }
    const fewest = Math.min(...counts);
    const lowest = untied(
      [...left.values()].filter(({ score }) => score === fewest).map(runner => ({ ...tied(runner), runner })),
      ties,
    ).order;
    const last = lowest.at(-1);
    if (!last) break;
    const by = reasonBetween(lowest.at(-2), last);
    if (by !== undefined) steps.push({ kind: 'tie', options: lowest.map(({ option }) => option.id), by: { value: by } });
    left.delete(last.option.id);
    gone.unshift(last.runner);
    const moved = transfer(last.runner.pile, left);
    exhausted += moved.exhausted;
    steps.push({
      kind: 'eliminated',
      option: last.option.id,
      numbers: { round, votes: fewest, exhausted: moved.exhausted },
      figures: Object.fromEntries(moved.to),
    });
  }
  // Without a vote nobody is before anybody but by the protocol.
  const { order: standing } = ranked([...left.values()].map(tied), ties);
  return {
    figures: [...standing, ...gone.map(tied)].map(({ option, votes: firsts, score }) => ({
      option: option.id,
      votes: firsts,
      score,
      elected: option === winner?.option,
    })),
    steps,
  };
}

function start(options: readonly Option[], votes: readonly CountedVote<Ranking>[]): Map<string, Runner> {
  const papers = new Map(options.map(({ id }): [string, Paper[]] => [id, []]));
  for (const { choice, count } of votes) {
    const at = choice.findIndex(id => papers.has(id));
    papers.get(choice[at] ?? '')?.push({ choice, count, at });
  }
  return new Map(
    options.map(option => {
      const pile = papers.get(option.id) ?? [];
      const firsts = pile.reduce((sum, { count }) => sum + count, 0);
      return [option.id, { option, firsts, pile, score: firsts }];
    }),
  );
}

const tied = ({ option, firsts, score }: Runner): Scored => ({ option, votes: firsts, score });

const figuresOf = (runners: Iterable<Runner>): Record<string, number> =>
  Object.fromEntries(Array.from(runners, ({ option, score }) => [option.id, score]));

/** Gives the votes of who went to the next that is still in. */
function transfer(
  pile: readonly Paper[],
  left: ReadonlyMap<string, Runner>,
): { to: ReadonlyMap<string, number>; exhausted: number } {
  const to = new Map<string, number>();
  let exhausted = 0;
  for (const paper of pile) {
    const { choice, count } = paper;
    do paper.at += 1;
    while (paper.at < choice.length && !left.has(choice[paper.at] ?? ''));
    const next = left.get(choice[paper.at] ?? '');
    if (next) {
      next.pile.push(paper);
      next.score += count;
      to.set(next.option.id, (to.get(next.option.id) ?? 0) + count);
    } else exhausted += count;
  }
  return { to, exhausted };
}
