import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { ContentProblem } from '../content/content-problem.js';
import type { Schema } from '../database/schema.js';
import type { ResponseEntry } from './response-entry.js';
import type { PlannedResponse, ResponsePlan } from './response-plan.js';
import type { ResponseSpeaker } from './response-words.js';

/** Reference numbers in one statement. */
const batch = 1000;

/** What an observation is now, as far as a response to it is concerned. */
interface Answered {
  readonly process_id: string;
  readonly reference: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly adopted_in: object | null;
  /** The response in force. */
  readonly last: { readonly outcome: object; readonly text: object; readonly act: object | null } | undefined;
}

/**
 * Says what the publication of these responses would do: to which observations they are the first, which follow others, which are in force
 * already. It reads and changes nothing.
 */
export async function previewResponses(
  db: Kysely<Schema>,
  entries: readonly ResponseEntry[],
  t: ResponseSpeaker,
): Promise<ResponsePlan> {
  const answered = new Map<string, Answered>();
  for (let start = 0; start < entries.length; start += batch) {
    const some = await answeredOf(
      db,
      entries.slice(start, start + batch).map(({ reference }) => reference),
    );
    for (const each of some) answered.set(each.reference, each);
  }
  const passages = await passagesOf(db, entries);
  const planned: PlannedResponse[] = [];
  const problems: ContentProblem[] = [];
  for (const entry of entries) {
    const found = answered.get(entry.reference);
    const message = problemOf(entry, found, passages, t);
    if (message !== undefined) problems.push({ ...entry.place, message });
    else if (found) planned.push(plannedOf(entry, found));
  }
  return { planned, problems };
}

function problemOf(
  { reference, adoptedIn }: ResponseEntry,
  found: Answered | undefined,
  passages: ReadonlySet<string>,
  t: ResponseSpeaker,
): string | undefined {
  if (!found) return t('reference-unknown', { reference });
  if (found.state === 'withdrawn') return t('withdrawn', { reference });
  if (adoptedIn && !passages.has(passageKey(adoptedIn))) {
    return t('adopted-unknown', { document: adoptedIn.document, version: adoptedIn.version });
  }
  return undefined;
}

function plannedOf(entry: ResponseEntry, { process_id: process, last, outcome, adopted_in }: Answered): PlannedResponse {
  const before = outcome === null ? {} : { before: outcome };
  if (!last) return { ...entry, process, step: 'first', ...before };
  const isSame =
    isDeepStrictEqual(last.outcome, { value: entry.outcome }) &&
    isDeepStrictEqual(last.text, entry.text) &&
    isDeepStrictEqual(last.act, entry.act ?? null) &&
    isDeepStrictEqual(adopted_in, entry.adoptedIn ?? null);
  return { ...entry, process, step: isSame ? 'same' : 'later', ...before };
}

async function answeredOf(db: Kysely<Schema>, references: readonly string[]): Promise<Answered[]> {
  const observations = await db
    .selectFrom('observation')
    .select(['process_id', 'reference', 'state', 'outcome', 'adopted_in'])
    .where('reference', 'in', references)
    .execute();
  const responses = await db
    .selectFrom('response')
    .select(['process_id', 'reference', 'outcome', 'text', 'act'])
    .where('reference', 'in', references)
    .where('process_id', 'in', [...new Set(observations.map(({ process_id }) => process_id)), ''])
    .orderBy('position')
    .execute();
  // The last of each is the one that stays.
  const last = new Map(responses.map(({ process_id, reference, ...response }) => [`${process_id} ${reference}`, response]));
  return observations.map(each => ({ ...each, last: last.get(`${each.process_id} ${each.reference}`) }));
}

/** Those of the passages named in the responses that there are. */
async function passagesOf(db: Kysely<Schema>, entries: readonly ResponseEntry[]): Promise<Set<string>> {
  const documents = [...new Set(entries.flatMap(({ adoptedIn }) => (adoptedIn ? [adoptedIn.document] : [])))];
  if (documents.length === 0) return new Set();
  const rows = await db
    .selectFrom('passage')
    .select(['document_id', 'version', 'id'])
    .where('document_id', 'in', documents)
    .execute();
  return new Set(
    rows.flatMap(({ document_id: document, version, id: passage }) => [
      passageKey({ document, version }),
      passageKey({ document, version, passage }),
    ]),
  );
}

const passageKey = ({ document, version, passage = '' }: NonNullable<ResponseEntry['adoptedIn']>): string =>
  `${document} ${String(version)} ${passage}`;
