import { sql } from 'kysely';
import type { ObservationFilter, ObservationSummary } from '../../../src/model/observation.js';
import { inLanguage } from '../../../src/model/translations.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import { filtered } from './filter.js';
import { passageNames } from './passage-names.js';
import { observedProcess, writtenIn } from './terms.js';

type Counted = 'state' | 'outcome' | 'kind' | 'source' | 'theme';

/** What came of the observations that a list is about. */
export async function summarise(
  city: Pick<City, 'content' | 'database' | 'settings'>,
  filter: ObservationFilter,
  languages: Languages,
): Promise<ObservationSummary> {
  const { db } = city.database;
  const process = await observedProcess(city, filter.process);
  const query = () => filtered(db, filter, writtenIn(process, city.settings));
  const tally = async (column: Counted) => {
    const rows = await query()
      .select([column, sql<string>`count(*)`.as('count')])
      .where(column, 'is not', null)
      .groupBy(column)
      .orderBy('count', 'desc')
      .orderBy(column)
      .execute();
    return rows.map(row => ({ value: row[column] ?? '', count: Number(row.count) }));
  };
  const all = await query()
    .select([sql<string>`count(*)`.as('total'), sql<string>`coalesce(sum(comments), 0)`.as('comments')])
    .executeTakeFirstOrThrow();
  const { last } = await db
    .selectFrom('response')
    .select(sql<Date | null>`max(at)`.as('last'))
    .where('process_id', '=', filter.process)
    .where('reference', 'in', query().select('reference'))
    .executeTakeFirstOrThrow();
  const passages = await query()
    .innerJoin('passage', join =>
      join
        .onRef('passage.document_id', '=', 'observation.document_id')
        .onRef('passage.id', '=', 'observation.passage_id')
        .on(sql<boolean>`passage.version = (observation.body->'subject'->>'version')::integer`),
    )
    .select([
      'observation.document_id',
      'observation.passage_id',
      sql<string>`count(*)`.as('count'),
      sql<number>`max(passage.position)`.as('place'),
    ])
    .groupBy(['observation.document_id', 'observation.passage_id'])
    .orderBy('observation.document_id')
    .orderBy('place')
    .execute();
  const names = await passageNames(db, passages, languages);
  const token = ({ value, count }: { value: string; count: number }) => ({ value: { value }, count });
  const themes = process.observations.themes ?? [];
  return {
    total: Number(all.total),
    comments: Number(all.comments),
    states: (await tally('state')).map(token),
    outcomes: (await tally('outcome')).map(token),
    kinds: (await tally('kind')).map(token),
    sources: (await tally('source')).map(token),
    themes: (await tally('theme')).flatMap(({ value, count }) => {
      const theme = themes.find(({ id }) => id === value);
      return theme ? [{ value: inLanguage(theme, languages.locale, languages.fallback), count }] : [];
    }) as ObservationSummary['themes'],
    passages: passages.map(({ document_id, passage_id, count }) => {
      const name = names.get(`${document_id ?? ''} ${passage_id ?? ''}`);
      return { document: document_id ?? '', passage: passage_id ?? '', ...(name && { name }), count: Number(count) };
    }),
    ...(last && { lastAnswered: last.toISOString() }),
  };
}

/** How many observations everybody can read on each passage of a document, by the passage's id. */
export async function countsByPassage(
  { database: { db } }: Pick<City, 'database'>,
  document: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('observation')
    .select(['passage_id', sql<string>`count(*)`.as('count')])
    .where('document_id', '=', document)
    .where('passage_id', 'is not', null)
    .groupBy('passage_id')
    .execute();
  return new Map(rows.map(({ passage_id, count }) => [passage_id ?? '', Number(count)]));
}
