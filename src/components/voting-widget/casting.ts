import type { BallotService } from '../../backend/backend.js';
import { asBackendError } from '../../backend/errors.js';
import { randomId } from '../../internal/random-id.js';
import type { Vote } from '../../model/vote.js';
import type { VoteReceipt } from '../../model/vote-receipt.js';
import type { Refused } from './voting-widget.state.js';

export type CastOutcome =
  | { readonly type: 'cast'; readonly receipt: VoteReceipt }
  /** There was no answer; it may have arrived. */
  | { readonly type: 'no-answer' }
  | { readonly type: 'refused'; readonly refused: Refused };

/** Failures of the way and not of the vote. */
const passing: readonly string[] = ['offline', 'timeout', 'unavailable'];

/**
 * Casts votes. The same vote tried again is the same submission. With what it is cast is asked for each time: whoever tries again has to be
 * who tried first, or somebody would vote in the name of who sat here before.
 */
export class Casting {
  private _key = randomId();
  private _vote = '';
  /** Stands for who tried first. */
  private _token: string | undefined;

  async cast(ballots: BallotService, vote: Vote, locale: string): Promise<CastOutcome> {
    const text = JSON.stringify(vote);
    if (text !== this._vote) this._key = randomId();
    this._vote = text;
    try {
      const credential = await ballots.credential(vote.ballot, { idempotencyKey: randomId(), locale });
      this._token ??= credential.token;
      if (credential.token !== this._token) {
        this.forget();
        return { type: 'refused', refused: { reason: 'unauthenticated' } };
      }
      const receipt = await ballots.cast({ vote, credential }, { idempotencyKey: this._key, locale });
      this.forget();
      return { type: 'cast', receipt };
    } catch (thrown) {
      const { reason, retryAt } = asBackendError(thrown);
      if (passing.includes(reason)) return { type: 'no-answer' };
      this._token = undefined;
      return { type: 'refused', refused: { reason, ...(retryAt && { retryAt }) } };
    }
  }

  /** Nothing is being tried any more. */
  forget(): void {
    this._vote = '';
    this._token = undefined;
  }
}
