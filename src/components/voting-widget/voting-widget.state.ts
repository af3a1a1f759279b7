import type { Ballot } from '../../model/ballot.js';
import type { BackendErrorReason } from '../../model/error-reason.js';
import type { OwnVote } from '../../model/own-vote.js';
import type { VoteReceipt } from '../../model/vote-receipt.js';
import type { ReadFailure } from '../../parts/failure.js';
import type { Entries } from './entry.js';

/** Who is looking. */
export type ReaderState =
  | { readonly type: 'asking' }
  /** Nobody can be known here: there is nowhere to sign in, or it is a page of somebody else. */
  | { readonly type: 'anonymous' }
  | { readonly type: 'signed-out' }
  | { readonly type: 'known'; readonly own: OwnVote }
  /** It could not be asked. */
  | { readonly type: 'unknown' };

/** How far somebody is with their vote. */
export type Progress =
  /** @see stepsOf */
  | { readonly type: 'filling-in'; readonly step: number; readonly refused?: Refused }
  | { readonly type: 'casting' }
  /** There was no answer: it may have arrived. Trying again does no harm. */
  | { readonly type: 'waiting' }
  | { readonly type: 'cast'; readonly receipt: VoteReceipt; readonly again: boolean };

/** Why a vote was not taken. */
export interface Refused {
  readonly reason: BackendErrorReason;
  readonly retryAt?: Date | undefined;
}

/** A ballot and what somebody does with it. */
export interface ReadyState {
  readonly type: 'ready';
  readonly ballot: Ballot;
  readonly reader: ReaderState;
  readonly entries: Entries;
  readonly progress: Progress;
  /** Whether somebody who has voted wants to do it once more. */
  readonly changing: boolean;
}

/** What the widget shows. */
export type VotingWidgetState = { readonly type: 'loading' } | ReadFailure | ReadyState;

/** The state at the beginning, before anything is chosen. */
export const votingWidgetState = (ballot: Ballot, reader: ReaderState): ReadyState => ({
  type: 'ready',
  ballot,
  reader,
  entries: {},
  progress: { type: 'filling-in', step: 0 },
  changing: false,
});

/** Whether the person who is signed in has voted. */
export const hasVoted = ({ reader }: Pick<ReadyState, 'reader'>): boolean =>
  reader.type === 'known' && reader.own.voted === 'yes';
