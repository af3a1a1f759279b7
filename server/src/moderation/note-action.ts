import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Contribution } from './subject.js';

export type ModerationAction = 'hidden' | 'restored' | 'kept' | 'redacted' | 'under-examination' | 'entered' | 'answered';

/** Writes down what an official did. Nothing is ever taken out of this list. */
export async function noteAction(
  transaction: Transaction<Schema>,
  { process, reference, comment }: Contribution,
  {
    official,
    action,
    reason,
    note,
    at,
  }: { official: string; action: ModerationAction; reason?: string | undefined; note?: string | undefined; at: Date },
): Promise<void> {
  await transaction
    .insertInto('moderation')
    .values({
      process_id: process,
      id: randomUUID(),
      reference,
      comment_id: comment ?? null,
      official,
      action,
      reason: reason ?? null,
      note: note === undefined || note === '' ? null : note,
      at,
    })
    .execute();
}
