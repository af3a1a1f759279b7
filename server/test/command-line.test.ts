import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { newKey } from '../src/settings/keys.js';
import { readSettings, SettingsError } from '../src/settings/settings.js';
import { startServer } from './support/server-process.js';

describe('portico-server on the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portico-line-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the built program to its end. A command that does not end by itself fails the test. */
  const run = (args: string[], environment: Record<string, string> = {}) => {
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'server/dist/portico-server.mjs'), ...args],
      {
        encoding: 'utf8',
        timeout: 30_000,
        env: { PATH: process.env['PATH'], PORTICO_DATA: join(folder, 'data'), ...environment },
      },
    );
    assert.equal(signal, null, `portico-server ${args.join(' ')} did not end`);
    return { code: status, says: stdout + stderr };
  };
  /** What is ours to mend has a stack; what an operator mends has words alone. */
  const withoutStack = (says: string): void => assert.doesNotMatch(says, /^\s+at /m);

  for (const args of [[], ['help'], ['migrate', '--help'], ['retention', '-h'], ['import', '--help']]) {
    it(`only says what there is, and does nothing: ${args.join(' ') || 'without a word'}`, () => {
      const { code, says } = run(args);
      assert.equal(code, 0);
      assert.match(says, /import <folder>/);
      assert.doesNotMatch(says, /Migrated|Ended by themselves/);
    });
  }

  for (const [args, answer] of [
    [['sevre'], /There is no command sevre/],
    [['toString'], /There is no command toString/],
    [['serve', '--port=90'], /serve takes nothing more/],
  ] as const) {
    it(`refuses ${args.join(' ')}`, () => {
      const { code, says } = run([...args]);
      assert.equal(code, 2);
      assert.match(says, answer);
      withoutStack(says);
    });
  }

  it('has a word for an option that there is not', () => {
    const { code, says } = run(['identities', '--bad', 'x']);
    assert.equal(code, 1);
    assert.match(says, /--bad/);
    withoutStack(says);
  });

  it('says that the database does not answer, and tells no secret', () => {
    const { code, says } = run(['migrate'], {
      DATABASE_URL: 'postgres://nobody:secret-word@localhost:1/none',
      PORTICO_KEY: newKey(),
    });
    assert.equal(code, 1);
    assert.match(says, /ECONNREFUSED.*doctor/s);
    assert.ok(!says.includes('secret-word'));
    withoutStack(says);
  });

  it('says what PostgreSQL says of a database that is not there', () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://localhost/postgres');
    url.pathname = '/nowhere';
    const { code, says } = run(['migrate'], { DATABASE_URL: url.href, PORTICO_KEY: newKey() });
    assert.equal(code, 1);
    assert.match(says, /nowhere.*Look at DATABASE_URL/s);
    withoutStack(says);
  });

  it('ends when its port is taken, and says so', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    try {
      const { code, says } = run(['serve'], { PORT: port, PORTICO_URL: `http://localhost:${port}`, LOG_LEVEL: 'silent' });
      assert.equal(code, 1);
      assert.match(says, /in use.*Set PORT/s);
      withoutStack(says);
    } finally {
      other.close();
    }
  });

  it('does not start without the key that its database was used with, and makes no other', async () => {
    const data = join(folder, 'keyless');
    const server = await startServer({ PORTICO_DATA: data });
    assert.equal(await server.stop(), 0);
    rmSync(join(data, 'portico.key'));
    const { code, says } = run(['serve'], { PORTICO_DATA: data });
    assert.equal(code, 1);
    assert.match(says, /portico\.key.*from a backup/);
    assert.ok(!existsSync(join(data, 'portico.key')));
    withoutStack(says);
  });

  it('says when nothing is sealed under a name, which may be mistyped', () => {
    const environment = { PORTICO_DATA: join(folder, 'sealed') };
    const key = join(folder, 'office.key');
    assert.equal(run(['migrate'], environment).code, 0);
    assert.equal(run(['office-key', key]).code, 0);
    assert.match(run(['identities', 'parcho', '--key', key], environment).says, /Nothing is sealed for parcho/);
  });

  it('says which process has the data folder', async () => {
    const server = await startServer({ PORTICO_DATA: join(folder, 'taken') });
    try {
      const { code, says } = run(['export', join(folder, 'out')], { PORTICO_DATA: join(folder, 'taken') });
      assert.equal(code, 1);
      assert.match(says, /is in use by the process \d+/);
      withoutStack(says);
    } finally {
      assert.equal(await server.stop(), 0);
    }
  });
});

describe('settings', () => {
  const problemsOf = (environment: Record<string, string>): readonly string[] => {
    try {
      readSettings(environment);
      return [];
    } catch (error) {
      assert.ok(error instanceof SettingsError);
      return error.problems;
    }
  };

  for (const [name, wrong, right] of [
    ['PORTICO_URL', ['ftp://city.example', 'http://city.example', 'https://city.example/path', 'city'], 'https://city.example'],
    ['PORT', ['eighty', '-1', '65536'], '65535'],
    ['PORTICO_LOCALE', ['it_IT', 'italiano!'], 'it-CH'],
    ['PORTICO_SITES', ['www.comune.example', 'https://a.example/page'], 'https://a.example http://b.example:8080'],
    ['PORTICO_PROXIES', ['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129'], 'loopback, 10.0.0.0/8 2001:db8::/32 192.0.2.1'],
    ['DATABASE_URL', ['mysql://h/d', 'h/d'], 'postgresql://h/d'],
    ['SMTP_URL', ['mail.example', 'https://mail.example'], 'smtps://user:word@mail.example'],
    ['MAIL_FROM', ['city', 'City <a@b.example>'], 'a@b.example'],
    ['OIDC_ISSUER', ['http://id.example', 'id.example'], 'https://id.example'],
    ['OIDC_ALLOW_HTTP', ['true'], 'yes'],
    ['LOG_LEVEL', ['loud'], 'debug'],
  ] as const) {
    it(`are refused by name, without what was given: ${name}`, () => {
      const PORTICO_KEY = newKey();
      for (const value of wrong) {
        const problems = problemsOf({ PORTICO_KEY, [name]: value });
        assert.equal(problems.length, 1, `${value}: ${problems.join(' ')}`);
        assert.match(problems[0] ?? '', new RegExp(`^${name}: (must|is)`));
      }
      assert.deepEqual(problemsOf({ PORTICO_KEY, [name]: right }), []);
    });
  }

  it('are all looked at, also when some are wrong by themselves', () => {
    const problems = problemsOf({ PORT: 'x', PORTICO_URL: 'http://city.example', DATABASE_URL: 'postgres://h/d' });
    assert.deepEqual(
      problems.map(problem => problem.split(':')[0]),
      ['PORT', 'PORTICO_URL', 'PORTICO_KEY'],
    );
  });
});
