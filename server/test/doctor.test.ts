import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../src/commands/doctor.js';
import { openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { newKey } from '../src/settings/keys.js';
import { readSettings } from '../src/settings/settings.js';
import { inCity } from './support/crowd.js';
import { startServer } from './support/server-process.js';
import { emptyDatabase, engines } from './support/test-city.js';

type Environment = Record<string, string>;

/** What the doctor says of each thing, and the exit code. */
async function examine(environment: Environment): Promise<{ code: number; states: Record<string, string>; text: string }> {
  const lines: string[] = [];
  const code = await run([], environment, line => void lines.push(line));
  const states = lines.map(line => line.split(/\s+/)).map(([state = '', what = '']) => [what, state]);
  return { code, states: Object.fromEntries(states) as Record<string, string>, text: lines.join('\n') };
}

/** A web server for as long as the work lasts. */
async function serving(answer: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer).listen(0, 'localhost');
  await once(server, 'listening');
  await work(`http://localhost:${String((server.address() as AddressInfo).port)}`).finally(() => {
    server.closeAllConnections();
    server.close();
  });
}

for (const engine of engines) {
  describe(`doctor, on ${engine}`, () => {
    it('finds a database good that was used with this key', async () => {
      const place = await emptyDatabase(engine);
      const environment = { ...place.environment, PORTICO_KEY: newKey() };
      await inCity(environment, () => Promise.resolve());
      const { states } = await examine(environment);
      for (const what of ['settings', 'database', 'tables', 'key', 'clock']) assert.equal(states[what], 'good', what);
      await place.remove();
    });

    it('finds a key bad that is another one', async () => {
      const place = await emptyDatabase(engine);
      await inCity({ ...place.environment, PORTICO_KEY: newKey() }, () => Promise.resolve());
      const { code, states } = await examine({ ...place.environment, PORTICO_KEY: newKey() });
      assert.deepEqual([code, states['database'], states['key']], [1, 'good', 'bad']);
      await place.remove();
    });
  });
}

describe('doctor', () => {
  it('says at once which settings are wrong', async () => {
    const { code, text } = await examine({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    assert.equal(code, 1);
    assert.match(text, /bad +settings +PORT: must be a whole number\nbad +settings +LOG_LEVEL: must be one of/);
  });

  it('misses tables that a database should have', async () => {
    const place = await emptyDatabase('PostgreSQL');
    const { code, states, text } = await examine({ ...place.environment, PORTICO_KEY: newKey() });
    assert.deepEqual([code, states['tables']], [1, 'bad']);
    assert.match(text, /portico-server migrate/);
    await place.remove();
  });

  it('misses a key that was lost beside an embedded database', async () => {
    const place = await emptyDatabase('PGlite');
    await inCity(place.environment, () => Promise.resolve());
    assert.equal((await examine(place.environment)).states['key'], 'good');
    rmSync(join(place.environment['PORTICO_DATA'] ?? '', 'portico.key'));
    assert.equal((await examine(place.environment)).states['key'], 'bad');
    await place.remove();
  });

  it('misses no key where content was imported, and no server has started yet', async () => {
    const place = await emptyDatabase('PGlite');
    const database = await openDatabase(readSettings(place.environment));
    await migrate(database.db);
    await database.close();
    const { code, states } = await examine(place.environment);
    assert.deepEqual([code, states['tables'], states['key']], [0, 'good', 'skipped']);
    await place.remove();
  });

  it('says when the key is none, and does not blame the database', async () => {
    const place = await emptyDatabase('PGlite');
    await inCity(place.environment, () => Promise.resolve());
    const { states, text } = await examine({ ...place.environment, PORTICO_KEY: 'short' });
    assert.deepEqual([states['database'], states['key']], ['good', 'bad']);
    assert.match(text, /PORTICO_KEY: must be 32 bytes/);
    await place.remove();
  });

  it('does not look into an embedded database that a server uses', async () => {
    const place = await emptyDatabase('PGlite');
    const environment = { ...place.environment, PORTICO_KEY: newKey() };
    const server = await startServer(environment);
    assert.equal((await examine(environment)).states['database'], 'skipped');
    assert.equal(await server.stop(), 0);
    assert.equal((await examine(environment)).states['database'], 'good');
    await place.remove();
  });

  const DATABASE_URL = 'postgres://nobody:secret-word@localhost:1/none';

  it('says when the database does not answer, and tells no secret', async () => {
    const { code, states, text } = await examine({ DATABASE_URL, PORTICO_KEY: newKey() });
    assert.deepEqual([code, states['database']], [1, 'bad']);
    assert.ok(!text.includes('secret-word'));
  });

  it('knows the provider by its own word', async () => {
    let issuer = '';
    const answer: RequestListener = (request, response) => {
      response.statusCode = request.url === '/.well-known/openid-configuration' ? 200 : 404;
      response.end(JSON.stringify({ issuer }));
    };
    await serving(answer, async url => {
      const environment = { OIDC_ISSUER: url, OIDC_ALLOW_HTTP: 'yes', DATABASE_URL, PORTICO_KEY: newKey() };
      issuer = url;
      assert.equal((await examine(environment)).states['provider'], 'good');
      issuer = 'https://another.example';
      assert.equal((await examine(environment)).states['provider'], 'bad');
    });
  });

  it('asks the hooks with their tokens, and sends nobody there', async () => {
    const bodies: string[] = [];
    const answer: RequestListener = (request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
      response.statusCode = request.headers.authorization === 'Bearer right' ? 405 : 401;
      response.end();
    };
    await serving(answer, async url => {
      const environment = { DATABASE_URL, PORTICO_KEY: newKey(), REGISTRY_URL: url, PROTOCOL_URL: url, REGISTRY_TOKEN: 'right' };
      const { states } = await examine(environment);
      assert.deepEqual([states['registry'], states['protocol']], ['good', 'bad']);
    });
    assert.deepEqual(bodies, []);
  });

  it('says when the mail server is not there', async () => {
    const { states } = await examine({ DATABASE_URL, PORTICO_KEY: newKey(), SMTP_URL: 'smtp://user:word@localhost:1' });
    assert.equal(states['mail'], 'bad');
  });
});
