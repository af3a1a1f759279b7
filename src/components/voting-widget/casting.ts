import type { BallotService } from '../../backend/backend.js';
import { asBackendError } from '../../backend/errors.js';
import { randomId } from '../../internal/random-id.js';
import type { Vote } from '../../model/vote.js';
import type { VoteCredential, VoteReceipt } from '../../model/vote-receipt.js';
import type { Refused } from './voting-widget.state.js';

export type CastOutcome =
  | { readonly type: 'cast'; readonly receipt: VoteReceipt }
  /** There was no answer; it may have arrived. */
  | { readonly type: 'no-answer' }
  | { readonly type: 'refused'; readonly refused: Refused };

/** Failures of the way and not of the vote. */
const passing: readonly string[] = ['offline', 'timeout', 'unavailable'];

/** Casts votes. The same vote tried again is the same submission; with what it is cast stays in the page alone. */
export class Casting {
  private _key = randomId();
  private _vote = '';
  private _credential: VoteCredential | undefined;

  async cast(ballots: BallotService, vote: Vote, locale: string): Promise<CastOutcome> {
    const text = JSON.stringify(vote);
    if (text !== this._vote) this._key = randomId();
    this._vote = text;
    try {
      if (this._credential?.ballot !== vote.ballot) {
        this._credential = await ballots.credential(vote.ballot, { idempotencyKey: randomId(), locale });
      }
      const receipt = await ballots.cast({ vote, credential: this._credential }, { idempotencyKey: this._key, locale });
      this._vote = '';
      return { type: 'cast', receipt };
    } catch (thrown) {
      const { reason, retryAt } = asBackendError(thrown);
      if (passing.includes(reason)) return { type: 'no-answer' };
      return { type: 'refused', refused: { reason, ...(retryAt && { retryAt }) } };
    }
  }

  /** Somebody else is looking now, perhaps: what was given to one person is nothing for the next. */
  forget(): void {
    this._credential = undefined;
    this._vote = '';
  }
}
