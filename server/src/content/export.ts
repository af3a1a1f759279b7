import type { Kysely } from 'kysely';
import { withTranslations } from '../../../src/model/translations.js';
import type { Schema } from '../database/schema.js';
import { allPassages, keyOf } from './passages.js';
import type { BallotContent, BareDocument, Content, PactContent, ProcessContent } from './schema.js';

/** All that is published, in the city's order, and of one import even while another arrives. */
export async function exportContent(db: Kysely<Schema>): Promise<Content> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async transaction => {
      const rows = await transaction.selectFrom('content').select(['kind', 'body']).orderBy('position').orderBy('id').execute();
      const passages = await allPassages(transaction);
      const bodies = (kind: string): unknown[] => rows.filter(row => row.kind === kind).map(({ body }) => withTranslations(body));
      const documents = (bodies('document') as BareDocument[]).map(({ versions, ...document }) => ({
        ...document,
        versions: versions.map(version => ({ ...version, passages: passages.get(keyOf(document.id, version.number)) ?? [] })),
      }));
      const ballots = bodies('ballot') as BallotContent[];
      return {
        processes: bodies('process') as ProcessContent[],
        pacts: bodies('pact') as PactContent[],
        ...(documents.length > 0 && { documents }),
        ...(ballots.length > 0 && { ballots }),
      };
    });
}
