import { PGlite } from '@electric-sql/pglite';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../scripts/postgres.mjs';
import { buildServer, bundling } from './build.mjs';

/**
 * The tests of the server, on both engines: `node server/run-tests.mjs [part of a name…] [--reporters <node's arguments…>]`. Each runs
 * against a real PostgreSQL server and the embedded one; the last lines say on which.
 */
const here = path => fileURLToPath(new URL(path, import.meta.url));
const [wanted, reporters] = split(process.argv.slice(2), '--reporters');
const names = readdirSync(here('test'))
  .filter(name => name.endsWith('.test.ts'))
  .filter(name => wanted.length === 0 || wanted.some(part => name.includes(part)));
if (names.length === 0) throw new Error(`No test has ${wanted.join(' or ')} in its name.`);

function split(args, at) {
  const index = args.indexOf(at);
  return index < 0 ? [args, []] : [args.slice(0, index), args.slice(index + 1)];
}

// One for each run, so that two at once do not take each other's files away.
const out = here(`dist/test-${process.pid}`);
await build({
  ...bundling,
  entryPoints: names.map(name => here(`test/${name}`)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  splitting: true,
});

// An embedded database in which nothing is yet, to be copied: making one takes seconds.
await buildServer();
const prepared = here('dist/prepared-data');
if (!existsSync(prepared)) {
  mkdirSync(prepared, { recursive: true });
  const pglite = await PGlite.create({ dataDir: `${prepared}/database` });
  await pglite.close();
}

const postgres = await startPostgres({ fsync: 'off' });
const stop = () => postgres.stop();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stop(), process.exit(1)));

const files = names.map(name => `${out}/${name.replace(/\.ts$/, '.mjs')}`);
const args = ['--enable-source-maps', '--test', '--test-concurrency=1', '--test-timeout=300000', ...reporters, ...files];
const child = spawn(process.execPath, args, {
  cwd: here('..'),
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, TEST_DATABASE_URL: postgres.url, TEST_PREPARED_DATA: prepared },
});
child.once('exit', code => {
  stop();
  rmSync(out, { recursive: true, force: true });
  console.log(`The server was tested on ${postgres.version} and on PGlite, the embedded PostgreSQL.`);
  process.exitCode = code ?? 1;
});
