import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';

/**
 * Makes files that were left before belong to an observation.
 *
 * @param sender - Who left them: nobody can take what somebody else left.
 * @throws Problem `invalid-fields` when one is not there, or belongs to another observation.
 */
export async function claimAttachments(
  transaction: Transaction<Schema>,
  { process, reference, sender, ids }: { process: string; reference: string; sender: Uint8Array; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await transaction
    .updateTable('attachment')
    .set({ reference })
    .where('process_id', '=', process)
    .where('id', 'in', [...ids])
    .where('sender', '=', sender)
    .where(build => build.or([build('reference', 'is', null), build('reference', '=', reference)]))
    .returning('id')
    .execute();
  const lost = ids.findIndex(id => !claimed.some(row => row.id === id));
  if (lost < 0) return;
  throw new Problem('invalid-fields', { fields: [{ pointer: `/attachments/${String(lost)}`, detail: 'is not there any more' }] });
}
