import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../src/settings/keys.js';
import { prepare } from './city.js';
import { measure, type Load } from './load.js';
import { serverFile, start, type Running } from './processes.js';
import { bytesForEach } from './sizes.js';
import { median, table, type Row } from './table.js';

const quick = process.argv.includes('--quick');
const profiled = process.argv.includes('--profile');
const rounds = quick ? 1 : 5;
const seconds = quick ? 2 : 4;
const writeSeconds = quick ? 10 : 20;
const fixedRate = 200;
/** Enough for the fixed rate, and for as many writes as two cores can do. */
const crowd = fixedRate * (writeSeconds + 2) + (quick ? 6000 : 20_000);

const pact = '/api/v1/pacts/patto-parco?locale=it';
const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
const limitless = { READS_PER_MINUTE: '1000000000', WRITES_PER_MINUTE: '1000000000' };

const engines: { name: string; environment: Record<string, string> }[] = [
  { name: 'PGlite', environment: { PORTICO_DATA: join(folder, 'data'), ...limitless } },
  {
    name: 'PostgreSQL',
    environment: { DATABASE_URL: process.env['BENCH_DATABASE_URL'] ?? '', PORTICO_KEY: newKey(), ...limitless },
  },
];

const serve = (name: string, environment: Record<string, string>): Promise<Running> =>
  start({
    args: () => [
      ...(profiled ? ['--cpu-prof', `--cpu-prof-dir=${join(process.cwd(), '.tmp', `profile-${name}`)}`] : []),
      serverFile,
      'serve',
    ],
    environment,
    path: pact,
    log: join(folder, `${name}.log`),
  });

async function bytesOf(url: string, encoding: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { 'accept-encoding': encoding } });
  // `fetch` unpacks; the bare route must send the bytes as they went over the line.
  const { brotliCompressSync, constants } = await import('node:zlib');
  const plain = Buffer.from(await answer.arrayBuffer());
  if (encoding !== 'br') return plain;
  return brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
}

const bare = (file: string, encoding: string): Promise<Running> =>
  start({ args: port => [join(process.cwd(), 'server/dist/bench/bare.mjs'), String(port), file, encoding], path: '/bytes' });

const rows: Row[] = [];

/** Measures the bare route and ours in turn, so that both have the same machine. */
async function besideBare(what: string, file: string, encoding: string, servers: Record<string, Running>): Promise<void> {
  const limit = await bare(file, encoding);
  const headers = { 'accept-encoding': encoding === '' ? 'identity' : encoding };
  const loads: [string, Load][] = [
    ['bare Fastify', { url: `${limit.url}/bytes`, seconds, headers }],
    ...Object.entries(servers).map(([name, { url }]): [string, Load] => [name, { url: url + pact, seconds, headers }]),
  ];
  const own = loads.map(([engine]): Row => ({ what, engine, rounds: [], ratios: [] }));
  for (const [, load] of loads) await measure({ ...load, seconds: 2 });
  for (let round = 0; round < rounds; round += 1) {
    let floor = 0;
    for (const [index, [, load]] of loads.entries()) {
      const figures = await measure(load);
      if (index === 0) floor = figures.perSecond;
      own[index]?.rounds.push(figures);
      own[index]?.ratios?.push(figures.perSecond / floor);
    }
  }
  rows.push(...own);
  await limit.stop();
}

async function alone(what: string, engine: string, load: Load, times = rounds): Promise<void> {
  const row: Row = { what, engine, rounds: [] };
  for (let round = 0; round < times; round += 1) row.rounds.push(await measure(load));
  rows.push(row);
}

/** Acceptances, each of another person. */
function acceptances(url: string, cookies: string[]): NonNullable<Load['next']> {
  return () => {
    const cookie = cookies.pop();
    if (cookie === undefined) throw new Error('There are more writes than people: make the crowd larger.');
    return {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: '{"version":2}',
    };
  };
}

const load = (): string =>
  loadavg()
    .map(value => value.toFixed(1))
    .join(', ');

console.log(
  `Node ${process.version}, ${String(cpus().length)} cores (${cpus()[0]?.model ?? ''}), ${process.env['BENCH_DATABASE_VERSION'] ?? ''}`,
);
console.log(`Load of the machine before: ${load()}. ${String(rounds)} rounds of ${String(seconds)} s; medians.`);
try {
  const cookies: Record<string, string[]> = {};
  for (const { name, environment } of engines) cookies[name] = await prepare(environment, crowd);
  const servers: Record<string, Running> = {};
  for (const { name, environment } of engines) servers[name] = await serve(name, environment);

  const someServer = Object.values(servers)[0];
  for (const [what, encoding] of [
    ['pact', ''],
    ['pact, brotli', 'br'],
  ] as const) {
    const file = join(folder, `bytes${encoding}`);
    const bytes = await bytesOf((someServer?.url ?? '') + pact, encoding === '' ? 'identity' : encoding);
    writeFileSync(file, bytes);
    await besideBare(`${what} (${String(bytes.length)} bytes)`, file, encoding, servers);
  }
  for (const [name, { url }] of Object.entries(servers)) {
    const list = cookies[name] ?? [];
    await alone('list of processes', name, { url: `${url}/api/v1/processes`, seconds });
    await alone('session', name, { url: `${url}/api/v1/session?process=parco`, seconds, headers: { cookie: list[0] ?? '' } });
    const next = acceptances(url, list);
    await alone(
      `acceptances at ${String(fixedRate)} a second`,
      name,
      { url: `${url}/api/v1/pacts/patto-parco/acceptance`, seconds: writeSeconds, rate: fixedRate, next },
      1,
    );
    await alone('acceptances, as many as go', name, { url: `${url}/api/v1/pacts/patto-parco/acceptance`, seconds, next }, 1);
  }
  for (const server of Object.values(servers)) await server.stop();
  console.log(`\n${table(rows)}\n`);

  console.log(`Bytes a row in PostgreSQL: ${await bytesForEach(process.env['BENCH_DATABASE_URL'] ?? '')}.`);
  const [embedded] = engines;
  for (const [how, signal] of [
    ['an ordinary stop', 'SIGTERM'],
    ['a power cut', 'SIGKILL'],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const server = await serve('start', embedded?.environment ?? {});
      // The first start comes after whatever the run before left.
      if (round > 0) times.push(server.started);
      await server.stop(signal);
    }
    console.log(
      `PGlite, from the start of the process to the first pact after ${how}: ${String(Math.round(median(times)))} ms (${times.map(time => String(Math.round(time))).join(', ')})`,
    );
  }
  console.log(`Load of the machine after: ${load()}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
