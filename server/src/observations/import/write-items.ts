import { randomBytes, randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { saltLength } from '../../../../src/model/log/commitment.js';
import type { ObservationDraft } from '../../../../src/model/observation-draft.js';
import { tidied } from '../../../../src/model/written-text.js';
import type { City } from '../../city.js';
import { readMarkdown } from '../../content/markdown/read-markdown.js';
import type { CommentTable, ObservationTable, ResponseTable, Schema } from '../../database/schema.js';
import { appendToLog } from '../../log/append.js';
import { commitmentOf } from '../../participation/commitment.js';
import { contentOf } from '../commit-observation.js';
import { happened, type Happening } from '../events.js';
import { searchable } from '../searchable.js';
import { writtenIn, type ObservedProcess } from '../terms.js';
import type { Numbered } from './number-items.js';
import type { ImportItem } from './read-files.js';

/** Rows that are written with one statement. */
const batch = 200;

/** An observation that is right, with what its author would have sent. */
export interface CheckedItem extends ImportItem {
  readonly draft: ObservationDraft;
}

/** Writes the observations of one process, with their leaves in its log, their history, comments and responses. */
export async function writeItems(
  city: City,
  transaction: Transaction<Schema>,
  process: ObservedProcess,
  items: readonly Numbered<CheckedItem>[],
): Promise<void> {
  const entries = items.map(({ item: { draft, receivedAt }, reference }) => {
    const content = contentOf(reference, new Date(receivedAt), draft);
    const salt = randomBytes(saltLength);
    return { content, salt, commitment: commitmentOf(content, salt) };
  });
  const commitments = entries.map(({ commitment }) => commitment);
  const { first } = await appendToLog(city, transaction, { process: process.id, commitments, at: city.now() });
  const language = writtenIn(process, city.settings);
  const observations = items.map((each, index) => {
    const { salt, content } = entries[index] ?? { salt: null, content: {} };
    return { ...observationRow(each, language), salt, content: JSON.stringify(content), leaf: first + index };
  });
  for (const rows of parts(observations)) await transaction.insertInto('observation').values(rows).execute();
  for (const rows of parts(items.flatMap(commentRows))) await transaction.insertInto('comment').values(rows).execute();
  for (const rows of parts(items.flatMap(responseRows))) await transaction.insertInto('response').values(rows).execute();
  for (const rows of parts(items.flatMap(historyOf))) await happened(transaction, rows);
}

function observationRow(
  { item, reference, year, number }: Numbered<CheckedItem>,
  language: string,
): Omit<Insertable<ObservationTable>, 'salt' | 'content' | 'leaf'> {
  const { process, draft, author, source = 'online', receivedAt, likes = 0, comments = [], responses = [], adoptedIn } = item;
  const { subject, kind, theme = null, lang } = draft;
  const outcome = responses.at(-1)?.outcome ?? null;
  return {
    process_id: process,
    reference,
    year,
    number,
    participant: null,
    recipient: null,
    document_id: subject.document ?? null,
    passage_id: subject.passage ?? null,
    kind,
    theme,
    state: stateOf(item),
    outcome,
    source,
    author: author === undefined ? null : tidied(author),
    lang,
    body: JSON.stringify(draft),
    search: searchable(language, reference, draft),
    received_at: new Date(receivedAt),
    hidden: item.hidden ? JSON.stringify(hiddenOf(item)) : null,
    adopted_in: adoptedIn ? JSON.stringify(adoptedIn) : null,
    likes,
    comments: comments.reduce((sum, { answers = [] }) => sum + 1 + answers.length, 0),
  };
}

function stateOf({ state = 'received', responses = [], adoptedIn }: ImportItem): string {
  if (responses.length === 0) return state;
  return adoptedIn ? 'in-final-text' : 'answered';
}

const hiddenOf = ({ hidden, lang }: ImportItem): object => ({
  reason: { value: hidden?.reason },
  at: new Date(hidden?.at ?? 0).toISOString(),
  ...(hidden?.note !== undefined && { note: { lang, text: hidden.note } }),
});

function commentRows({ item, reference }: Numbered<CheckedItem>): Insertable<CommentTable>[] {
  const row = (
    { at, author, text, lang, alignment }: NonNullable<ImportItem['comments']>[number],
    parent: string | null,
  ): Insertable<CommentTable> & { id: string } => ({
    process_id: item.process,
    reference,
    id: randomUUID(),
    parent,
    participant: null,
    author: author === undefined ? null : tidied(author),
    lang: lang ?? item.lang,
    text: tidied(text),
    alignment: alignment ?? 'neutral',
    at: new Date(at),
    hidden: null,
  });
  return (item.comments ?? []).flatMap(({ answers = [], ...comment }) => {
    const first = row(comment, null);
    return [first, ...answers.map(answer => row(answer, first.id))];
  });
}

const responseRows = ({ item, reference }: Numbered<CheckedItem>): Insertable<ResponseTable>[] =>
  (item.responses ?? []).map(({ outcome, text, lang = item.lang, at, act }, position) => ({
    process_id: item.process,
    reference,
    position,
    outcome: JSON.stringify({ value: outcome }),
    text: JSON.stringify({ lang, blocks: readMarkdown(text).blocks }),
    act: act ? JSON.stringify({ ...act, kind: { lang, text: act.kind } }) : null,
    at: new Date(at),
  }));

function historyOf({ item, reference }: Numbered<CheckedItem>): Happening[] {
  const { process, receivedAt, state = 'received', stateAt = receivedAt, responses = [], adoptedIn, hidden, lang } = item;
  const event = (name: Happening['event'], at: string, later = 0): Happening => ({
    process,
    reference,
    event: name,
    at: new Date(Date.parse(at) + later),
  });
  const last = responses.at(-1);
  return [
    event('received', receivedAt),
    // A moment later, so that it stands behind what came before it.
    ...(state === 'received' ? [] : [event(state, stateAt, 1)]),
    ...responses.map(({ at }) => event('answered', at, 2)),
    ...(last && adoptedIn ? [event('in-final-text', last.at, 3)] : []),
    ...(hidden
      ? [{ ...event('hidden', hidden.at, 4), ...(hidden.note !== undefined && { note: { lang, text: hidden.note } }) }]
      : []),
  ];
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) => rows.slice(index * batch, (index + 1) * batch));
}
