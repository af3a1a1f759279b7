import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { newKey } from '../src/settings/keys.js';
import { accept, inCity, signCrowdIn } from './support/crowd.js';
import { startServer } from './support/server-process.js';
import { emptyDatabase, type Place } from './support/test-city.js';

const cities = ['city_north', 'city_south'];

describe('two cities in one database, each in a schema of its own', () => {
  let place: Place;
  const environments = new Map<string, Record<string, string>>();

  before(async () => {
    place = await emptyDatabase('PostgreSQL');
    const client = new pg.Client({ connectionString: place.environment['DATABASE_URL'] });
    await client.connect();
    for (const city of cities) {
      await client.query(`create schema ${city}`);
      const url = new URL(place.environment['DATABASE_URL'] ?? '');
      url.searchParams.set('options', `-c search_path=${city}`);
      environments.set(city, { DATABASE_URL: url.href, PORTICO_KEY: newKey() });
    }
    await client.end();
  });
  after(() => place.remove());

  for (const city of cities) {
    it(`${city} gets its tables, starts, and gives a receipt`, async () => {
      const environment = environments.get(city) ?? {};
      const [member] = await signCrowdIn(environment, 1);
      assert.ok(member);
      const server = await startServer(environment);
      assert.match(String(await accept(server.url, member)), /^PATTO-/);
      assert.equal(await server.stop(), 0);
    });
  }

  it('know nothing of each other', async () => {
    for (const city of cities) {
      const rows = await inCity(environments.get(city) ?? {}, ({ database: { db } }) =>
        db.selectFrom('acceptance').select('reference').execute(),
      );
      assert.equal(rows.length, 1, city);
    }
  });
});
