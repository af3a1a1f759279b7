import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a process may take to answer, in milliseconds. */
const patience = 60_000;

export interface Running {
  url: string;
  /** Milliseconds from the start of the process to its first good answer. */
  started: number;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

interface Start {
  args: (port: number) => string[];
  environment?: Record<string, string>;
  /** What is asked to see whether it answers. */
  path: string;
  /** Where its log goes; nowhere without it. */
  log?: string;
}

/** Starts a process of Node and waits for its first good answer. */
export async function start({ args, environment = {}, path, log }: Start): Promise<Running> {
  const port = await freePort();
  const url = `http://localhost:${String(port)}`;
  const output = log === undefined ? 'ignore' : openSync(log, 'a');
  const begin = performance.now();
  const child = spawn(process.execPath, args(port), {
    env: { PATH: process.env['PATH'], PORT: String(port), PORTICO_URL: url, ...environment },
    stdio: ['ignore', output, 'inherit'],
  });
  if (typeof output === 'number') closeSync(output);
  await firstAnswer(child, url + path, begin);
  return {
    url,
    started: performance.now() - begin,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}

export const serverFile = join(process.cwd(), 'server/dist/portico-server.mjs');

async function firstAnswer(child: ChildProcess, url: string, begin: number): Promise<void> {
  while (performance.now() - begin < patience) {
    if (child.exitCode !== null) throw new Error(`The process ended with ${String(child.exitCode)}.`);
    const good = await fetch(url).then(
      async answer => (await answer.arrayBuffer(), answer.ok),
      () => false,
    );
    if (good) return;
    await wait(5);
  }
  throw new Error(`${url} gave no good answer in time.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
