import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';

/** How long a key is remembered, in milliseconds. */
export const remembered = 24 * 60 * 60 * 1000;

/** One write as it arrived. */
export interface Submission {
  /** Who wrote. The same key from somebody else is another submission. */
  sender: Uint8Array;
  /** `Idempotency-Key`. */
  key: string;
  /** What was asked: method, address and body. */
  request: unknown;
  now: Date;
}

/**
 * Does a write once, however often it arrives: the same key from the same sender gets the first answer again. What is done and that it was
 * done are written together or not at all. A second one that arrives meanwhile waits for the first.
 *
 * @param work - What the write does, within the transaction and by nothing but it: the embedded database has one connection, and whoever
 *   asked for another one meanwhile would wait for ever. When it throws, nothing stays, and the key is free again.
 * @throws Problem `idempotency-key-reused` when the key came with something else before.
 */
export async function submit<Answer extends object>(
  db: Kysely<Schema>,
  { sender, key, request, now }: Submission,
  work: (transaction: Transaction<Schema>) => Promise<Answer>,
): Promise<Answer> {
  const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest();
  return db.transaction().execute(async transaction => {
    await transaction
      .deleteFrom('submission')
      .where('sender', '=', sender)
      .where('key', '=', key)
      .where('received_at', '<=', new Date(now.getTime() - remembered))
      .execute();
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('submission')
      .values({ sender, key, fingerprint, status: null, answer: null, received_at: now })
      // Waits until whoever inserted the same key has ended, well or badly.
      .onConflict(conflict => conflict.columns(['sender', 'key']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return firstAnswer<Answer>(transaction, { sender, key, fingerprint });
    const answer = await work(transaction);
    await transaction
      .updateTable('submission')
      .set({ status: 200, answer: JSON.stringify(answer) })
      .where('sender', '=', sender)
      .where('key', '=', key)
      .execute();
    return answer;
  });
}

async function firstAnswer<Answer>(
  transaction: Transaction<Schema>,
  { sender, key, fingerprint }: { sender: Uint8Array; key: string; fingerprint: Buffer },
): Promise<Answer> {
  const first = await transaction
    .selectFrom('submission')
    .select(['fingerprint', 'answer'])
    .where('sender', '=', sender)
    .where('key', '=', key)
    .executeTakeFirst();
  // It was erased in this moment; whoever sent it may send it again.
  if (!first?.answer) throw new Problem('unavailable', { retryAfter: 1 });
  if (!fingerprint.equals(first.fingerprint)) throw new Problem('idempotency-key-reused');
  return first.answer as Answer;
}

/**
 * Something that has to be read before the transaction, since the embedded database has one connection. Where it refuses, it does so only
 * when it is asked for within the work: a write that was done already still gets its first answer.
 */
export const heldBack = <Found>(reading: Promise<Found>): Promise<() => Found> =>
  reading.then(
    found => () => found,
    (error: unknown) => () => {
      throw error;
    },
  );

/** Forgets keys whose time is over. Returns how many. */
export async function forgetSubmissions(db: Kysely<Schema>, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('submission')
    .where('received_at', '<=', new Date(now.getTime() - remembered))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
