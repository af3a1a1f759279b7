import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { makeApp } from '../src/app.js';
import { openCity } from '../src/city.js';
import { makeLog } from '../src/logs.js';
import { addressOf } from '../src/rates/read-limit.js';
import { SharedCounts } from '../src/rates/shared-counts.js';
import { readSettings } from '../src/settings/settings.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const read = '/api/v1/processes';
const write = '/api/v1/pacts/patto-parco/acceptance';
const environment = { READS_PER_MINUTE: '5', WRITES_PER_MINUTE: '3', SIGN_INS_PER_MINUTE: '1' };

describe('the address by which somebody is counted', () => {
  for (const [ip, counted, why] of [
    ['203.0.113.7', '203.0.113.7', 'as it is'],
    ['203.0.113.7:50123', '203.0.113.7', 'without the port that some proxies write'],
    ['[2001:db8:1:2::7]:50123', '2001:db8:1:2::', 'without brackets and port, as a network'],
    ['2001:db8:1:2::7', '2001:db8:1:2::', 'as a network'],
    ['::ffff:203.0.113.7', '203.0.113.7', 'as the old address that it is'],
    ['unknown', 'unknown', 'as nobody’s'],
    ['x'.repeat(5000), 'unknown', 'as nobody’s, however long it is'],
    ['203.0.113.777', 'unknown', 'as nobody’s when it is none'],
  ] as const) {
    it(`${ip.slice(0, 40)}: ${why}`, () => assert.equal(addressOf({ ip }), counted));
  }
});

