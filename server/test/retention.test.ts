import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { run } from '../src/commands/retention.js';
import { importContent } from '../src/content/import.js';
import { newOfficeKeys } from '../src/identities/sealed-box.js';
import { doIfDue } from '../src/jobs/claim-job.js';
import { eraseWhatIsOver } from '../src/privacy/retention.js';
import { sweep } from '../src/privacy/sweep.js';
import type { Content } from '../src/content/schema.js';
import { content as usual } from './support/content.js';
import { accept, subscribed } from './support/letters.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

/** The usual city, where an office sees who accepted in the park; the school yard has no end yet. */
const content: Content = {
  processes: usual.processes.map(process => {
    if (process.id === 'parco') return { ...process, office: { name: 'Ufficio Verde', publicKey: newOfficeKeys().publicKey } };
    if (process.id !== 'scuola') return process;
    const open = { ...process };
    delete open.ends;
    return open;
  }),
  pacts: usual.pacts,
};

for (const engine of engines) {
  describe(`keeping no longer than was said, on ${engine}`, () => {
    let place: TestCity;
    let time = new Date('2026-11-24T10:00:00Z');
    before(async () => {
      place = await testCity(engine, { content, now: () => time });
    });
    after(() => place.close());
    const count = async (table: 'acceptance' | 'sealed_identity' | 'subscription' | 'log_entry' | 'session'): Promise<number> =>
      (await place.city.database.db.selectFrom(table).selectAll().execute()).length;

    it('erases what people gave on the day after the last one, in the city’s time, and keeps the log', async () => {
      const cookie = await place.signIn(people.resident);
      await subscribed(place, cookie);
      await accept(place, cookie);
      assert.deepEqual(await Promise.all([count('acceptance'), count('sealed_identity'), count('subscription')]), [1, 1, 1]);

      // The process ends on 31 March 2027 and is kept for 90 days: until 29 June. In Rome that day ends two hours before midnight UTC.
      time = new Date('2027-06-29T21:59:00Z');
      assert.deepEqual(await eraseWhatIsOver(place.city), []);
      assert.equal(await count('acceptance'), 1);

      time = new Date('2027-06-29T22:01:00Z');
      assert.deepEqual(await eraseWhatIsOver(place.city), [
        { process: 'parco', votes: 0, acceptances: 1, observations: 0, comments: 0, sealedIdentities: 1, subscriptions: 1 },
      ]);
      assert.deepEqual(
        await Promise.all([count('acceptance'), count('sealed_identity'), count('subscription'), count('log_entry')]),
        [0, 0, 0, 1],
      );
    });

    it('goes on with a process that was taken out of what is published', async () => {
      time = new Date('2026-11-24T10:00:00Z');
      await accept(place, await place.signIn(people.otherResident));
      await eraseWhatIsOver(place.city);
      const { db } = place.city.database;
      // Imports do not let a process go that somebody gave something to; this is for what comes in at the same moment.
      await db.deleteFrom('content').where('id', 'in', ['parco', 'patto-parco']).execute();
      await db.updateTable('content_revision').set({ revision: 1000 }).execute();
      await place.city.content.refresh();
      time = new Date('2027-07-01T00:00:00Z');
      assert.equal((await eraseWhatIsOver(place.city))[0]?.process, 'parco');
      assert.equal(await count('acceptance'), 0);
      await importContent(db, content, time);
      await place.city.content.refresh();
    });

    it('sweeps what has ended by itself, and only that', async () => {
      time = new Date('2026-11-24T10:00:00Z');
      const { db } = place.city.database;
      await db.deleteFrom('session').execute();
      await db.deleteFrom('submission').execute();
      await db.deleteFrom('rate').execute();
      const hours = (count: number): Date => new Date(time.getTime() + count * 60 * 60 * 1000);
      const bytes = Buffer.from([1]);
      await place.signIn(people.resident);
      for (const [index, expires_at] of [hours(-1), hours(1)].entries()) {
        const id = Buffer.from([index]);
        await db.insertInto('sign_in').values({ state: id, sealed: bytes, expires_at }).execute();
        await db.insertInto('draft').values({ id, origin: 'https://a.example', sealed: bytes, expires_at }).execute();
        const person = { person: id, process_id: 'parco', sealed_address: bytes, token: id, locale: 'it', kinds: ' receipt ' };
        await db
          .insertInto('subscription')
          .values({ ...person, created_at: hours(index === 0 ? -169 : -1) })
          .execute();
        await db
          .insertInto('rate')
          .values({ bucket: id, window_start: hours(index === 0 ? -2 : 0).getTime(), hits: 1 })
          .execute();
        const write = { sender: id, key: 'key', fingerprint: bytes, status: null, answer: null };
        await db
          .insertInto('submission')
          .values({ ...write, received_at: hours(index === 0 ? -25 : -1) })
          .execute();
      }
      assert.deepEqual(await sweep(place.city), { session: 0, sign_in: 1, draft: 1, submission: 1, subscription: 1, rate: 1 });
      time = hours(2);
      assert.equal((await sweep(place.city)).session, 1);
    });

    it('lets one process do a job, when it is due, and another one when that fails to end it', async () => {
      const { db } = place.city.database;
      let clock = new Date('2026-11-24T10:00:00Z');
      const now = (): Date => clock;
      let done = 0;
      const minute = 60_000;
      const job = { name: 'test', every: 60 * minute, run: () => Promise.resolve(void (done += 1)) };
      const both = await Promise.all([doIfDue(db, job, now), doIfDue(db, job, now)]);
      assert.equal(both.filter(Boolean).length, done);
      assert.equal(done, 1);
      assert.equal(await doIfDue(db, job, now), false, 'not due yet');
      clock = new Date(clock.getTime() + 60 * minute);
      await assert.rejects(doIfDue(db, { ...job, run: () => Promise.reject(new Error('failed')) }, now));
      clock = new Date(clock.getTime() + 60 * minute);
      assert.equal(await doIfDue(db, job, now), true, 'after a failure it is due again');
      clock = new Date(clock.getTime() + 60 * minute);
      await db
        .updateTable('job')
        .set({ claimed_until: new Date(clock.getTime() + minute) })
        .where('name', '=', 'test')
        .execute();
      assert.equal(await doIfDue(db, job, now), false, 'another process has it in hand');
      clock = new Date(clock.getTime() + minute);
      assert.equal(await doIfDue(db, job, now), true, 'that process has died');
    });
  });
}

describe('portico-server retention', () => {
  it('erases at once and says what went', async () => {
    // Its clock is the machine's, so the process of this test ended long ago.
    const old: Content = {
      ...content,
      processes: content.processes.map(process => (process.id === 'parco' ? { ...process, ends: '2020-01-01' } : process)),
    };
    const place = await testCity('PostgreSQL', { content: old });
    try {
      await accept(place, await place.signIn(people.resident));
      const { databaseUrl, key } = place.city.settings;
      const lines: string[] = [];
      const code = await run([], { DATABASE_URL: databaseUrl, PORTICO_KEY: key }, line => void lines.push(line));
      assert.equal(code, 0);
      assert.equal(lines[0], 'parco: erased 1 acceptance, 0 observations, 0 comments, 0 votes, 1 sealed identity, 0 addresses.');
      assert.ok(
        lines.some(line => line.startsWith('scuola: has no end yet')),
        lines.join('\n'),
      );
      assert.deepEqual(await place.city.database.db.selectFrom('acceptance').selectAll().execute(), []);
    } finally {
      await place.close();
    }
  });
});
