import { Problem } from '../problems/problem.js';
import { window } from './read-limit.js';

/** More senders than this in one minute are not told apart: the memory of a process has an end. */
const mostSenders = 50_000;

/**
 * Limits how often a vote is cast in a minute, by its credential; where that is none of ours, by address. A limit by address alone would
 * let only a few people of one office vote. It counts in memory and nowhere else: what stands in a database by the minute, for the session that
 * asks for a credential and for the credential that casts, would join the two.
 */
export class VoteLimit {
  private readonly _counts = new Map<string, number>();
  private _start = 0;

  constructor(
    private readonly _most: number,
    private readonly _now: () => Date,
  ) {}

  /** @throws Problem `too-many-requests`. */
  count(sender: string): void {
    const time = this._now().getTime();
    const start = time - (time % window);
    if (start !== this._start) this._counts.clear();
    this._start = start;
    const key = this._counts.size < mostSenders || this._counts.has(sender) ? sender : '';
    const count = (this._counts.get(key) ?? 0) + 1;
    this._counts.set(key, count);
    if (count > this._most) throw new Problem('too-many-requests', { retryAfter: Math.ceil((start + window - time) / 1000) });
  }
}
