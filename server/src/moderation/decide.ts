import type { Transaction } from 'kysely';
import type { ReportReason } from '../../../src/model/moderation.js';
import type { Text } from '../../../src/model/text.js';
import { tidied } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';
import { happened } from '../observations/events.js';
import { closeReports } from './close-reports.js';
import { noteAction } from './note-action.js';
import { hold, type Contribution } from './subject.js';

/** Who decides, by the name that sign-in gave. */
export interface Decision {
  readonly official: string;
  /** Why, in the official's words; everybody reads it where something is hidden. */
  readonly note?: string | undefined;
}

type Moderated = Pick<City, 'database' | 'now' | 'settings'>;

/**
 * Hides a contribution: that it stood there, and why it does not, can still be read. Of two officials, or two clicks, the first decides.
 *
 * @throws Problem `not-found`
 */
export const hide = (
  { database, now, settings }: Moderated,
  contribution: Contribution,
  { official, note, reason }: Decision & { reason: ReportReason },
): Promise<void> =>
  database.db.transaction().execute(async transaction => {
    const at = now();
    const { isHidden } = await hold(transaction, contribution);
    if (isHidden) return;
    const said = textOf(note, settings.locale);
    const hidden = JSON.stringify({ reason, at: at.toISOString(), ...(said && { note: said }) });
    await setHidden(transaction, contribution, hidden);
    if (contribution.comment === undefined) await happened(transaction, [{ ...contribution, event: 'hidden', at, note: said }]);
    await closeReports(transaction, contribution, 'hidden', at);
    await noteAction(transaction, contribution, { official, action: 'hidden', reason, note, at });
  });

/** Lets everybody read it again, after an appeal or a second look. @throws Problem `not-found` */
export const restore = (
  { database, now, settings }: Moderated,
  contribution: Contribution,
  { official, note }: Decision,
): Promise<void> =>
  database.db.transaction().execute(async transaction => {
    const at = now();
    const { isHidden } = await hold(transaction, contribution);
    if (!isHidden) return;
    await setHidden(transaction, contribution, null);
    const event = { ...contribution, event: 'restored' as const, at, note: textOf(note, settings.locale) };
    if (contribution.comment === undefined) await happened(transaction, [event]);
    await closeReports(transaction, contribution, 'restored', at);
    await noteAction(transaction, contribution, { official, action: 'restored', note, at });
  });

/** Leaves it as it is: what was reported is no reason to change it. @throws Problem `not-found` */
export const keep = ({ database, now }: Moderated, contribution: Contribution, { official, note }: Decision): Promise<void> =>
  database.db.transaction().execute(async transaction => {
    const at = now();
    await hold(transaction, contribution);
    await closeReports(transaction, contribution, 'kept', at);
    await noteAction(transaction, contribution, { official, action: 'kept', note, at });
  });

async function setHidden(
  transaction: Transaction<Schema>,
  { process, reference, comment }: Contribution,
  hidden: string | null,
): Promise<void> {
  if (comment === undefined) {
    await transaction
      .updateTable('observation')
      .set({ hidden })
      .where('process_id', '=', process)
      .where('reference', '=', reference)
      .execute();
    return;
  }
  await transaction
    .updateTable('comment')
    .set({ hidden })
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .where('id', '=', comment)
    .execute();
}

/** An official writes in the city's language. */
export function textOf(note: string | undefined, lang: string): Text | undefined {
  const text = tidied(note ?? '');
  return text === '' ? undefined : { lang, text };
}
