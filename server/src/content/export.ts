import type { Kysely } from 'kysely';
import { withTranslations } from '../../../src/model/translations.js';
import type { Schema } from '../database/schema.js';
import type { Content, PactContent, ProcessContent } from './schema.js';

/** All that is published, in the city's order. */
export async function exportContent(db: Kysely<Schema>): Promise<Content> {
  const rows = await db.selectFrom('content').select(['kind', 'body']).orderBy('position').orderBy('id').execute();
  const bodies = (kind: string): unknown[] => rows.filter(row => row.kind === kind).map(({ body }) => withTranslations(body));
  return { processes: bodies('process') as ProcessContent[], pacts: bodies('pact') as PactContent[] };
}
