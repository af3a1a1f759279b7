import { execFileSync, spawn } from 'node:child_process';
import { watch } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { buildServer } from '../server/build.mjs';
import { serverPaths, startCityServer } from './city-server.mjs';
import { demoNewspaper } from './demo-newspaper.mjs';
import { proxy } from './proxy.mjs';
import { serveNear } from './serve.mjs';

/**
 * `npm start`: an invented city with all its parts. The municipal page, which is built again at each change; behind it the reference
 * backend with its database in `./data`, a provider where the people of the demonstration sign in, and the city's registry; and beside it
 * a newspaper on another site, in which the files for pages make a widget of a link to the city.
 */
const usualPort = 5173;
const data = (process.env.PORTICO_DATA ?? 'data').replace(/\/+$/, '');

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

await buildServer();

const watcher = watch(options.map(each => ({ ...each, watch: { clearScreen: false } })));
const parts = [];

/** Starts what the page needs, and says where it is. */
async function show() {
  let server;
  const answer = proxy({ target: () => server?.url, paths: serverPaths });
  const site = await serveNear({ root: 'dist/demo', port: usualPort, host: 'localhost', answer });
  const newspaper = await demoNewspaper({ city: site.url, port: usualPort + 100 });
  const other = `http://127.0.0.1:${newspaper.port}`;
  parts.push(site, newspaper);
  server = await startCityServer({ url: site.url, data, sites: [other] });
  parts.push(server);
  console.log(`\nThe city's page: ${site.url}/\nA newspaper that embeds it: ${other}/`);
  console.log(
    `Sign in as one of the people of the demonstration. What they do is kept in ${data}/, and letters to them in ${data}/mail/.`,
  );
  console.log('End with Ctrl+C.');
  open(`${site.url}/`);
}

let shown;
watcher.on('event', async event => {
  if (event.code === 'BUNDLE_END') {
    console.log(`built in ${event.duration} ms`);
    await event.result.close();
  }
  if (event.code === 'ERROR') {
    console.error(event.error.message, event.error.loc ? `${event.error.loc.file}:${event.error.loc.line}` : '');
    await event.result?.close();
  }
  if (event.code === 'END') {
    shown ??= show().catch(async error => {
      console.error(error.message);
      await end(1);
    });
  }
});

async function end(code) {
  await watcher.close();
  await Promise.all(parts.map(part => part.close()));
  process.exit(code);
}

process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));
