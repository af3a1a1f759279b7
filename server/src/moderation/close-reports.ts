import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Contribution } from './subject.js';

/** What was reported is decided on with the contribution: all reports of it together. */
export async function closeReports(
  transaction: Transaction<Schema>,
  { process, reference, comment }: Contribution,
  decision: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('report')
    .set({ decision, decided_at: at })
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .where('comment_id', comment === undefined ? 'is' : '=', comment ?? null)
    .where('decided_at', 'is', null)
    .execute();
}
