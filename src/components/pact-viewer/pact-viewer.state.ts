import type { PactService } from '../../backend/backend.js';
import type { BackendErrorReason } from '../../backend/errors.js';
import { acceptanceStatus, versionInForce, type Acceptance, type Pact } from '../../model/pact.js';
import { participationOf, type Participation, type Session } from '../../model/session.js';
import type { ReadFailure } from '../../parts/failure.js';

/** What the viewer shows. */
export type PactViewerState = { type: 'loading' } | ReadFailure | { type: 'ready'; pact: Pact; reader: ReaderState };

/** What is known of the person who reads. */
export type ReaderState =
  /** The backend is being asked. */
  | { type: 'asking' }
  /** The backend knows no persons: the rules are shown, and nothing is said about the reader. */
  | { type: 'anonymous' }
  /** It should know and did not answer. */
  | { type: 'unknown' }
  | { type: 'known'; participation: Participation; acceptance: AcceptanceState };

/** Where the acceptance of the version that is in force stands. */
export type AcceptanceState =
  | { type: 'not-asked' }
  /** The pact asks for it, and this backend cannot take it. */
  | { type: 'elsewhere' }
  | { type: 'needed' }
  | { type: 'outdated'; before: Acceptance }
  | { type: 'accepted'; acceptance: Acceptance }
  | { type: 'sending'; before?: Acceptance | undefined }
  | { type: 'failed'; reason: BackendErrorReason; retryAt?: Date | undefined; before?: Acceptance | undefined };

export type ReadyState = Extract<PactViewerState, { type: 'ready' }>;

/** What a session and an earlier acceptance mean for the version that is shown. */
export function readerFor(
  pact: Pact,
  session: Session,
  acceptance: Acceptance | undefined,
  can: PactService['can'],
): Extract<ReaderState, { type: 'known' }> {
  return { type: 'known', participation: participationOf(session), acceptance: acceptanceFor(pact, acceptance, can) };
}

function acceptanceFor(pact: Pact, acceptance: Acceptance | undefined, can: PactService['can']): AcceptanceState {
  const inForce = versionInForce(pact)?.number;
  // Only what is in force can be accepted, and only by somebody who has it before them.
  if (!pact.version.acceptance || inForce !== pact.version.number) return { type: 'not-asked' };
  switch (acceptanceStatus(acceptance, inForce)) {
    case 'valid':
      return acceptance ? { type: 'accepted', acceptance } : { type: 'needed' };
    case 'outdated':
      return acceptance && can.accept ? { type: 'outdated', before: acceptance } : { type: 'elsewhere' };
    case 'missing':
      return { type: can.accept ? 'needed' : 'elsewhere' };
  }
}
