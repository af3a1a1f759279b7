import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';

/** Requests that are counted loosely reach the other processes after this long, in milliseconds. */
const flushAfter = 1000;

/** More senders than this in one minute are not told apart any longer: the memory of a process has an end. */
const mostSenders = 50_000;

/** Rows that are written in one statement. */
const batch = 500;

/** Hits of one sender in one window: what all processes had counted when we last asked, and what we counted since. */
interface Count {
  readonly key: string;
  readonly start: number;
  shared: number;
  pending: number;
}

/**
 * Counts requests in the database, so that a limit holds over all processes. Who is counted stands there as a pseudonym. Writes are counted
 * one by one; reads are counted here first and written together, since a read that is answered from memory must not cost a write.
 */
export class SharedCounts {
  private readonly _counts = new Map<string, Count>();
  private _timer: NodeJS.Timeout | undefined;
  private _stopped = false;

  constructor(
    private readonly _db: Kysely<Schema>,
    private readonly _keys: Keys,
    private readonly _onFailure: (error: unknown) => void,
  ) {}

  /** Counts at once. @returns Hits in this window, over all processes. */
  async exactly(key: string, start: number): Promise<number> {
    const row = await this._db
      .insertInto('rate')
      // Nobody waits for the disk: what a crash takes of these counts is of no use after it. The setting ends with this statement.
      .values({
        bucket: this._bucket(key),
        window_start: start,
        hits: sql<number>`case when set_config('synchronous_commit', 'off', true) is null then 0 else 1 end`,
      })
      .onConflict(conflict =>
        conflict.columns(['bucket', 'window_start']).doUpdateSet(old => ({ hits: old('rate.hits', '+', 1) })),
      )
      .returning('hits')
      .executeTakeFirstOrThrow();
    return row.hits;
  }

  /** Counts here, and in the database soon. @returns Hits in this window: ours to the last, the others' as of a moment ago. */
  loosely(key: string, start: number): number {
    let count = this._counts.get(key);
    if (count?.start !== start) {
      if (this._counts.size >= mostSenders) this._counts.clear();
      count = { key, start, shared: 0, pending: 0 };
      this._counts.set(key, count);
    }
    count.pending += 1;
    if (!this._stopped) this._timer ??= setTimeout(() => void this._flush(), flushAfter).unref();
    return count.shared + count.pending;
  }

  /** Ends the work of this process. What was not written yet is of no more use. */
  stop(): void {
    this._stopped = true;
    clearTimeout(this._timer);
  }

  private async _flush(): Promise<void> {
    const pending = [...this._counts.values()].filter(count => count.pending > 0);
    try {
      for (let from = 0; from < pending.length; from += batch) await this._write(pending.slice(from, from + batch));
    } catch (error) {
      this._onFailure(error);
    }
    // Whoever asked nothing since the last time begins again at what the database knows.
    const written = new Set(pending);
    for (const count of this._counts.values()) {
      if (count.pending === 0 && !written.has(count)) this._counts.delete(count.key);
    }
    this._timer = this._counts.size > 0 && !this._stopped ? setTimeout(() => void this._flush(), flushAfter).unref() : undefined;
  }

  private async _write(counts: readonly Count[]): Promise<void> {
    // One order for all processes, else two of them could wait for each other's rows.
    const rows = counts
      .map(count => ({ count, hits: count.pending, bucket: this._bucket(count.key) }))
      .sort((a, b) => Buffer.compare(a.bucket, b.bucket));
    const written = await this._db
      .insertInto('rate')
      .values(rows.map(({ bucket, hits, count }) => ({ bucket, window_start: count.start, hits })))
      .onConflict(conflict => conflict.columns(['bucket', 'window_start']).doUpdateSet({ hits: sql`rate.hits + excluded.hits` }))
      .returning(['bucket', 'hits'])
      .execute();
    const byBucket = new Map(written.map(({ bucket, hits }) => [Buffer.from(bucket).toString('base64'), hits]));
    for (const { count, hits, bucket } of rows) {
      count.pending -= hits;
      count.shared = byBucket.get(bucket.toString('base64')) ?? count.shared + hits;
    }
  }

  private _bucket(key: string): Buffer {
    return this._keys.pseudonym('rate', key);
  }
}
