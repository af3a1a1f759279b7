import type { CountedAnswers } from '../../../model/count-ballot.js';
import type { Answer } from '../../../model/vote.js';
import { MemoryLog } from '../memory-log.js';

interface CastVote {
  readonly answers: readonly Answer[];
  /** Its place in the log. */
  readonly leaf: number;
}

/** The box of one ballot: the last vote under each token, and the log of all of them. */
export class BallotBox {
  readonly log: MemoryLog;
  private readonly _votes = new Map<string, CastVote>();

  constructor(
    ballot: string,
    now: () => Date,
    /** What others have voted already. */
    private readonly _others: readonly CountedAnswers[],
  ) {
    this.log = new MemoryLog(`ballot.${ballot}`, now);
  }

  has(token: string): boolean {
    return this._votes.has(token);
  }

  put(token: string, vote: CastVote): void {
    this._votes.set(token, vote);
  }

  all(): CountedAnswers[] {
    return [...this._others, ...Array.from(this._votes.values(), ({ answers }) => ({ answers, count: 1 }))];
  }

  /** Leaves that count, rising. */
  counted(): number[] {
    return Array.from(this._votes.values(), ({ leaf }) => leaf).sort((one, other) => one - other);
  }
}
