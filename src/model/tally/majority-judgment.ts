import type { ResultStep } from '../ballot-results.js';
import type { CountedVote, Scores } from './counted-vote.js';
import type { Option } from './option.js';
import type { Outcome } from './outcome.js';
import { rankedBy, tieForSeats } from './ranked.js';
import type { Tied, TieProtocol } from './ties.js';

/** One look at the grades of an option: its majority grade, and the larger of the groups that would have it higher or lower. */
interface Look {
  readonly grade: number;
  /** The size of the group; above zero when it would have the grade higher, below zero when lower. */
  readonly group: number;
  /** How many votes that gave the majority grade of the look before count with its group now. */
  readonly joined: number;
}

interface Judged extends Tied {
  /** How many votes give each grade, the lowest first. */
  readonly tally: readonly number[];
  readonly looks: readonly Look[];
}

/**
 * Majority judgment (M. Balinski, R. Laraki, 'Majority Judgment', 2011). Each option has the grade that a majority gives it at least: the
 * lower one of the two in the middle where the number of votes is even. Of two with the same grade, the larger of the groups that would
 * have it higher or lower decides, the lower one where both are as large; then those who gave the grade in the middle count with that
 * group, and so on. An option without a grade in a vote has the lowest there; a vote without any grade is blank and does not count.
 *
 * The steps say of each option how often it has each grade, and its first look (`majority-grade`); where that did not decide, its later
 * looks (`majority-look`), as far as they were needed.
 *
 * @param grades - How many grades there are; the lowest is 0.
 */
export function majorityJudgment(
  options: readonly Option[],
  votes: readonly CountedVote<Scores>[],
  { grades, seats, ties }: { grades: number; seats: number; ties: TieProtocol },
): Outcome {
  const judged = judgedBy(options, votes, grades);
  const { order } = rankedBy(judged, compared, ties);
  const hasVotes = judged.some(({ votes: named }) => named > 0);
  const elected = new Set(order.slice(0, hasVotes ? seats : 0).map(({ option }) => option.id));
  const last = order[elected.size - 1];
  return {
    figures: order.map(({ option, votes: named, looks }) => ({
      option: option.id,
      votes: named,
      score: looks[0]?.grade ?? 0,
      elected: elected.has(option.id),
    })),
    steps: [
      ...order.map(toldGrades),
      ...order.flatMap((each, at) => toldLooks(each, [order[at - 1], order[at + 1]])),
      ...tieForSeats(
        order.filter(each => last !== undefined && compared(each, last) === 0),
        elected,
      ),
    ],
  };
}

function judgedBy(options: readonly Option[], votes: readonly CountedVote<Scores>[], grades: number): Judged[] {
  const found = options.map(option => ({ option, named: 0, tally: Array.from({ length: grades }, () => 0) }));
  const byId = new Map(found.map(each => [each.option.id, each]));
  let all = 0;
  for (const { choice, count } of votes) {
    let isBlank = true;
    // Of all ways to walk through an object the fastest; a hundred thousand votes grade many options each.
    for (const id in choice) {
      const each = byId.get(id);
      if (!each) continue;
      const grade = choice[id] ?? 0;
      each.named += count;
      each.tally[grade] = (each.tally[grade] ?? 0) + count;
      isBlank = false;
    }
    if (!isBlank) all += count;
  }
  return found.map(({ option, named, tally }) => {
    tally[0] = (tally[0] ?? 0) + all - named;
    return { option, votes: named, tally, looks: looksAt(tally, all) };
  });
}

/** All looks, one after the other, as many as there are grades: later ones would say nothing new. */
function looksAt(given: readonly number[], all: number): Look[] {
  const tally = [...given];
  let joined = 0;
  return tally.map(() => {
    const grade = middle(tally, all);
    const above = sum(tally.slice(grade + 1));
    const below = sum(tally.slice(0, grade));
    const isHigher = above > below;
    const look = { grade, group: isHigher ? above : 0 - below, joined };
    const next = isHigher
      ? tally.findIndex((count, at) => at > grade && count > 0)
      : tally.findLastIndex((count, at) => at < grade && count > 0);
    joined = next < 0 ? 0 : (tally[grade] ?? 0);
    if (next >= 0) {
      tally[next] = (tally[next] ?? 0) + joined;
      tally[grade] = 0;
    }
    return look;
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

/** The first look in which two differ; nothing when they differ in none. */
function firstDifference({ looks: one }: Judged, { looks: other }: Judged): number | undefined {
  const at = one.findIndex(({ grade, group }, index) => grade !== other[index]?.grade || group !== other[index].group);
  return at < 0 ? undefined : at;
}

/** Above zero when the first is the better. */
function compared(one: Judged, other: Judged): number {
  const at = firstDifference(one, other);
  const [look, against] = at === undefined ? [] : [one.looks[at], other.looks[at]];
  return look && against ? look.grade - against.grade || look.group - against.group : 0;
}

function toldGrades({ option, tally, looks }: Judged): ResultStep {
  return {
    kind: 'majority-grade',
    option: option.id,
    numbers: { grade: looks[0]?.grade ?? 0, group: looks[0]?.group ?? 0 },
    figures: Object.fromEntries(tally.map((count, grade) => [String(grade), count])),
  };
}

/** The looks after the first, up to the one that parts an option from those next to it. */
function toldLooks(judged: Judged, neighbours: readonly (Judged | undefined)[]): ResultStep[] {
  const needed = neighbours.map(each => (each && firstDifference(judged, each)) ?? 0);
  return judged.looks.slice(1, Math.max(...needed) + 1).map(({ grade, group, joined }, index) => ({
    kind: 'majority-look',
    option: judged.option.id,
    numbers: { look: index + 2, grade, group, joined },
  }));
}
