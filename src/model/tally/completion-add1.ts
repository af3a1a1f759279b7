import { equalShares, type SharesRun } from './equal-shares.js';
import { rational } from './rational.js';
import type { SharesProfile } from './shares-profile.js';

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
  /** How many shares were tried, the one that was too large among them. */
  readonly tries: number;
}

/**
 * Equal Shares seldom spends all. So each voter's share begins at the budget divided by the voters, rounded down, and grows step by step
 * while what it buys costs no more than the budget; the last such result holds.
 */
export function completionAdd1(profile: SharesProfile, { budget, step, stopWhenExhaustive = false }: Add1Options): Completed {
  const supported = profile.projects.filter(({ score }) => score > 0);
  let share = profile.all === 0 ? 0 : Math.floor(budget / profile.all);
  let run = equalShares(profile, rational(share));
  let tries = 1;
  for (;;) {
    const bought = new Set(run.rounds.map(({ project }) => project));
    const rest = supported.filter(project => !bought.has(project));
    const fits = rest.some(({ cost }) => cost <= budget - run.cost);
    // What nobody can ever pay, because it costs more than there is, would let the share grow for nothing.
    if (rest.length === 0 || (stopWhenExhaustive && !fits)) break;
    const next = equalShares(profile, rational(share + step));
    tries += 1;
    if (next.cost > budget) break;
    run = next;
    share += step;
  }
  return { ...run, share, tries };
}
