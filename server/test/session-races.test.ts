import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { eraseEverythingOf } from '../src/privacy/erasure.js';
import { Sessions } from '../src/sign-in/sessions.js';
import { people } from './support/people.js';
import { testCity, type TestCity } from './support/test-city.js';
import { until } from './support/until.js';

const minute = 60_000;

// On a server alone: the embedded database does one thing at a time.
describe('a session that gets a new value while something else happens to it', () => {
  let place: TestCity;
  let sessions: Sessions;
  let blocker: pg.Client;
  const time = Date.parse('2026-11-24T10:00:00Z');
  const at = (minutes: number): Date => new Date(time + minutes * minute);

  before(async () => {
    place = await testCity('PostgreSQL', { now: () => at(16) });
    const { database, keys, settings } = place.city;
    sessions = new Sessions(database.db, keys, 60 * minute);
    blocker = new pg.Client({ connectionString: settings.databaseUrl });
    await blocker.connect();
  });
  after(async () => {
    await blocker.end();
    await place.close();
  });

  const waiting = async (many: number): Promise<boolean> => {
    const { rowCount } = await blocker.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount === many;
  };

  /**
   * Stops the renewal between its two steps, begins the other thing, and lets both go on. Without the wait at the second step, the other
   * thing would come before or after it, and never between.
   *
   * @returns What the renewal found.
   */
  async function whileRenewing(value: string, other: () => Promise<unknown>) {
    await blocker.query(`create or replace function wait_here() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock(7); return new; end'`);
    await blocker.query('create trigger wait_here before insert on session for each row execute function wait_here()');
    await blocker.query('select pg_advisory_lock(7)');
    const renewing = sessions.find(value, at(16));
    await until(() => waiting(1));
    const doing = other();
    await until(() => waiting(2));
    await blocker.query('select pg_advisory_unlock(7)');
    const [found] = await Promise.all([renewing, doing]);
    await blocker.query('drop trigger wait_here on session');
    assert.ok(found?.renewed !== undefined);
    return found.renewed;
  }

  it('ends with it when its person signs out', async () => {
    const value = await sessions.begin(people.resident, at(0));
    const renewed = await whileRenewing(value, () => sessions.end(value));
    assert.equal(await sessions.find(renewed, at(16)), undefined);
  });

  it('ends with all the others of its person', async () => {
    const value = await sessions.begin(people.resident, at(0));
    const renewed = await whileRenewing(value, () => sessions.endAll(people.resident.identity));
    assert.equal(await sessions.find(renewed, at(16)), undefined);
  });

  it('ends when everything of its person is erased', async () => {
    const value = await sessions.begin(people.resident, at(0));
    const renewed = await whileRenewing(value, () => eraseEverythingOf(place.city, people.resident));
    assert.equal(await sessions.find(renewed, at(16)), undefined);
  });

  it('knows the new nickname of its person', async () => {
    const value = await sessions.begin(people.resident, at(0));
    const renewed = await whileRenewing(value, () => sessions.rename(people.resident.identity, 'Tasso 3'));
    assert.equal((await sessions.find(renewed, at(16)))?.visitor.nickname, 'Tasso 3');
  });

  it('keeps the end of the old value, also when a slower request notes that it was seen', async () => {
    const value = await sessions.begin(people.otherResident, at(0));
    await blocker.query('begin');
    await blocker.query('lock table session in exclusive mode');
    // It looks before the quarter of an hour is over, and writes after the other.
    const slow = sessions.find(value, at(14));
    await until(() => waiting(1));
    await blocker.query(`update session set rotated_at = $1, expires_at = $2 where started_at = $3`, [
      at(12 * 60),
      at(17),
      at(0),
    ]);
    await blocker.query('commit');
    await slow;
    assert.equal(await sessions.find(value, at(18)), undefined);
  });
});
