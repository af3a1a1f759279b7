import type { ResponseOutcome } from '../../../src/model/response.js';
import type { ContentProblem } from '../content/content-problem.js';
import type { ResponseEntry } from './response-entry.js';

/** What would happen with one response. */
export type ResponseStep =
  /** The first one to its observation. */
  | 'first'
  /** It follows one that was published before. That one stays as it is. */
  | 'later'
  /** The very same is in force already: nothing happens. */
  | 'same';

export interface PlannedResponse extends ResponseEntry {
  readonly process: string;
  readonly step: ResponseStep;
  /** Outcome of the response that is in force now. */
  readonly before?: string;
}

/** What the publication of responses would do, or did. With problems: nothing. */
export interface ResponsePlan {
  readonly planned: readonly PlannedResponse[];
  readonly problems: readonly ContentProblem[];
}

/** How many responses would be published, by step and by outcome; those that are the same count in their step alone. */
export function countsOf({ planned }: ResponsePlan): {
  steps: Readonly<Record<ResponseStep, number>>;
  outcomes: Readonly<Partial<Record<ResponseOutcome, number>>>;
} {
  const steps = { first: 0, later: 0, same: 0 };
  const outcomes: Partial<Record<ResponseOutcome, number>> = {};
  for (const { step, outcome } of planned) {
    steps[step] += 1;
    if (step !== 'same') outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { steps, outcomes };
}
