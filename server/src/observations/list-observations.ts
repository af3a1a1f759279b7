import { sql, type RawBuilder } from 'kysely';
import * as v from 'valibot';
import type { ObservationFilter, ObservationPage, ObservationSort } from '../../../src/model/observation.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import { Problem } from '../problems/problem.js';
import { filtered, nearness } from './filter.js';
import { observationColumns } from './find-observation.js';
import { lineOf } from './line.js';
import { passageNames } from './passage-names.js';
import { observedProcess, writtenIn } from './terms.js';

export interface ListWish extends Languages {
  readonly filter: ObservationFilter;
  readonly sort: ObservationSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where a page ended: by what it is sorted, then by number. So no later observation can push one over the edge of a page. */
const cursorSchema = v.tuple([v.number(), v.number(), v.number()]);

/** One page of a list, with how many there are in all. @throws Problem `not-found`, `invalid-request` for a cursor that is none. */
export async function listObservations(
  city: Pick<City, 'content' | 'database' | 'settings'>,
  { filter, sort, cursor, limit, ...languages }: ListWish,
): Promise<ObservationPage> {
  const { db } = city.database;
  const process = await observedProcess(city, filter.process);
  const language = writtenIn(process, city.settings);
  const { by, direction } = orderOf(sort, filter, language);
  const query = filtered(db, filter, language);
  const { total } = await query.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const from = cursor === undefined ? undefined : readCursor(cursor);
  const beyond = direction === 'desc' ? sql`<` : sql`>`;
  const rows = await query
    .select([...observationColumns, by.as('sorted')])
    .$if(from !== undefined, page => page.where(sql<boolean>`(${by}, year, number) ${beyond} (${sql.join(from ?? [])})`))
    .orderBy('sorted', direction)
    .orderBy('year', direction)
    .orderBy('number', direction)
    .limit(limit + 1)
    .execute();
  const names = await passageNames(db, rows, languages);
  const items = rows.slice(0, limit).map(row => lineOf(row, { process, names, languages }));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last && Buffer.from(JSON.stringify([last.sorted, last.year, last.number])).toString('base64url');
  return { items, total: Number(total), ...(next !== undefined && { next }) };
}

/** Reading order is that of the newest version of the documents. */
const position = sql<number>`coalesce((select p.position from passage p where p.document_id = observation.document_id
  and p.id = observation.passage_id order by p.version desc limit 1), -1)`;

const orders: Readonly<Record<Exclude<ObservationSort, 'relevance'>, { by: RawBuilder<number>; direction: 'asc' | 'desc' }>> = {
  newest: { by: sql<number>`0`, direction: 'desc' },
  oldest: { by: sql<number>`0`, direction: 'asc' },
  'most-liked': { by: sql<number>`likes`, direction: 'desc' },
  'most-commented': { by: sql<number>`comments`, direction: 'desc' },
  passage: { by: position, direction: 'asc' },
};

function orderOf(sort: ObservationSort, { text = '' }: ObservationFilter, locale: string) {
  if (sort !== 'relevance') return orders[sort];
  return text.trim() === '' ? orders.newest : { by: nearness(locale, text), direction: 'desc' as const };
}

function readCursor(cursor: string): number[] {
  try {
    return v.parse(cursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Problem('invalid-request', { fields: [{ pointer: '/cursor', detail: 'not a cursor of this list' }] });
  }
}
