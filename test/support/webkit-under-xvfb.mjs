import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect } from 'node:net';

const patience = 30_000;
const pause = 100;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Xvfb picks a display that nobody uses and writes its number to the third channel. */
function startScreen(path) {
  const screen = spawn(path, ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = new Promise((resolve, reject) => {
    let said = '';
    screen.stdio[3].on('data', chunk => {
      said += chunk;
      if (said.includes('\n')) resolve(`:${said.trim()}`);
    });
    screen.once('error', reject);
    screen.once('exit', code => reject(new Error(`Xvfb ended with ${code} before it had a display.`)));
  });
  return { screen, display };
}

const answers = port =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

async function untilAnswers(port, driver) {
  for (let waited = 0; waited < patience; waited += pause) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
    if (await answers(port)) return;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  throw new Error(`WebKitWebDriver did not answer within ${patience / 1000} s.`);
}

/**
 * Starts WebKit's driver on a free port and on a screen that exists only in memory. Both end when this process ends, also when it is
 * interrupted: a screen that stays would hold its number for good.
 */
export async function startWebKit({ webkitDriver, webkitBrowser, xvfb }) {
  const { screen, display } = startScreen(xvfb);
  process.once('exit', () => screen.kill('SIGKILL'));
  const port = await freePort();
  const driver = spawn(webkitDriver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: await display } });
  process.once('exit', () => driver.kill('SIGKILL'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  await untilAnswers(port, driver);
  screen.unref();
  screen.stdio[3].destroy();
  driver.unref();
  return {
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: webkitBrowser, args: ['--automation'] },
    },
  };
}
