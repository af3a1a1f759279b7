import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import { noteKeptProcess } from '../privacy/kept-processes.js';
import { contentProblems } from './content-problems.js';
import { eraseLost, lostParticipation } from './lost-participation.js';
import { changedPassages, replacePassages, withoutPassages } from './passages.js';
import type { Content, PactContent } from './schema.js';

/** Why content was not put in the place of what was there, one line for each reason. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
  }
}

export interface ImportOptions {
  /** Whether processes, pacts and versions that people took part in may go, and what they left with them. */
  remove?: boolean;
}

/**
 * Puts content in the place of what was published before: all of it or, when anything fails, nothing.
 *
 * @returns What the person who imports should look at again, one line for each.
 * @throws ImportRefused when the content has faults, or would take something away that people took part in.
 */
export async function importContent(
  db: Kysely<Schema>,
  content: Content,
  now: Date,
  { remove = false }: ImportOptions = {},
): Promise<string[]> {
  const faults = contentProblems(content);
  if (faults.length > 0) throw new ImportRefused(faults.map(({ path, message }) => `${path.join('/')}: ${message}`));
  const { documents = [], ballots = [] } = content;
  const rows = [
    ...content.processes.map((body, position) => ({ kind: 'process', id: body.id, position, body: JSON.stringify(body) })),
    ...content.pacts.map((body, position) => ({ kind: 'pact', id: body.id, position, body: JSON.stringify(body) })),
    ...documents.map((document, position) => {
      const body = JSON.stringify(withoutPassages(document));
      return { kind: 'document', id: document.id, position, body };
    }),
    ...ballots.map((body, position) => ({ kind: 'ballot', id: body.id, position, body: JSON.stringify(body) })),
  ];
  return db.transaction().execute(async transaction => {
    // First, since it makes a second import wait for this one.
    await nextRevision(transaction, now);
    const lost = await lostParticipation(transaction, content);
    if (lost.length > 0 && !remove) throw new ImportRefused(lost.map(({ about }) => about));
    await eraseLost(transaction, lost);
    const warnings = [...(await changedTexts(transaction, content.pacts)), ...(await changedPassages(transaction, documents))];
    await transaction.deleteFrom('content').execute();
    for (const row of rows) await transaction.insertInto('content').values(row).execute();
    for (const process of content.processes) await noteKeptProcess(transaction, process);
    await replacePassages(transaction, documents);
    return [...lost.map(({ about, stays }) => `${stays ? 'Kept without what it was on' : 'Erased'}: ${about}`), ...warnings];
  });
}

async function nextRevision(transaction: Transaction<Schema>, now: Date): Promise<void> {
  await transaction
    .insertInto('content_revision')
    .values({ name: 'content', revision: 1, changed_at: now })
    .onConflict(conflict =>
      conflict.column('name').doUpdateSet(({ eb }) => ({ revision: eb('content_revision.revision', '+', 1), changed_at: now })),
    )
    .execute();
}

/** Versions that were adopted and whose text becomes another. That can be right, for a slip of the pen; so it is said and done. */
async function changedTexts(transaction: Transaction<Schema>, pacts: readonly PactContent[]): Promise<string[]> {
  const rows = await transaction
    .selectFrom('content')
    .select(['id', 'body'])
    .where('kind', '=', 'pact')
    .orderBy('position')
    .execute();
  return rows.flatMap(({ id, body }) => {
    const versions = (body as unknown as PactContent).versions;
    return versions.flatMap(before => {
      const after = pacts.find(pact => pact.id === id)?.versions.find(({ number }) => number === before.number);
      if (!after || statusOf(before) === 'draft' || isDeepStrictEqual(binding(before), binding(after))) return [];
      return [`The text of version ${String(before.number)} of '${id}' has been adopted, and changes with this import.`];
    });
  });
}

type Version = PactContent['versions'][number];

const statusOf = ({ status }: Version): unknown => (typeof status === 'string' ? status : status.value);

/** The body of each section is what binds; see the model. In the form in which the database has it. */
const binding = ({ sections }: Version): unknown => JSON.parse(JSON.stringify(sections.map(({ id, body }) => ({ id, body }))));
