import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import { observationRow } from '../observations/find-observation.js';
import { participantIn } from '../participation/participant.js';
import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';
import type { Contribution } from './subject.js';

/** What somebody wrote themselves, as an address of theirs names it. */
export interface OwnContribution extends Contribution {
  /** Why nobody else can read it; nothing while everybody can. */
  readonly hidden: object | null;
}

/** Nothing when there is no such observation or comment, or it is somebody else's. */
export async function ownContribution(
  db: Kysely<Schema>,
  keys: Keys,
  { reference, comment, visitor }: { reference: string; comment?: string | undefined; visitor: Visitor },
): Promise<OwnContribution | undefined> {
  const observation = await observationRow(db, reference);
  if (!observation) return undefined;
  const { process_id: process } = observation;
  const row =
    comment === undefined
      ? observation
      : await db
          .selectFrom('comment')
          .select(['participant', 'hidden'])
          .where('process_id', '=', process)
          .where('reference', '=', observation.reference)
          .where('id', '=', comment)
          .executeTakeFirst();
  if (!row?.participant || !participantIn(keys, process, visitor).equals(row.participant)) return undefined;
  return { process, reference: observation.reference, ...(comment !== undefined && { comment }), hidden: row.hidden };
}
