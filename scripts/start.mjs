import { execFileSync, spawn } from 'node:child_process';
import { watch } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { demoCity } from './demo-city.mjs';
import { demoNewspaper } from './demo-newspaper.mjs';
import { serveNear } from './serve.mjs';

/**
 * `npm start`: builds the municipal demo page, builds it again at each change, and shows it. Beside it runs a newspaper on another site, in
 * which the files for pages, built once, make a widget of a link to the city.
 */
const usualPort = 5173;

const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

/** Opens the page for a person who sits at this machine. In a container or over ssh there is nobody to open it for. */
function open(url) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = openers[process.platform];
  if (!process.stdout.isTTY || !hasScreen || !opener || process.env.CI) return;
  const [command, ...args] = opener;
  // The address stands in the terminal already, so a failure to open it needs no words.
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

const { options, warnings } = await loadConfigFile(new URL('../rollup.config.mjs', import.meta.url).pathname, {
  configDemo: true,
  watch: true,
});
warnings.flush();
if (options.length === 0) throw new Error('There is no demo/demo.ts to build.');

execFileSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--configCdn', '--silent'], { stdio: 'inherit' });

const watcher = watch(options.map(each => ({ ...each, watch: { clearScreen: false } })));
let server;
let newspaper;
watcher.on('event', async event => {
  if (event.code === 'BUNDLE_END') {
    console.log(`built in ${event.duration} ms`);
    await event.result.close();
  }
  if (event.code === 'ERROR') {
    console.error(event.error.message, event.error.loc ? `${event.error.loc.file}:${event.error.loc.line}` : '');
    await event.result?.close();
  }
  if (event.code === 'END' && !server) {
    server = demoCity({ root: 'dist/demo', port: usualPort, cached: false, listen: serveNear });
    const url = `http://localhost:${(await server).port}`;
    newspaper = demoNewspaper({ city: url, port: usualPort + 100 });
    const other = `http://127.0.0.1:${(await newspaper).port}`;
    console.log(`\nThe demo page: ${url}/\nA newspaper that embeds it: ${other}/\nEnd with Ctrl+C.`);
    open(`${url}/`);
  }
});

process.once('SIGINT', async () => {
  await watcher.close();
  await Promise.all([server, newspaper].map(async each => (await each)?.close()));
  process.exit(0);
});
