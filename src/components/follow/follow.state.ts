import type { Observation } from '../../model/observation.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import type { ReadFailure } from '../../parts/failure.js';

/** What the widget shows below the field for the number. */
export type FollowState =
  /** Nobody has asked yet. */
  | { readonly type: 'asking' }
  | { readonly type: 'loading' }
  | ReadFailure
  | { readonly type: 'found'; readonly observation: Observation; readonly terms: ObservationTerms };
