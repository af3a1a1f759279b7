import type { CountedVote, Scores } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { decisiveTies } from './ranked.js';
import { untied, type BrokenTie, type TieProtocol } from './ties.js';

/** One look at the grades of an option: its majority grade, and the larger of the groups that would have it higher or lower. */
interface Look {
  readonly grade: number;
  /** The size of the group; above zero when it would have the grade higher, below zero when lower. */
  readonly group: number;
}

/**
 * Majority judgment (M. Balinski, R. Laraki, 'Majority Judgment', 2011). Each option has the grade that a majority gives it at least: the
 * lower one of the two in the middle where the number of votes is even. Of two with the same grade, the larger of the groups that would
 * have it higher or lower decides, the lower one where both are as large; then those who gave the grade in the middle count with that
 * group, and so on. An option without a grade in a vote has the lowest there.
 *
 * @param grades - How many grades there are; the lowest is 0.
 */
export function majorityJudgment(
  options: readonly Option[],
  votes: readonly CountedVote<Scores>[],
  { grades, seats, ties }: { grades: number; seats: number; ties: TieProtocol },
): Outcome {
  const entries = options.map(option => {
    const tally = tallyOf(option.id, votes, grades);
    const named = votes.filter(({ choice }) => choice[option.id] !== undefined).reduce((sum, { count }) => sum + count, 0);
    return { option, votes: named, tally, looks: looksAt(tally) };
  });
  const sorted = [...entries].sort((one, other) => compared(other.looks, one.looks));
  const groups: (typeof entries)[] = [];
  for (const entry of sorted) {
    const last = groups.at(-1);
    if (last?.[0] && compared(last[0].looks, entry.looks) === 0) last.push(entry);
    else groups.push([entry]);
  }
  const broken: BrokenTie[] = [];
  const order = groups.flatMap(group => {
    const { order: inOrder, by } = untied(group, ties);
    if (by !== undefined) broken.push({ options: inOrder.map(({ option }) => option.id), by });
    return inOrder;
  });
  const elected = new Set(order.slice(0, seats).map(({ option }) => option.id));
  return {
    figures: order.map(({ option, votes: named, looks }) => ({
      option: option.id,
      votes: named,
      score: looks[0]?.grade ?? 0,
      elected: elected.has(option.id),
    })),
    steps: [
      ...order.map(({ option, tally, looks }) => ({
        kind: 'majority-grade',
        option: option.id,
        numbers: { grade: looks[0]?.grade ?? 0, group: looks[0]?.group ?? 0 },
        figures: Object.fromEntries(tally.map((count, grade) => [String(grade), count])),
      })),
      ...decisiveTies(broken, elected),
    ],
  };
}

/** How many votes give each grade, the lowest first. */
function tallyOf(option: string, votes: readonly CountedVote<Scores>[], grades: number): number[] {
  const tally = Array.from({ length: grades }, () => 0);
  for (const { choice, count } of votes) {
    const grade = choice[option] ?? 0;
    tally[grade] = (tally[grade] ?? 0) + count;
  }
  return tally;
}

/** All looks, one after the other, until every grade was looked at. */
function looksAt(given: readonly number[]): Look[] {
  const tally = [...given];
  const all = tally.reduce((sum, each) => sum + each, 0);
  return tally.map(() => {
    const grade = middle(tally, all);
    const above = sum(tally.slice(grade + 1));
    const below = sum(tally.slice(0, grade));
    const isHigher = above > below;
    const next = isHigher
      ? tally.findIndex((count, at) => at > grade && count > 0)
      : tally.findLastIndex((count, at) => at < grade && count > 0);
    if (next >= 0) {
      tally[next] = (tally[next] ?? 0) + (tally[grade] ?? 0);
      tally[grade] = 0;
    }
    return { grade, group: isHigher ? above : 0 - below };
  });
}

/** The grade that the lower one in the middle gives. */
function middle(tally: readonly number[], all: number): number {
  const place = Math.floor((all + 1) / 2);
  let passed = 0;
  for (const [grade, count] of tally.entries()) {
    passed += count;
    if (passed >= place && count > 0) return grade;
  }
  return 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Above zero when the first is the better. */
function compared(one: readonly Look[], other: readonly Look[]): number {
  for (const [at, look] of one.entries()) {
    const against = other[at];
    if (!against) return 0;
    const difference = look.grade - against.grade || look.group - against.group;
    if (difference !== 0) return difference;
  }
  return 0;
}
