import { dayIn } from '../../../src/model/time.js';
import { eraseVotesOf } from '../ballots/erase-votes.js';
import type { City } from '../city.js';
import { deleteAll } from '../database/delete-all.js';
import { eraseObservationsOf } from './erase-process.js';
import { noteKeptProcesses } from './kept-processes.js';

/** Rows that go in one statement: few enough that nobody waits for it. */
const batch = 2000;

/** What is erased when the time of a process is over. Entries of the log stay, and say nothing without what is erased here. */
export interface Erased {
  readonly process: string;
  readonly votes: number;
  readonly acceptances: number;
  readonly observations: number;
  readonly comments: number;
  readonly sealedIdentities: number;
  readonly subscriptions: number;
}

/**
 * Erases what people gave to processes whose time is over: content with its salt, locked identities, addresses. The day counts in the
 * process's own time zone; where the process is not published any longer, in UTC.
 */
export async function eraseWhatIsOver(city: City): Promise<Erased[]> {
  const { database, content, now } = city;
  await noteKeptProcesses(city);
  const noted = await database.db.selectFrom('kept_process').selectAll().where('erase_after', 'is not', null).execute();
  const erased: Erased[] = [];
  for (const { process_id: id, erase_after } of noted) {
    const timeZone = (await content.process(id))?.timeZone ?? 'UTC';
    if (erase_after === null || dayIn(now(), timeZone) <= erase_after) continue;
    const done = await eraseProcess(city, id);
    if (isSomething(done)) erased.push(done);
  }
  return erased;
}

const isSomething = (erased: Erased): boolean => Object.values(erased).some(value => typeof value === 'number' && value > 0);

async function eraseProcess({ database: { db } }: City, process: string): Promise<Erased> {
  return {
    process,
    ...(await eraseObservationsOf(db, process)),
    votes: await eraseVotesOf(db, process),
    acceptances: await deleteAll(() =>
      db
        .deleteFrom('acceptance')
        .where('process_id', '=', process)
        .where('participant', 'in', query =>
          query.selectFrom('acceptance').select('participant').where('process_id', '=', process).limit(batch),
        )
        .executeTakeFirst(),
    ),
    sealedIdentities: await deleteAll(() =>
      db
        .deleteFrom('sealed_identity')
        .where('process_id', '=', process)
        .where('participant', 'in', query =>
          query.selectFrom('sealed_identity').select('participant').where('process_id', '=', process).limit(batch),
        )
        .executeTakeFirst(),
    ),
    subscriptions: await deleteAll(() =>
      db
        .deleteFrom('subscription')
        .where('process_id', '=', process)
        .where('person', 'in', query =>
          query.selectFrom('subscription').select('person').where('process_id', '=', process).limit(batch),
        )
        .executeTakeFirst(),
    ),
  };
}
