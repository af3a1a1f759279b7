import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { City } from '../city.js';
import type { ContentProblem } from '../content/content-problem.js';
import type { Schema } from '../database/schema.js';
import { happened, type Happening } from '../observations/events.js';
import { answerLetters, type Processes } from './answer-letters.js';
import { previewResponses } from './plan-responses.js';
import type { ResponseEntry } from './response-entry.js';
import type { PlannedResponse, ResponsePlan } from './response-plan.js';
import type { ResponseSpeaker } from './response-words.js';

/** Rows that are written with one statement. */
const batch = 500;

/** Nothing was published, since something is wrong with at least one response. */
export class ResponsesRefused extends Error {
  override readonly name = 'ResponsesRefused';

  constructor(readonly problems: readonly ContentProblem[]) {
    super('responses were refused');
  }
}

export interface Publication {
  /** Who publishes, by the name that the office's sign-in gave, or by the command. */
  readonly official: string;
  readonly t: ResponseSpeaker;
}

/**
 * Publishes responses: all of them, with the letters to who asked for one, or nothing. A response that was published stays as it is, and
 * the new one follows it; one that is in force already in the same words is passed over.
 *
 * @returns What was done.
 * @throws ResponsesRefused with all problems.
 */
export async function publishResponses(
  city: City,
  entries: readonly ResponseEntry[],
  { official, t }: Publication,
): Promise<ResponsePlan> {
  const processes = await allProcesses(city);
  const done = await city.database.db.transaction().execute(async transaction => {
    await lock(transaction, entries);
    const plan = await previewResponses(transaction, entries, t);
    if (plan.problems.length > 0) throw new ResponsesRefused(plan.problems);
    const fresh = plan.planned.filter(({ step }) => step !== 'same');
    for (let start = 0; start < fresh.length; start += batch) {
      await write(city, transaction, fresh.slice(start, start + batch), official);
    }
    await answerLetters(city, transaction, fresh, processes);
    return plan;
  });
  city.news.changed();
  return done;
}

async function allProcesses({ content }: City): Promise<Processes> {
  const processes = await Promise.all((await content.ids('process')).map(id => content.process(id)));
  return new Map(processes.flatMap(process => (process ? [[process.id, process] as const] : [])));
}

/** In one order for everybody, so that two publications wait for each other and neither for ever. */
async function lock(transaction: Transaction<Schema>, entries: readonly ResponseEntry[]): Promise<void> {
  const references = entries.map(({ reference }) => reference).sort();
  for (let start = 0; start < references.length; start += batch) {
    await transaction
      .selectFrom('observation')
      .select('reference')
      .where('reference', 'in', references.slice(start, start + batch))
      .orderBy('reference')
      .forUpdate()
      .execute();
  }
}

async function write(
  { now }: City,
  transaction: Transaction<Schema>,
  responses: readonly PlannedResponse[],
  official: string,
): Promise<void> {
  const at = now();
  const positions = await nextPositions(transaction, responses);
  await transaction
    .insertInto('response')
    .values(
      responses.map(({ process, reference, outcome, text, act }) => ({
        process_id: process,
        reference,
        position: positions.get(`${process} ${reference}`) ?? 0,
        outcome: JSON.stringify({ value: outcome }),
        text: JSON.stringify(text),
        act: act ? JSON.stringify(act) : null,
        at,
      })),
    )
    .execute();
  await happened(
    transaction,
    responses.flatMap(response => eventsOf(response, at)),
  );
  await transaction
    .insertInto('moderation')
    .values(
      responses.map(({ process, reference, outcome }) => ({
        process_id: process,
        id: randomUUID(),
        reference,
        comment_id: null,
        official,
        action: 'answered',
        reason: outcome,
        note: null,
        at,
      })),
    )
    .execute();
  for (const { process, reference, outcome, adoptedIn } of responses) {
    await transaction
      .updateTable('observation')
      .set({
        state: adoptedIn ? 'in-final-text' : 'answered',
        outcome,
        adopted_in: adoptedIn ? JSON.stringify(adoptedIn) : null,
      })
      .where('process_id', '=', process)
      .where('reference', '=', reference)
      .execute();
  }
}

/** What went into the final text was answered in the moment before, so that its history tells both in this order. */
function eventsOf({ process, reference, adoptedIn }: PlannedResponse, at: Date): Happening[] {
  const answered = { process, reference, event: 'answered', at } as const;
  if (!adoptedIn) return [answered];
  return [answered, { process, reference, event: 'in-final-text', at: new Date(at.getTime() + 1) }];
}

async function nextPositions(
  transaction: Transaction<Schema>,
  responses: readonly PlannedResponse[],
): Promise<Map<string, number>> {
  const rows = await transaction
    .selectFrom('response')
    .select(({ fn }) => ['process_id', 'reference', fn.max('position').as('last')])
    .where(
      'reference',
      'in',
      responses.map(({ reference }) => reference),
    )
    .groupBy(['process_id', 'reference'])
    .execute();
  return new Map(rows.map(({ process_id, reference, last }) => [`${process_id} ${reference}`, last + 1]));
}
