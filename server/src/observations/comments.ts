import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import * as v from 'valibot';
import { commentSchema, longestComment, type Comment, type CommentDraft } from '../../../src/model/comment.js';
import type { Page } from '../../../src/model/page.js';
import { hasWords, lengthOf, tidied } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import type { CommentTable, Schema } from '../database/schema.js';
import { hold } from '../moderation/subject.js';
import { submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { isSilent } from './line.js';
import { observationOrProblem } from './find-observation.js';
import { reactor } from './reactor.js';

const cursorSchema = v.tuple([v.pipe(v.string(), v.isoTimestamp()), v.pipe(v.string(), v.uuid())]);

/** Comments on an observation, oldest first. @throws Problem `not-found`, `invalid-request`. */
export async function commentsOf(
  { database: { db } }: Pick<City, 'database'>,
  reference: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Comment>> {
  const observation = await observationOrProblem(db, reference);
  const from = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await db
    .selectFrom('comment')
    .selectAll()
    .where('process_id', '=', observation.process_id)
    .where('reference', '=', observation.reference)
    .$if(from !== undefined, query => query.where(sql<boolean>`(at, id) > (${from?.[0]}::timestamptz, ${from?.[1]}::uuid)`))
    .orderBy('at')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last && Buffer.from(JSON.stringify([last.at.toISOString(), last.id])).toString('base64url');
  return { items: rows.slice(0, limit).map(commentOf), ...(next !== undefined && { next }) };
}

/**
 * Adds a comment, or an answer to one.
 *
 * @throws Problem `not-found`, `not-entitled`, `not-asked` when there is nothing to comment on any more, `invalid-fields`.
 */
export async function addComment(
  city: City,
  draft: CommentDraft,
  { visitor, key }: { visitor: Visitor; key: string },
): Promise<Comment> {
  const { database, now } = city;
  const observation = await observationOrProblem(database.db, draft.reference);
  const { participant, may } = await reactor(city, observation.process_id, visitor);
  const text = tidied(draft.text);
  const { parent, alignment, lang } = draft;
  const request = ['comment', observation.reference, parent, draft.text, alignment, lang];
  return submit(database.db, { sender: participant, key, request, now: now() }, async transaction => {
    may();
    await hold(transaction, { process: observation.process_id, reference: observation.reference });
    if (isSilent(await observationOrProblem(transaction, draft.reference))) throw new Problem('not-asked');
    if (!hasWords(text)) refuse('/text', 'is empty');
    if (lengthOf(text) > longestComment) refuse('/text', `has more than ${String(longestComment)} signs`);
    if (parent !== undefined && !(await isFirstLevel(transaction, observation, parent))) refuse('/parent', 'takes no answers');
    const row = {
      process_id: observation.process_id,
      reference: observation.reference,
      id: randomUUID(),
      parent: parent ?? null,
      participant,
      author: visitor.nickname,
      lang,
      text,
      alignment,
      at: now(),
      hidden: null,
    };
    await transaction.insertInto('comment').values(row).execute();
    await transaction
      .updateTable('observation')
      .set({ comments: sql`comments + 1` })
      .where('process_id', '=', row.process_id)
      .where('reference', '=', row.reference)
      .execute();
    return commentOf(row);
  });
}

/** A comment as everybody may read it. */
export function commentOf(row: Omit<Selectable<CommentTable>, 'hidden'> & { hidden: object | null }): Comment {
  const { id, parent, author, lang, text, alignment, at, hidden } = row;
  return v.parse(commentSchema, {
    id,
    ...(parent !== null && { parent }),
    text: { lang, text: hidden ? '' : text },
    ...(author !== null && !hidden && { author }),
    alignment,
    at: at.toISOString(),
    ...(hidden && { hidden }),
  });
}

/** Whether a comment is one that can be answered: one on this observation, which answers none itself, and can be read. */
async function isFirstLevel(
  db: Kysely<Schema>,
  { process_id, reference }: { process_id: string; reference: string },
  id: string,
): Promise<boolean> {
  if (!v.is(v.pipe(v.string(), v.uuid()), id)) return false;
  const found = await db
    .selectFrom('comment')
    .select('parent')
    .where('process_id', '=', process_id)
    .where('reference', '=', reference)
    .where('id', '=', id)
    .where('hidden', 'is', null)
    .executeTakeFirst();
  return found?.parent === null;
}

function refuse(pointer: string, detail: string): never {
  throw new Problem('invalid-fields', { fields: [{ pointer, detail }] });
}

function readCursor(cursor: string): [string, string] {
  try {
    return v.parse(cursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Problem('invalid-request', { fields: [{ pointer: '/cursor', detail: 'not a cursor of this list' }] });
  }
}
