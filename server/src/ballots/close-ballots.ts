import type { City } from '../city.js';
import { waitForLog } from '../log/append.js';
import { logOfBallot } from './ballot-log.js';
import { ballotSecret } from './ballot-secret.js';
import { countBox } from './count-box.js';
import { placeInBox, tokenFor } from './credential.js';
import { readBox } from './read-box.js';
import { asRole } from './roles.js';
import { findBallot, rulesOf, statusOf } from './speak-ballot.js';

/**
 * Counts every ballot whose time is over, says on the roll who voted, and destroys the key that joins roll and box. Each step can be done
 * again: whoever was cut off in the middle begins anew.
 *
 * @returns The ballots that were closed.
 */
export async function closeBallots(city: City): Promise<string[]> {
  const closed: string[] = [];
  for (const id of await city.content.ids('ballot')) if (await closeIfOver(city, id)) closed.push(id);
  return closed;
}

async function closeIfOver(city: City, id: string): Promise<boolean> {
  const { database, settings, now } = city;
  const found = await findBallot(city, id);
  const rules = rulesOf(found, { locale: settings.locale, fallback: settings.locale });
  const status = await statusOf(city, rules, now().toISOString());
  const { linkKey } = await ballotSecret(city, found.content);
  if (status === 'not-yet-open' || status === 'open' || (status === 'counted' && !linkKey)) return false;
  await waitForTheLast(city, id);
  if (status === 'counting') {
    const results = await countBox(city, found, { final: true });
    const counted = (await readBox(city, id)).map(({ leaf }) => leaf).sort((one, other) => one - other);
    await database.db
      .insertInto('ballot_result')
      .values({ ballot_id: id, results: JSON.stringify(results), counted: JSON.stringify(counted), at: now() })
      .onConflict(conflict => conflict.column('ballot_id').doNothing())
      .execute();
  }
  if (linkKey) await markVoters(city, id, linkKey);
  await database.db.updateTable('ballot_secret').set({ link_key: null, closed_at: now() }).where('ballot_id', '=', id).execute();
  return true;
}

/** Whoever is writing to the log of the ballot at this moment came in time; whoever waits behind looks at the clock again. */
async function waitForTheLast({ database }: City, id: string): Promise<void> {
  await asRole(database.db, 'portico_box', transaction => waitForLog(transaction, logOfBallot(id)));
}

/** Says on the roll, for all at once, who voted. */
async function markVoters({ database }: City, id: string, linkKey: Buffer): Promise<void> {
  const cast = await asRole(database.db, 'portico_box', async transaction => {
    const rows = await transaction.selectFrom('vote_box').select('token').where('ballot_id', '=', id).execute();
    return new Set(rows.map(({ token }) => Buffer.from(token).toString('base64')));
  });
  await asRole(database.db, 'portico_roll', async transaction => {
    const roll = await transaction.selectFrom('voter_roll').select('voter').where('ballot_id', '=', id).execute();
    const voted = roll.filter(({ voter }) => cast.has(placeInBox(tokenFor(linkKey, voter)).toString('base64')));
    await transaction.updateTable('voter_roll').set({ voted: false }).where('ballot_id', '=', id).execute();
    for (let start = 0; start < voted.length; start += batch) {
      const voters = voted.slice(start, start + batch).map(({ voter }) => voter);
      await transaction
        .updateTable('voter_roll')
        .set({ voted: true })
        .where('ballot_id', '=', id)
        .where('voter', 'in', voters)
        .execute();
    }
  });
}

/** Rows that are written with one statement. */
const batch = 1000;
