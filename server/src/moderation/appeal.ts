import { randomUUID } from 'node:crypto';
import { hasWords, lengthOf, tidied } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import { happened } from '../observations/events.js';
import { observationRow } from '../observations/find-observation.js';
import { participantIn } from '../participation/participant.js';
import { reporterOf } from '../privacy/pseudonyms.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { hold } from './subject.js';

/** The longest reasons of an appeal, in code points. */
export const longestAppeal = 3000;

/** How an appeal stands among the reports. */
export const appealReason = 'appeal';

/**
 * The author of what was hidden says why it should stand there (Digital Services Act, article 20). Once: an official looks at it again.
 *
 * @throws Problem `not-found` when it is not theirs or not hidden, `not-asked` when there is an appeal already, `invalid-fields`.
 */
export async function appeal(
  { database, keys, now }: City,
  { reference, text, visitor }: { reference: string; text: string; visitor: Visitor },
): Promise<void> {
  const reasons = tidied(text);
  if (!hasWords(reasons) || lengthOf(reasons) > longestAppeal) {
    throw new Problem('invalid-fields', { fields: [{ pointer: '/text', detail: 'is empty or too long' }] });
  }
  await database.db.transaction().execute(async transaction => {
    const row = await observationRow(transaction, reference);
    const participant = row && participantIn(keys, row.process_id, visitor);
    if (!row?.participant || !participant?.equals(row.participant) || row.hidden === null) throw new Problem('not-found');
    const { process_id: process } = row;
    // A second click waits here, and finds the appeal of the first.
    await hold(transaction, { process, reference: row.reference });
    const before = await transaction
      .selectFrom('report')
      .select('id')
      .where('process_id', '=', process)
      .where('reference', '=', row.reference)
      .where('reason', '=', appealReason)
      .executeTakeFirst();
    if (before) throw new Problem('not-asked');
    const at = now();
    await transaction
      .insertInto('report')
      .values({
        process_id: process,
        id: randomUUID(),
        reference: row.reference,
        comment_id: null,
        // Like every report of theirs, so that they get it with their data, and erase it with them.
        reporter: reporterOf(keys, visitor),
        reason: appealReason,
        note: reasons,
        at,
        decided_at: null,
        decision: null,
      })
      .execute();
    // That there is one everybody may know; its reasons are for who decides.
    await happened(transaction, [{ process, reference: row.reference, event: 'appealed', at }]);
  });
}
