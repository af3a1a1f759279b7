import { sql, type Transaction } from 'kysely';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import type { Text } from '../../../src/model/text.js';
import { letGo, letGoUnsent } from '../attachments/let-go.js';
import type { Schema } from '../database/schema.js';
import { happened } from '../observations/events.js';

/** Whose, and what its history says of it. */
export interface Erasing {
  /** What stands for the person in each process. */
  readonly participants: readonly Uint8Array[];
  /** What stands for the person in reports. */
  readonly reporter: Uint8Array;
  readonly note: Text;
  readonly at: Date;
}

/**
 * Erases what one person observed, commented, liked, reported and attached. Of an observation its number, date, kind and passage stay, and
 * what the administration answered, which is its own: so that numbers have no gaps and everybody sees that an answer was given. Title, text,
 * wording, place, files and nickname go, and salt and content with them, so that the log no longer says anything of it. One that was not
 * answered yet counts as withdrawn.
 *
 * @returns How many observations and comments.
 */
export async function eraseObservations(
  transaction: Transaction<Schema>,
  { participants, reporter, note, at }: Erasing,
): Promise<number> {
  if (participants.length === 0) return 0;
  await holdTouched(transaction, participants);
  const observations = await eraseTexts(transaction, { participants, note, at });
  const comments = await eraseComments(transaction, participants);
  await eraseLikes(transaction, participants);
  await letGoUnsent(transaction, participants);
  await transaction
    .updateTable('report')
    .set({ reporter: Buffer.alloc(0), note: null })
    .where('reporter', '=', reporter)
    .execute();
  return observations + comments;
}

/** All observations that change, in the order in which everybody holds them: two who erase at once wait, and neither for ever. */
async function holdTouched(transaction: Transaction<Schema>, participants: readonly Uint8Array[]): Promise<void> {
  const touched = (table: 'comment' | 'observation_like') =>
    transaction
      .selectFrom(table)
      .select('reference')
      .where('participant', 'in', [...participants]);
  await transaction
    .selectFrom('observation')
    .select('reference')
    .where(build =>
      build.or([
        build('participant', 'in', [...participants]),
        build('reference', 'in', touched('comment')),
        build('reference', 'in', touched('observation_like')),
      ]),
    )
    .orderBy('reference')
    .forUpdate()
    .execute();
}

async function eraseTexts(
  transaction: Transaction<Schema>,
  { participants, note, at }: Omit<Erasing, 'reporter'>,
): Promise<number> {
  const rows = await transaction
    .selectFrom('observation')
    .select(['process_id', 'reference', 'state', 'kind', 'lang', 'body'])
    .where('participant', 'in', [...participants])
    .orderBy('reference')
    .forUpdate()
    .execute();
  for (const { process_id, reference, state, kind, lang, body } of rows) {
    const isOpen = state === 'received' || state === 'under-examination';
    await transaction
      .updateTable('observation')
      .set({
        participant: null,
        recipient: null,
        author: null,
        salt: null,
        content: null,
        body: JSON.stringify(emptied(body as unknown as ObservationDraft, kind, lang)),
        search: sql`''::tsvector`,
        ...(isOpen && { state: 'withdrawn' }),
      })
      .where('process_id', '=', process_id)
      .where('reference', '=', reference)
      .execute();
    await happened(transaction, [{ process: process_id, reference, event: isOpen ? 'withdrawn' : 'redacted', at, note }]);
  }
  const references = rows.map(({ reference }) => reference);
  await letGo(transaction, references);
  return rows.length;
}

/** What stays of a draft: what it was on, without the words that were chosen there. */
function emptied({ subject }: ObservationDraft, kind: string, lang: string): ObservationDraft {
  const { process, document, version, passage } = subject;
  return {
    subject: {
      process,
      ...(document !== undefined && { document }),
      ...(version !== undefined && { version }),
      ...(passage !== undefined && { passage }),
    },
    kind,
    text: '',
    attachments: [],
    lang,
  };
}

/** Comments go; one that others answered keeps its place without words, so that the answers keep theirs. */
async function eraseComments(transaction: Transaction<Schema>, participants: readonly Uint8Array[]): Promise<number> {
  const own = transaction.selectFrom('comment').where('participant', 'in', [...participants]);
  const touched = await own.select(['process_id', 'reference']).execute();
  if (touched.length === 0) return 0;
  await transaction
    .deleteFrom('comment')
    .where('participant', 'in', [...participants])
    .where('parent', 'is not', null)
    .execute();
  await transaction
    .deleteFrom('comment')
    .where('participant', 'in', [...participants])
    .where(build =>
      build.not(
        build.exists(
          build
            .selectFrom('comment as answer')
            .select('answer.id')
            .whereRef('answer.process_id', '=', 'comment.process_id')
            .whereRef('answer.reference', '=', 'comment.reference')
            .whereRef('answer.parent', '=', 'comment.id'),
        ),
      ),
    )
    .execute();
  await transaction
    .updateTable('comment')
    .set({ participant: null, author: null, text: '' })
    .where('participant', 'in', [...participants])
    .execute();
  await transaction
    .updateTable('observation')
    .set({
      comments: sql<number>`(select count(*)::integer from comment where comment.process_id = observation.process_id and comment.reference = observation.reference)`,
    })
    .where('reference', 'in', [...new Set(touched.map(({ reference }) => reference))])
    .execute();
  return touched.length;
}

async function eraseLikes(transaction: Transaction<Schema>, participants: readonly Uint8Array[]): Promise<void> {
  const liked = await transaction
    .deleteFrom('observation_like')
    .where('participant', 'in', [...participants])
    .returning('reference')
    .execute();
  if (liked.length === 0) return;
  await transaction
    .updateTable('observation')
    .set({ likes: sql`greatest(likes - 1, 0)` })
    .where(
      'reference',
      'in',
      liked.map(({ reference }) => reference),
    )
    .execute();
}
