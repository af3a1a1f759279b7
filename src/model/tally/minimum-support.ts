import type { SharesProfile } from './shares-profile.js';

/** How much larger a project's part of the budget may be than three times its part of the votes. */
const factor = 3n;

/**
 * Leaves out projects that are dear for how few want them, as Świecie did: those whose part of the votes is less than a third of their
 * part of the budget.
 *
 * @param budget - Money in the smallest unit.
 */
export function withMinimumSupport(profile: SharesProfile, budget: number): SharesProfile {
  const { all, projects } = profile;
  return {
    ...profile,
    projects: projects.filter(({ votes, cost }) => factor * BigInt(votes) * BigInt(budget) >= BigInt(cost) * BigInt(all)),
  };
}