for (const engine of engines) {
  describe(`limits of rates, on ${engine}`, () => {
    let place: TestCity;
    let time = Date.parse('2026-11-24T10:00:20Z');
    before(async () => {
      place = await testCity(engine, { environment, now: () => new Date(time) });
    });
    after(() => place.close());

    const nextMinute = (): void => void (time += 60_000);
    const accept = (cookie?: string) =>
      place.ask({ method: 'POST', url: write, payload: { version: 2 }, headers: place.writing(cookie) });

    it('turns reads of one address away when they are too many, and says for how long', async () => {
      for (let count = 1; count <= 5; count += 1) assert.equal((await place.ask(read)).statusCode, 200);
      const answer = await place.ask(read);
      assert.equal(answer.statusCode, 429);
      assert.equal(answer.headers['retry-after'], '40');
      assert.equal(answer.json<{ reason: string }>().reason, 'rate-limited');
    });

    it('goes on in the next minute', async () => {
      nextMinute();
      assert.equal((await place.ask(read)).statusCode, 200);
    });

    it('counts each address for itself, and a whole IPv6 network as one', async () => {
      nextMinute();
      const from = async (remoteAddress: string): Promise<number> => (await place.ask({ url: read, remoteAddress })).statusCode;
      for (let count = 1; count <= 5; count += 1) await from('203.0.113.7');
      assert.equal(await from('203.0.113.7'), 429);
      assert.equal(await from('203.0.113.8'), 200);
      for (let count = 1; count <= 5; count += 1) await from(`2001:db8:1:2::${String(count)}`);
      assert.equal(await from('2001:db8:1:2:ffff::1'), 429);
      assert.equal(await from('2001:db8:1:3::1'), 200);
    });

    it('looks for no session where a read is one too many', async () => {
      nextMinute();
      const cookie = await place.signIn(people.resident);
      for (let count = 1; count <= 5; count += 1) assert.equal((await place.ask(read)).statusCode, 200);
      const { db } = place.city.database;
      await sql`alter table session rename to session_away`.execute(db);
      const answer = await place.ask({ url: '/api/v1/session?process=parco', headers: { cookie } });
      await sql`alter table session_away rename to session`.execute(db);
      assert.equal(answer.statusCode, 429);
    });

    it('counts the writes of a session, whatever the others of its address do', async () => {
      nextMinute();
      const cookie = await place.signIn(people.resident);
      for (let count = 1; count <= 3; count += 1) assert.equal((await accept(cookie)).statusCode, 200);
      const answer = await accept(cookie);
      assert.equal(answer.statusCode, 429);
      assert.ok(Number(answer.headers['retry-after']) > 0);
      assert.equal((await accept(await place.signIn(people.otherResident))).statusCode, 200);
    });

    it('counts writes without a session by their address', async () => {
      nextMinute();
      for (let count = 1; count <= 3; count += 1) assert.equal((await accept()).statusCode, 401);
      assert.equal((await accept()).statusCode, 429);
    });

    it('tells a person in a page, in their language, for how long to wait', async () => {
      nextMinute();
      const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
      const look = (url: string, language = 'it') =>
        place.ask({ url, headers: { accept, 'accept-language': language }, remoteAddress: '203.0.113.9' });
      for (let count = 1; count <= 5; count += 1) await look('/');
      for (const [url, language, words] of [
        ['/', 'it', 'Puoi riprovare tra 40 secondi.'],
        ['/you', 'en', 'You can try again in 40 seconds.'],
      ] as const) {
        const answer = await look(url, language);
        assert.equal(answer.statusCode, 429);
        assert.equal(answer.headers['retry-after'], '40');
        assert.match(String(answer.headers['content-type']), /^text\/html/);
        assert.match(answer.body, new RegExp(`<html lang="${language}"`));
        assert.ok(answer.body.includes(words), answer.body);
      }
      const signIn = '/api/v1/session/sign-in?locale=it';
      assert.equal((await look(signIn)).statusCode, 503);
      const refused = await look(signIn);
      assert.equal(refused.statusCode, 429);
      assert.ok(refused.body.includes('Puoi riprovare tra 40 secondi.'), refused.body);
    });

    it('keeps no address in the database', async () => {
      const rows = await place.city.database.db.selectFrom('rate').select('bucket').execute();
      assert.ok(rows.length > 0);
      for (const { bucket } of rows) assert.ok(!Buffer.from(bucket).toString('latin1').includes('127.0.0.1'));
    });

    it('brings what two processes counted together', async () => {
      const { database, keys } = place.city;
      const failures: unknown[] = [];
      const [one, two] = [1, 2].map(() => new SharedCounts(database.db, keys, error => failures.push(error)));
      assert.ok(one && two);
      for (let count = 1; count <= 3; count += 1) one.loosely('somebody', 60_000);
      for (let count = 1; count <= 4; count += 1) two.loosely('somebody', 60_000);
      const deadline = Date.now() + 10_000;
      // Each flush adds what was counted since and brings back what the other added; so a hit more each time, until both know.
      let known = 0;
      while (known < 8 && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 100));
        const rows = await database.db.selectFrom('rate').select('hits').where('window_start', '=', 60_000).execute();
        known = rows[0]?.hits === 7 ? one.loosely('somebody', 60_000) : 0;
      }
      one.stop();
      two.stop();
      assert.deepEqual(failures, []);
      assert.equal(known, 8);
    });
  });
}

describe('limits of rates over two processes', () => {
  it('turns away what is too much for both together', async () => {
    const place = await testCity('PostgreSQL', { environment });
    const settings = { ...readSettings({ PORTICO_KEY: 'x', LOG_LEVEL: 'silent' }), ...place.city.settings };
    const second = await openCity(settings, makeLog(settings));
    const other = await makeApp(second);
    try {
      const cookie = await place.signIn(people.resident);
      const options = { method: 'POST', url: write, payload: { version: 2 } } as const;
      const statuses = [];
      for (const app of [place.app, other, place.app, other, place.app, other]) {
        statuses.push((await app.inject({ ...options, headers: place.writing(cookie) })).statusCode);
      }
      // The minute can turn in the middle; more than three in a row are never taken within one.
      assert.ok(statuses.filter(status => status === 429).length >= 1, statuses.join(' '));
    } finally {
      await other.close();
      await second.database.close();
      await place.close();
    }
  });
});
