import * as v from 'valibot';
import { hiddenSchema, type Hidden } from '../../../src/model/moderation.js';
import type { City } from '../city.js';
import { appealReason } from '../moderation/appeal.js';
import { ownContribution } from '../moderation/own-contribution.js';
import type { Visitor } from '../sign-in/visitor.js';

/** Somebody's own observation or comment that nobody else can read any more. */
export interface OwnHidden {
  readonly reference: string;
  /** Id of the comment, where it is one. */
  readonly comment?: string | undefined;
  readonly hidden: Hidden;
  readonly timeZone: string;
  /** What they said against it, and whether somebody has decided since. */
  readonly appeal?: { readonly at: string; readonly decidedAt?: string };
}

/** Nothing when there is no such contribution, it is somebody else's, or everybody can read it. */
export async function ownHidden(
  { database: { db }, keys, content }: Pick<City, 'database' | 'keys' | 'content'>,
  wish: { reference: string; comment?: string | undefined; visitor: Visitor },
): Promise<OwnHidden | undefined> {
  const own = await ownContribution(db, keys, wish);
  if (!own?.hidden) return undefined;
  const { reference, comment } = own;
  const appeal = await db
    .selectFrom('report')
    .select(['at', 'decided_at'])
    .where('process_id', '=', own.process)
    .where('reference', '=', reference)
    .where('comment_id', comment === undefined ? 'is' : '=', comment ?? null)
    .where('reason', '=', appealReason)
    .executeTakeFirst();
  const process = await content.process(own.process);
  return {
    reference,
    comment,
    hidden: v.parse(hiddenSchema, own.hidden),
    timeZone: process?.timeZone ?? 'UTC',
    ...(appeal && {
      appeal: { at: appeal.at.toISOString(), ...(appeal.decided_at && { decidedAt: appeal.decided_at.toISOString() }) },
    }),
  };
}
