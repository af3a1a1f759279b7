import type { ResultStep } from '../ballot-results.js';
import { completionAdd1, type Add1Options, type Completed } from './completion-add1.js';
import { completionUtilitarian } from './completion-utilitarian.js';
import type { SharesRun } from './equal-shares.js';
import type { SharesProfile } from './shares-profile.js';

/** Larger shares first (`completionAdd1`); what is left then goes by votes (`completionUtilitarian`). */
export function completionAdd1u(
  profile: SharesProfile,
  options: Add1Options,
): { shares: Completed; run: SharesRun; steps: ResultStep[] } {
  const shares = completionAdd1(profile, options);
  return { shares, ...completionUtilitarian(profile, options.budget, shares) };
}
