import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newKey } from '../src/settings/keys.js';
import { accept, inCity, signCrowdIn, together } from './support/crowd.js';
import { startServer } from './support/server-process.js';
import { emptyDatabase } from './support/test-city.js';

describe('two processes on one PostgreSQL', () => {
  it('do each write once, although every key comes six times, to both, in parallel', async () => {
    const { environment: database, remove } = await emptyDatabase('PostgreSQL');
    const environment: Record<string, string> = { ...database, PORTICO_KEY: newKey() };
    try {
      const crowd = await signCrowdIn(environment, 150);
      const servers = await Promise.all([startServer(environment), startServer(environment)]);
      const [one, two] = servers;
      const answers = new Map(crowd.map(member => [member, [] as (string | undefined)[]]));
      const sendings = crowd.flatMap(member =>
        Array.from({ length: 6 }, (_, turn) => ({ member, url: (turn % 2 === 0 ? one : two).url })),
      );
      // The six of one person follow each other closely, so that they meet.
      await together(sendings, 30, async ({ member, url }) => void answers.get(member)?.push(await accept(url, member)));
      assert.deepEqual(await Promise.all(servers.map(server => server.stop())), [0, 0]);

      for (const [, references] of answers) {
        assert.equal(references.length, 6);
        assert.ok(
          references[0] !== undefined && references.every(reference => reference === references[0]),
          references.join(' '),
        );
      }
      await inCity(environment, async ({ database: { db } }) => {
        const rows = await db.selectFrom('acceptance').select('reference').execute();
        assert.equal(rows.length, crowd.length);
        assert.deepEqual(
          new Set(rows.map(({ reference }) => reference)),
          new Set([...answers.values()].map(([reference]) => reference)),
        );
        const entries = await db.selectFrom('log_entry').select('id').execute();
        assert.equal(entries.length, crowd.length);
      });
    } finally {
      await remove();
    }
  });

  it('start at the same moment on an empty database, and both find its tables', async () => {
    const { environment: database, remove } = await emptyDatabase('PostgreSQL');
    const environment: Record<string, string> = { ...database, PORTICO_KEY: newKey() };
    try {
      const servers = await Promise.all([startServer(environment), startServer(environment), startServer(environment)]);
      for (const { url } of servers) assert.equal((await fetch(`${url}/api/v1/processes`)).status, 200);
      assert.deepEqual(await Promise.all(servers.map(server => server.stop())), [0, 0, 0]);
    } finally {
      await remove();
    }
  });

  it('do not start with another secret than the database was used with', async () => {
    const { environment: database, remove } = await emptyDatabase('PostgreSQL');
    try {
      const first = await startServer({ ...database, PORTICO_KEY: newKey() });
      await assert.rejects(startServer({ ...database, PORTICO_KEY: newKey() }), /ended with 1/);
      await first.stop();
    } finally {
      await remove();
    }
  });
});
