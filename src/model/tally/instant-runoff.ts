import type { ResultStep } from '../ballot-results.js';
import type { CountedVote, Ranking } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { untied, type TieProtocol } from './ties.js';

/**
 * In each round every vote counts for the best of its options that is still in. Who has more than half of the votes that still count wins;
 * else the one with the fewest goes. A vote that names none of those who are left counts no more. Where several have the fewest, the one
 * goes that the protocol would put last; votes are those of the first round there.
 */
export function instantRunoff(
  options: readonly Option[],
  votes: readonly CountedVote<Ranking>[],
  { ties }: { ties: TieProtocol },
): Outcome {
  const firsts = tally(new Set(options.map(({ id }) => id)), votes).counts;
  const steps: ResultStep[] = [];
  /** Those who went, the last first. */
  const gone: { id: string; score: number }[] = [];
  let left = [...options];
  let winner: { id: string; score: number } | undefined;
  for (let round = 1; left.length > 0 && !winner; round += 1) {
    const { counts, exhausted } = tally(new Set(left.map(({ id }) => id)), votes);
    const all = [...counts.values()].reduce((sum, each) => sum + each, 0);
    steps.push({ kind: 'round', numbers: { round, votes: all, exhausted }, figures: Object.fromEntries(counts) });
    if (all === 0) break;
    const most = Math.max(...counts.values());
    const [first] = left.filter(({ id }) => counts.get(id) === most);
    if (first && (most * 2 > all || left.length === 1)) {
      winner = { id: first.id, score: most };
      steps.push({ kind: 'majority', option: first.id, numbers: { round, votes: most, of: all } });
      break;
    }
    const fewest = Math.min(...counts.values());
    const lowest = left
      .filter(({ id }) => counts.get(id) === fewest)
      .map(option => ({ option, votes: firsts.get(option.id) ?? 0 }));
    const { order, by } = untied(lowest, ties);
    if (by !== undefined) steps.push({ kind: 'tie', options: order.map(({ option }) => option.id), by: { value: by } });
    const out = order.at(-1)?.option;
    steps.push({ kind: 'eliminated', option: out?.id ?? '', numbers: { round, votes: fewest } });
    gone.unshift({ id: out?.id ?? '', score: fewest });
    left = left.filter(option => option !== out);
  }
  const rest = left.filter(({ id }) => id !== winner?.id).map(({ id }) => ({ id, score: 0 }));
  const last = tally(new Set(left.map(({ id }) => id)), votes).counts;
  const standing = rest.map(({ id }) => ({ id, score: last.get(id) ?? 0 })).sort((one, other) => other.score - one.score);
  return {
    figures: [...(winner ? [winner] : []), ...standing, ...gone].map(({ id, score }) => ({
      option: id,
      votes: firsts.get(id) ?? 0,
      score,
      elected: id === winner?.id,
    })),
    steps,
  };
}

function tally(
  left: ReadonlySet<string>,
  votes: readonly CountedVote<Ranking>[],
): { counts: Map<string, number>; exhausted: number } {
  const counts = new Map([...left].map(id => [id, 0]));
  let exhausted = 0;
  for (const { choice, count } of votes) {
    const best = choice.find(id => left.has(id));
    if (best === undefined) exhausted += count;
    else counts.set(best, (counts.get(best) ?? 0) + count);
  }
  return { counts, exhausted };
}
