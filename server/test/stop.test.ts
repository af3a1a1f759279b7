import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { newKey } from '../src/settings/keys.js';
import { accept, signCrowdIn, type Member } from './support/crowd.js';
import { startServer } from './support/server-process.js';
import { emptyDatabase, type Place } from './support/test-city.js';
import { until } from './support/until.js';

describe('stopping', () => {
  let place: Place;
  let environment: Record<string, string>;
  let members: Member[];
  let blocker: pg.Client;

  before(async () => {
    place = await emptyDatabase('PostgreSQL');
    environment = { ...place.environment, PORTICO_KEY: newKey() };
    members = await signCrowdIn(environment, 2);
    blocker = new pg.Client({ connectionString: environment['DATABASE_URL'] });
    await blocker.connect();
  });
  after(async () => {
    await blocker.end();
    await place.remove();
  });

  const member = (index: number): Member => {
    const found = members[index];
    assert.ok(found);
    return found;
  };

  const refused = (url: string, path: string): Promise<boolean> =>
    fetch(new URL(path, url)).then(
      answer => answer.status === 503,
      () => true,
    );

  const waitsForTable = async (): Promise<boolean> => {
    const { rowCount } = await blocker.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount === 1;
  };

  it('answers what had begun, takes nothing new, and ends with 0', async () => {
    const server = await startServer(environment);
    await blocker.query('begin');
    await blocker.query('lock table acceptance');
    const slow = accept(server.url, member(0));
    await until(waitsForTable);
    const stopped = server.stop();
    await until(() => refused(server.url, '/readyz'));
    assert.ok(await refused(server.url, '/api/v1/processes'));
    await blocker.query('rollback');
    assert.match(String(await slow), /^PATTO-/);
    assert.equal(await stopped, 0);
  });

  it('waits for no connection that is kept for later', async () => {
    const server = await startServer(environment);
    const { hostname, port } = new URL(server.url);
    const kept = connect({ host: hostname, port: Number(port) });
    let answer = '';
    let closed = false;
    kept.on('data', bytes => (answer += bytes.toString())).on('close', () => (closed = true));
    kept.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await until(() => answer.endsWith('ok\n'));
    assert.ok(!closed);
    assert.equal(await server.stop(), 0);
    await until(() => closed);
  });

  it('waits for no connection that a browser opened ahead of a request', { timeout: 30_000 }, async () => {
    const server = await startServer(environment);
    const { hostname, port } = new URL(server.url);
    const silent = connect({ host: hostname, port: Number(port) });
    await once(silent, 'connect');
    // The server has it for certain when a later one was answered.
    assert.equal((await fetch(new URL('/healthz', server.url))).status, 200);
    const closed = once(silent.resume(), 'close');
    assert.equal(await server.stop(), 0);
    await closed;
  });

  it('takes requests while a proxy learns that it is not ready', async () => {
    const server = await startServer({ ...environment, DRAIN_SECONDS: '1' });
    const stopped = server.stop();
    await until(async () => (await fetch(new URL('/readyz', server.url))).status === 503);
    assert.equal((await fetch(new URL('/api/v1/processes', server.url))).status, 200);
    assert.equal(await stopped, 0);
  });

  it('ends at once when it is told twice', async () => {
    const server = await startServer(environment);
    await blocker.query('begin');
    await blocker.query('lock table acceptance');
    const cut = accept(server.url, member(1));
    await until(waitsForTable);
    const stopped = server.stop();
    await until(() => refused(server.url, '/readyz'));
    void server.stop();
    assert.equal(await stopped, 1);
    assert.equal(await cut, undefined);
    await blocker.query('rollback');
  });
});
