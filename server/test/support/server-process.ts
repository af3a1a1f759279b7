import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The server as it is run: a process of its own, which can be killed. */
export interface ServerProcess {
  url: string;
  /** What it wrote so far. */
  output: () => string;
  /** As a power cut does it. */
  kill: () => Promise<void>;
  /** As an administrator does it. @returns The exit code. */
  stop: () => Promise<number | null>;
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the built server and waits until it says that it listens. */
export async function startServer(environment: Record<string, string>, port?: number): Promise<ServerProcess> {
  const own = port ?? (await freePort());
  const url = `http://localhost:${String(own)}`;
  const child = spawn(process.execPath, [join(process.cwd(), 'server/dist/portico-server.mjs'), 'serve'], {
    env: { PATH: process.env['PATH'], PORTICO_URL: url, PORT: String(own), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  // Behind a proxy it says the address that people see.
  await listening(child, () => output.includes(environment['PORTICO_URL'] ?? url));
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return {
    url,
    output: () => output,
    kill: async () => {
      await ended('SIGKILL');
    },
    stop: () => ended('SIGTERM'),
  };
}

async function listening(child: ChildProcess, said: () => boolean): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (said()) resolve();
    };
    child.stdout?.on('data', look);
    child.once('exit', code => reject(new Error(`the server ended with ${String(code)}`)));
    setTimeout(() => reject(new Error('the server did not start within a minute')), 60_000).unref();
  });
}
