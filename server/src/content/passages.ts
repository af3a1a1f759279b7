import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import { withTranslations } from '../../../src/model/translations.js';
import type { Schema } from '../database/schema.js';
import type { BareDocument, DocumentContent, PassageContent } from './schema.js';

/** Rows that are written with one statement. */
const batch = 200;

/** What stands of a passage in the table of contents. */
export type PassageLine = Pick<PassageContent, 'id' | 'kind' | 'level' | 'label' | 'title'>;

/** A document as it is kept beside its passages. */
export const withoutPassages = ({ versions, ...document }: DocumentContent): object => ({
  ...document,
  versions: versions.map(({ number, status, date, act, note }) => ({ number, status, date, act, note })),
});

/** Puts the passages of these documents in the place of all that there were. */
export async function replacePassages(transaction: Transaction<Schema>, documents: readonly DocumentContent[]): Promise<void> {
  await transaction.deleteFrom('passage').execute();
  const rows = documents.flatMap(({ id: document_id, versions }) =>
    versions.flatMap(({ number: version, passages }) =>
      passages.map(({ id, kind, level, label, title, ...text }, position) => ({
        document_id,
        version,
        position,
        id,
        line: JSON.stringify({ kind, level, label, title }),
        text: JSON.stringify(text),
      })),
    ),
  );
  for (let start = 0; start < rows.length; start += batch) {
    await transaction
      .insertInto('passage')
      .values(rows.slice(start, start + batch))
      .execute();
  }
}

/** The lines of a version's table of contents, in reading order. */
export async function contentsOf(db: Kysely<Schema>, document: string, version: number): Promise<PassageLine[]> {
  const rows = await db
    .selectFrom('passage')
    .select(['id', 'line'])
    .where('document_id', '=', document)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map(({ id, line }) => ({ id, ...(withTranslations(line) as Omit<PassageLine, 'id'>) }));
}

/**
 * Passages of a version in reading order.
 *
 * @param from - Id of the first; left out, the first of all.
 * @returns Nothing at all when there is no such passage.
 */
export async function passagesFrom(
  db: Kysely<Schema>,
  { document, version, from, limit }: { document: string; version: number; from?: string | undefined; limit: number },
): Promise<PassageContent[]> {
  const ofVersion = db.selectFrom('passage').where('document_id', '=', document).where('version', '=', version);
  const rows = await ofVersion
    .select(['id', 'line', 'text'])
    .$if(from !== undefined, query => query.where('position', '>=', ofVersion.select('position').where('id', '=', from ?? '')))
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(passageOf);
}

/** All passages of all documents, by document and version as `keyOf` names them. */
export async function allPassages(db: Kysely<Schema>): Promise<Map<string, PassageContent[]>> {
  const rows = await db
    .selectFrom('passage')
    .select(['document_id', 'version', 'id', 'line', 'text'])
    .orderBy('document_id')
    .orderBy('version')
    .orderBy('position')
    .execute();
  const passages = new Map<string, PassageContent[]>();
  for (const row of rows) {
    const key = keyOf(row.document_id, row.version);
    const ofVersion = passages.get(key) ?? [];
    ofVersion.push(passageOf(row));
    passages.set(key, ofVersion);
  }
  return passages;
}

export const keyOf = (document: string, version: number): string => `${document} ${String(version)}`;

/** Versions that people could read and speak of, and whose text becomes another. */
export async function changedPassages(
  transaction: Transaction<Schema>,
  documents: readonly DocumentContent[],
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('content')
    .select('body')
    .where('kind', '=', 'document')
    .orderBy('position')
    .execute();
  const before = await allPassages(transaction);
  return rows.flatMap(({ body }) => {
    const { id, versions } = body as unknown as BareDocument;
    return versions.flatMap(({ number, status }) => {
      const after = documents.find(document => document.id === id)?.versions.find(version => version.number === number);
      const published = (typeof status === 'string' ? status : status.value) !== 'draft';
      if (!after || !published || isDeepStrictEqual(words(before.get(keyOf(id, number))), words(after.passages))) return [];
      return [`The text of version ${String(number)} of '${id}' has been published, and changes with this import.`];
    });
  });
}

/** What is decided on, in the form in which the database has it. */
const words = (passages: readonly PassageContent[] = []): unknown =>
  JSON.parse(JSON.stringify(passages.map(({ id, body }) => ({ id, body }))));

const passageOf = ({ id, line, text }: { id: string; line: object; text: object }): PassageContent => ({
  id,
  ...(withTranslations(line) as Omit<PassageLine, 'id'>),
  ...(withTranslations(text) as Omit<PassageContent, keyof PassageLine>),
});
