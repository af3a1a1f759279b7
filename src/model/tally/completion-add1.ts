import { equalShares, type SharesRun } from './equal-shares.js';
import { compared, plus, rational, zero, type Rational } from './rational.js';
import type { SharesProfile, SharesProject } from './shares-profile.js';

export interface Add1Options {
  /** Money in the smallest unit. */
  readonly budget: number;
  /** By how much each voter's share grows at a time, in the smallest unit: a whole euro, not a cent; a thousand forint. */
  readonly step: number;
  /**
   * Whether to stop as soon as no other project fits into what is left. Descriptions of the rule often say so; the cities that published
   * their results did not (Wieliczka 2023, Świecie 2023, Assen 2024), and it elects others.
   */
  readonly stopWhenExhaustive?: boolean;
}

/** What the largest share buys for which the budget is enough. */
export interface Completed extends SharesRun {
  /** The share, in the smallest unit. */
  readonly share: number;
  /** How many shares were tried, the one that was too large among them. Those that could not change anything were not. */
  readonly tries: number;
}

/**
 * Equal Shares seldom spends all. So each voter's share begins at the budget divided by the voters, rounded down to whole steps, and grows
 * step by step while what it buys costs no more than the budget; the last such result holds. A share smaller than a step is not rounded. A
 * project that costs more than the whole budget can never win, so it does not stop the others by being bought.
 */
export function completionAdd1(profile: SharesProfile, { budget, step, stopWhenExhaustive = false }: Add1Options): Completed {
  const possible = { ...profile, projects: profile.projects.filter(({ cost }) => cost <= budget) };
  const supported = possible.projects.filter(({ score }) => score > 0);
  let share = firstShare(profile.all, { budget, step });
  let run = equalShares(possible, share);
  let tries = 1;
  for (;;) {
    const bought = new Set(run.rounds.map(({ project }) => project));
    const rest = supported.filter(project => !bought.has(project));
    const fits = rest.some(({ cost }) => cost <= budget - run.cost);
    if (rest.length === 0 || (stopWhenExhaustive && !fits)) break;
    const next = plus(share, rational(stepsUntilChange(run, rest, { share, step }) * BigInt(step)));
    const larger = equalShares(possible, next);
    tries += 1;
    if (larger.cost > budget) {
      share = plus(next, rational(-step));
      break;
    }
    run = larger;
    share = next;
  }
  return { ...run, share: Number(share.over) / Number(share.under), tries };
}

function firstShare(voters: number, { budget, step }: Add1Options): Rational {
  if (voters === 0) return zero;
  const share = rational(budget, voters);
  return compared(share, rational(step)) < 0
    ? share
    : rational((BigInt(budget) / (BigInt(voters) * BigInt(step))) * BigInt(step));
}

/**
 * After how many steps the result can be another one. Where all supporters of whatever was bought paid alike, larger shares buy the same in
 * the same order at the same payments, until the supporters of something else have enough for it: nothing can be worth more than all its
 * votes, and what was bought is worth that much. A few supporters of a dear project would else make for many thousand steps.
 */
function stepsUntilChange(
  { rounds }: SharesRun,
  rest: readonly SharesProject[],
  { share, step }: { share: Rational; step: number },
): bigint {
  if (!rounds.every(({ alike }) => alike)) return 1n;
  const steps = rest.map(({ cost, votes }) => {
    const missing = BigInt(cost) * share.under - BigInt(votes) * share.over;
    const each = BigInt(votes) * BigInt(step) * share.under;
    return missing <= 0n ? 1n : (missing + each - 1n) / each;
  });
  return steps.reduce((fewest, each) => (each < fewest ? each : fewest));
}
