import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';

/** For how long a process may take over a job before another one begins it again, in milliseconds. */
const lease = 15 * 60 * 1000;

/** Work that one process does for all of them, again and again. */
export interface Job {
  readonly name: string;
  /** Pause from its end to the next time, in milliseconds. */
  readonly every: number;
  readonly run: () => Promise<void>;
}

/**
 * Does a job if it is due and no other process has it in hand. When it fails it is due again at its next time.
 *
 * @returns Whether this process did it.
 */
export async function doIfDue(db: Kysely<Schema>, { name, every, run }: Job, now: () => Date): Promise<boolean> {
  const start = now();
  const claimedUntil = new Date(start.getTime() + lease);
  await db
    .insertInto('job')
    .values({ name, due_at: start, claimed_until: null })
    .onConflict(conflict => conflict.column('name').doNothing())
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ claimed_until: claimedUntil })
    .where('name', '=', name)
    .where('due_at', '<=', start)
    .where(of => of.or([of('claimed_until', 'is', null), of('claimed_until', '<=', start)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  try {
    await run();
  } finally {
    await db
      .updateTable('job')
      .set({ due_at: new Date(now().getTime() + every), claimed_until: null })
      .where('name', '=', name)
      .where('claimed_until', '=', claimedUntil)
      .execute();
  }
  return true;
}
