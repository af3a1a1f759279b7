import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';
import { observationColumns, type ObservationRow } from './find-observation.js';
import { tidiedReference } from './reference-numbers.js';

/**
 * An observation of the person who asks, held until the transaction ends.
 *
 * @throws Problem `not-found` when there is none, or it is somebody else's; `not-asked` when it is no longer theirs to change.
 */
export async function ownRow(
  transaction: Transaction<Schema>,
  { reference, participant }: { reference: string; participant: Uint8Array },
): Promise<ObservationRow> {
  const row = await transaction
    .selectFrom('observation')
    .select(observationColumns)
    .where('reference', '=', tidiedReference(reference))
    .where('participant', '=', participant)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found');
  if (row.state !== 'received' || row.hidden !== null) throw new Problem('not-asked');
  return row;
}
