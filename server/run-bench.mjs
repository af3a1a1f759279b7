import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../scripts/postgres.mjs';
import { buildServer, bundling } from './build.mjs';

/**
 * `npm run bench:server [-- --quick] [-- --profile]`: how fast the built server is, on both engines, beside a bare route of Fastify that
 * sends the same bytes. PostgreSQL syncs every write, as a real one does.
 */
const here = path => fileURLToPath(new URL(path, import.meta.url));

const out = here('dist/bench');
rmSync(out, { recursive: true, force: true });
await build({
  ...bundling,
  entryPoints: [here('bench/main.ts'), here('bench/bare.ts')],
  outdir: out,
  outExtension: { '.js': '.mjs' },
});
await buildServer();

const postgres = await startPostgres();
const stop = () => postgres.stop();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stop(), process.exit(1)));
const child = spawn(process.execPath, ['--enable-source-maps', `${out}/main.mjs`, ...process.argv.slice(2)], {
  cwd: here('..'),
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, BENCH_DATABASE_URL: postgres.url, BENCH_DATABASE_VERSION: postgres.version },
});
child.once('exit', code => {
  stop();
  process.exitCode = code ?? 1;
});
