import { randomUUID } from 'node:crypto';
import { hasWords, lengthOf, tidied } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import { happened } from '../observations/events.js';
import { reporterOf } from '../privacy/pseudonyms.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { ownContribution } from './own-contribution.js';
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
  { reference, comment, text, visitor }: { reference: string; comment?: string | undefined; text: string; visitor: Visitor },
): Promise<void> {
  const reasons = tidied(text);
  if (!hasWords(reasons) || lengthOf(reasons) > longestAppeal) {
    throw new Problem('invalid-fields', { fields: [{ pointer: '/text', detail: 'is empty or too long' }] });
  }
  await database.db.transaction().execute(async transaction => {
    const own = await ownContribution(transaction, keys, { reference, comment, visitor });
    if (!own?.hidden) throw new Problem('not-found');
    // A second click waits here, and finds the appeal of the first.
    await hold(transaction, own);
    const { process } = own;
    const before = await transaction
      .selectFrom('report')
      .select('id')
      .where('process_id', '=', process)
      .where('reference', '=', own.reference)
      .where('comment_id', own.comment === undefined ? 'is' : '=', own.comment ?? null)
      .where('reason', '=', appealReason)
      .executeTakeFirst();
    if (before) throw new Problem('not-asked');
    const at = now();
    await transaction
      .insertInto('report')
      .values({
        process_id: process,
        id: randomUUID(),
        reference: own.reference,
        comment_id: own.comment ?? null,
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
    if (own.comment === undefined) await happened(transaction, [{ process, reference: own.reference, event: 'appealed', at }]);
  });
}
