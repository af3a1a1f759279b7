import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ReportDraft } from '../../../src/model/moderation.js';
import { tidied } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import { submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import { observationOrProblem } from './find-observation.js';

/**
 * Takes a report for the officials to look at. Nobody has to sign in for it (Digital Services Act, article 16).
 *
 * @param sender - A pseudonym of who reports, or of an address.
 * @param reporter - The first, so that they can see and erase their reports. An address is not kept with what it reported.
 * @throws Problem `not-found`.
 */
export async function takeReport(
  { database, now }: Pick<City, 'database' | 'now'>,
  { reference, comment, reason, note }: ReportDraft,
  { sender, reporter, key }: { sender: Uint8Array; reporter: Uint8Array | undefined; key: string },
): Promise<object> {
  const { process_id, reference: number } = await observationOrProblem(database.db, reference);
  const request = ['report', number, comment, reason, note];
  return submit(database.db, { sender, key, request, now: now() }, async transaction => {
    if (comment !== undefined) {
      const known = v.is(v.pipe(v.string(), v.uuid()), comment);
      const found = known
        ? await transaction
            .selectFrom('comment')
            .select('id')
            .where('process_id', '=', process_id)
            .where('reference', '=', number)
            .where('id', '=', comment)
            .executeTakeFirst()
        : undefined;
      if (!found) throw new Problem('not-found');
    }
    await transaction
      .insertInto('report')
      .values({
        process_id,
        id: randomUUID(),
        reference: number,
        comment_id: comment ?? null,
        reporter: reporter ?? Buffer.alloc(0),
        reason,
        note: note === undefined ? null : tidied(note),
        at: now(),
        decided_at: null,
        decision: null,
      })
      .execute();
    return {};
  });
}
