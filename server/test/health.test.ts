import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { makeApp } from '../src/app.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

for (const engine of engines) {
  describe(`health, on ${engine}`, () => {
    let place: TestCity;
    before(async () => {
      place = await testCity(engine, { environment: { READS_PER_MINUTE: '1' } });
    });
    after(() => place.close());

    it('says that the process lives and is ready, as often as it is asked', async () => {
      for (let count = 1; count <= 3; count += 1) {
        assert.equal((await place.ask('/healthz')).statusCode, 200);
        const ready = await place.ask('/readyz');
        assert.deepEqual([ready.statusCode, ready.body], [200, 'ready\n']);
        assert.equal(ready.headers['cache-control'], 'no-store');
      }
    });

    it('is not ready while a migration is missing', async () => {
      const { db } = place.city.database;
      const fresh = await makeApp(place.city);
      await sql`alter table kysely_migration rename to hidden`.execute(db);
      const answer = await fresh.inject('/readyz');
      await sql`drop table if exists kysely_migration`.execute(db);
      await sql`alter table hidden rename to kysely_migration`.execute(db);
      assert.deepEqual([answer.statusCode, answer.body], [503, 'migrations\n']);
      await fresh.close();
    });

    it('lives but is not ready when it stops', async () => {
      const fresh = await makeApp(place.city);
      await fresh.ready();
      fresh.readiness.stop();
      const answer = await fresh.inject('/readyz');
      assert.deepEqual([answer.statusCode, answer.body], [503, 'stopping\n']);
      assert.equal((await fresh.inject('/healthz')).statusCode, 200);
      await fresh.close();
    });

    it('lives but is not ready without its database', async () => {
      const fresh = await makeApp(place.city);
      await place.city.database.close();
      const answer = await fresh.inject('/readyz');
      assert.deepEqual([answer.statusCode, answer.body], [503, 'database\n']);
      assert.equal((await fresh.inject('/healthz')).statusCode, 200);
      await fresh.close();
    });
  });
}
