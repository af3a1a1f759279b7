import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall, canInstall } from './apt-install.mjs';
import { linuxRelease } from './browsers.mjs';

const places = [
  process.env.POSTGRES_BIN,
  // The newest release first.
  ...(existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : []).map(
    release => `/usr/lib/postgresql/${release}/bin`,
  ),
  '/usr/libexec/postgresql',
  '/opt/homebrew/opt/postgresql/bin',
  ...(process.env.PATH ?? '').split(delimiter),
];

const find = () => places.find(folder => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));

/** The folder with PostgreSQL's programs. Where this is root on Debian or Ubuntu they are installed. */
export function postgresPrograms() {
  if (!find() && canInstall(linuxRelease())) {
    aptInstall(['postgresql']);
    for (const release of readdirSync('/usr/lib/postgresql')) places.push(`/usr/lib/postgresql/${release}/bin`);
  }
  const folder = find();
  if (!folder) {
    throw new Error(
      [
        'Missing for the tests: PostgreSQL.',
        'Install with:',
        '  sudo apt-get install -y --no-install-recommends postgresql   (macOS: brew install postgresql)',
        'Or say where initdb and pg_ctl are: POSTGRES_BIN.',
      ].join('\n'),
    );
  }
  return folder;
}

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer()
      .once('error', failed)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => done(port));
      });
  });

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
function asItself(program, args) {
  const isRoot = process.getuid?.() === 0;
  const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  return execFileSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder.
 *
 * @param settings - Settings of the server, by name. Writes are synced as on a real one unless `fsync` says otherwise.
 * @returns `url` (of the database `postgres`), `version`, `restart()`, `kill()` (as a crash would) and `stop()`, which takes all away.
 */
export async function startPostgres(settings = {}) {
  const programs = postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'portico-postgres-'));
  if (process.getuid?.() === 0) {
    const [user, group] = ['-u', '-g'].map(which => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' })));
    chownSync(folder, user, group);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 200, ...settings };
  const options = ['-p', port, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])].join(' ');
  const control = (...args) => asItself(join(programs, 'pg_ctl'), ['-D', data, '-w', ...args]);
  const start = () => control('-l', join(folder, 'log'), '-o', options, 'start');
  asItself(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync']);
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    version: asItself(join(programs, 'postgres'), ['--version']).trim(),
    restart: start,
    kill: () => control('-m', 'immediate', 'stop'),
    stop() {
      try {
        control('-m', 'immediate', 'stop');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
