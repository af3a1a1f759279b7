import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { ObservationFilter } from '../../../src/model/observation.js';
import type { Schema } from '../database/schema.js';
import { tidiedReference } from './reference-numbers.js';
import { searchQuery } from './search.js';

type Query = SelectQueryBuilder<Schema, 'observation', object>;

/**
 * The observations that a list is about.
 *
 * @param language - In which words are looked up.
 */
export function filtered(db: Kysely<Schema>, filter: ObservationFilter, language: string): Query {
  const { process, document, passage, text = '', kind, theme, state, outcome, source } = filter;
  let query: Query = db.selectFrom('observation').where('observation.process_id', '=', process);
  if (document !== undefined) query = query.where('observation.document_id', '=', document);
  if (passage !== undefined) query = query.where('observation.passage_id', '=', passage);
  if (kind !== undefined) query = query.where('observation.kind', '=', kind);
  if (theme !== undefined) query = query.where('observation.theme', '=', theme);
  if (state !== undefined) query = query.where('observation.state', '=', state);
  if (outcome !== undefined) query = query.where('observation.outcome', '=', outcome);
  if (source !== undefined) query = query.where('observation.source', '=', source);
  const words = text.trim();
  if (words === '') return query;
  // What was hidden or taken back is found by its number alone.
  return query.where(build =>
    build.or([
      build('observation.reference', '=', tidiedReference(words)),
      build.and([
        sql<boolean>`observation.search @@ ${searchQuery(language, words)}`,
        build('observation.hidden', 'is', null),
        build('observation.state', '!=', 'withdrawn'),
      ]),
    ]),
  );
}

/** How near an observation is to the words that are searched for, as a whole number. */
export const nearness = (language: string, words: string): RawBuilder<number> =>
  sql<number>`(ts_rank(search, ${searchQuery(language, words)}) * 1000000)::integer`;
