import * as v from 'valibot';
import { hiddenSchema, type Hidden } from '../../../src/model/moderation.js';
import type { City } from '../city.js';
import { appealReason } from '../moderation/appeal.js';
import { observationRow } from '../observations/find-observation.js';
import { participantIn } from '../participation/participant.js';
import type { Visitor } from '../sign-in/visitor.js';

/** Somebody's own observation that nobody else can read any more. */
export interface OwnHidden {
  readonly reference: string;
  readonly hidden: Hidden;
  readonly timeZone: string;
  /** What they said against it, and whether somebody has decided since. */
  readonly appeal?: { readonly at: string; readonly decidedAt?: string };
}

/** Nothing when there is no such observation, it is somebody else's, or everybody can read it. */
export async function ownHidden(
  { database: { db }, keys, content }: Pick<City, 'database' | 'keys' | 'content'>,
  { reference, visitor }: { reference: string; visitor: Visitor },
): Promise<OwnHidden | undefined> {
  const row = await observationRow(db, reference);
  if (!row?.participant || row.hidden === null) return undefined;
  if (!participantIn(keys, row.process_id, visitor).equals(row.participant)) return undefined;
  const appeal = await db
    .selectFrom('report')
    .select(['at', 'decided_at'])
    .where('process_id', '=', row.process_id)
    .where('reference', '=', row.reference)
    .where('reason', '=', appealReason)
    .executeTakeFirst();
  const process = await content.process(row.process_id);
  return {
    reference: row.reference,
    hidden: v.parse(hiddenSchema, row.hidden),
    timeZone: process?.timeZone ?? 'UTC',
    ...(appeal && {
      appeal: { at: appeal.at.toISOString(), ...(appeal.decided_at && { decidedAt: appeal.decided_at.toISOString() }) },
    }),
  };
}
