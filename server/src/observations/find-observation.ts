import type { Kysely, Selectable } from 'kysely';
import type { ObservationTable, Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';
import { tidiedReference } from './reference-numbers.js';

/** The columns of an observation, without what only searching and proving need. */
export const observationColumns = [
  'process_id',
  'reference',
  'year',
  'number',
  'participant',
  'document_id',
  'passage_id',
  'kind',
  'theme',
  'state',
  'outcome',
  'source',
  'author',
  'lang',
  'body',
  'received_at',
  'hidden',
  'adopted_in',
  'likes',
  'comments',
  'leaf',
  'protocol_number',
] as const satisfies readonly (keyof ObservationTable)[];

/** An observation as the database has it. */
export type ObservationRow = Pick<Selectable<ObservationTable>, (typeof observationColumns)[number]>;

/** An observation by its number, however it was typed. */
export async function observationRow(db: Kysely<Schema>, reference: string): Promise<ObservationRow | undefined> {
  return db
    .selectFrom('observation')
    .select(observationColumns)
    .where('reference', '=', tidiedReference(reference))
    .executeTakeFirst();
}

/** @throws Problem `not-found`. */
export async function observationOrProblem(db: Kysely<Schema>, reference: string): Promise<ObservationRow> {
  const row = await observationRow(db, reference);
  if (!row) throw new Problem('not-found');
  return row;
}
