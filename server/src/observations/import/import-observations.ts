import type { Transaction } from 'kysely';
import type { City } from '../../city.js';
import type { ContentProblem } from '../../content/content-problem.js';
import type { Fault } from '../../content/content-fault.js';
import type { Schema } from '../../database/schema.js';
import { nextNumber } from '../reference-numbers.js';
import type { ObservedProcess } from '../terms.js';
import { checkedDraft } from './check-items.js';
import { numbered, type Numbered } from './number-items.js';
import { PassageTexts } from './passage-texts.js';
import type { ImportItem, ReadImport } from './read-files.js';
import { writeItems, type CheckedItem } from './write-items.js';

/** Nothing was imported, since something is wrong with at least one observation. */
export class ObservationsRefused extends Error {
  override readonly name = 'ObservationsRefused';

  constructor(readonly problems: readonly ContentProblem[]) {
    super('observations were refused');
  }
}

/** What was imported into one process. */
export interface Imported {
  readonly process: string;
  readonly observations: number;
  readonly comments: number;
  readonly responses: number;
  /** Its first and last number. */
  readonly from: string;
  readonly to: string;
}

/** Ends a transaction that was only to show what would be done. */
class OnlyChecked extends Error {}

/**
 * Takes over observations that were received elsewhere: with numbers that go on from the last one, a leaf in the log for each, their
 * comments, responses and history. All of them or none.
 *
 * @param read - What the files hold; with problems nothing is imported.
 * @throws ObservationsRefused with all problems and where they are.
 */
export async function importObservations(
  city: City,
  read: ReadImport,
  { onlyCheck = false }: { onlyCheck?: boolean } = {},
): Promise<Imported[]> {
  const { database, content, settings, now } = city;
  const problems = [...read.problems];
  const faultOf =
    (item: Pick<ImportItem, 'path'>): Fault =>
    (path, message) =>
      void problems.push(read.placed({ path: [...item.path, ...path], message }));
  // Before the transaction, since the embedded database has one connection.
  const processes = await processesOf(city, read.items);
  const documents = read.items.flatMap(({ document, adoptedIn }) => [document ?? [], adoptedIn?.document ?? []].flat());
  const passages = await PassageTexts.of(database.db, content, documents);
  const items = read.items.flatMap((item): CheckedItem[] => {
    const draft = checkedDraft(item, { processes, passages, locale: settings.locale, now: now() }, faultOf(item));
    return draft ? [{ ...item, draft }] : [];
  });
  if (problems.length > 0) throw new ObservationsRefused(problems);

  const done: Imported[] = [];
  try {
    await database.db.transaction().execute(async transaction => {
      for (const [id, process] of processes) {
        const ofProcess = items.filter(item => item.process === id);
        if (ofProcess.length === 0) continue;
        const last = await lastNumbers(transaction, id);
        const withNumbers = numbered(ofProcess, process, last, faultOf);
        if (problems.length > 0) throw new ObservationsRefused(problems);
        await takeNumbers(transaction, id, withNumbers);
        await writeItems(city, transaction, process, withNumbers);
        done.push(countsOf(id, withNumbers));
      }
      if (onlyCheck) throw new OnlyChecked();
    });
  } catch (error) {
    if (!(error instanceof OnlyChecked)) throw error;
  }
  return done;
}

async function processesOf({ content }: City, items: readonly ImportItem[]): Promise<Map<string, ObservedProcess>> {
  const processes = new Map<string, ObservedProcess>();
  for (const id of new Set(items.map(({ process }) => process))) {
    const process = await content.process(id);
    if (process?.observations) processes.set(id, { ...process, observations: process.observations });
  }
  return processes;
}

/** The last numbers that were given, locked until the end: nobody takes the next one meanwhile. */
async function lastNumbers(transaction: Transaction<Schema>, process: string): Promise<Map<number, number>> {
  const rows = await transaction
    .selectFrom('reference_counter')
    .select(['year', 'last'])
    .where('process_id', '=', process)
    .forUpdate()
    .execute();
  return new Map(rows.map(({ year, last }) => [year, last]));
}

async function takeNumbers(
  transaction: Transaction<Schema>,
  process: string,
  items: readonly Numbered<CheckedItem>[],
): Promise<void> {
  for (const year of new Set(items.map(item => item.year))) {
    const numbers = items.filter(item => item.year === year).map(({ number }) => number);
    const first = await nextNumber(transaction, { process, year, count: numbers.length });
    // In a year without a row yet there was nothing to lock, and somebody was quicker.
    if (first !== Math.min(...numbers)) throw new Error(`Somebody took numbers of ${process} meanwhile. Import again.`);
  }
}

function countsOf(process: string, items: readonly Numbered<CheckedItem>[]): Imported {
  const references = items.map(({ reference }) => reference).sort();
  const sum = (count: (item: CheckedItem) => number): number => items.reduce((total, { item }) => total + count(item), 0);
  return {
    process,
    observations: items.length,
    comments: sum(({ comments = [] }) => comments.reduce((total, { answers = [] }) => total + 1 + answers.length, 0)),
    responses: sum(({ responses = [] }) => responses.length),
    from: references[0] ?? '',
    to: references.at(-1) ?? '',
  };
}
