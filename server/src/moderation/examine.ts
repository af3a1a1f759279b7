import type { City } from '../city.js';
import { happened } from '../observations/events.js';
import { noteAction } from './note-action.js';

/** Rows that are written with one statement. */
const batch = 500;

/** Says of everything that was received in a process that it is being examined. Returns of how many. */
export const examineAll = (
  { database, now }: Pick<City, 'database' | 'now'>,
  { process, official }: { process: string; official: string },
): Promise<number> =>
  database.db.transaction().execute(async transaction => {
    const at = now();
    const rows = await transaction
      .updateTable('observation')
      .set({ state: 'under-examination' })
      .where('process_id', '=', process)
      .where('state', '=', 'received')
      .returning('reference')
      .execute();
    const event = 'under-examination';
    for (let start = 0; start < rows.length; start += batch) {
      const some = rows.slice(start, start + batch);
      await happened(
        transaction,
        some.map(({ reference }) => ({ process, reference, event, at })),
      );
    }
    for (const { reference } of rows) await noteAction(transaction, { process, reference }, { official, action: event, at });
    return rows.length;
  });
