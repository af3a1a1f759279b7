import { build } from 'esbuild';
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { startProvider } from '../server/demo/provider.mjs';
import { startRegistry } from '../server/demo/registry.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const program = here('../server/dist/portico-server.mjs');

/** The paths of a city's site that the server answers. */
export const serverPaths = [
  '/api',
  '/assets',
  '/data',
  '/embed',
  '/feed.xml',
  '/files',
  '/notices',
  '/o',
  '/oembed',
  '/portico',
  '/privacy',
  '/problems',
  '/processes',
  '/sign-in',
  '/sign-out',
  '/staff',
  '/teaser',
  '/you',
];

/** Writes what the invented city publishes into a folder, from the data of the demonstration and the example. */
async function publish(folder) {
  const bundle = here('../.tmp/publish.mjs');
  await build({
    entryPoints: [here('../demo/publish.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  await (await import(pathToFileURL(bundle).href)).publish(folder, here('../example/milano'));
}

async function freePort() {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * The invented city with its real parts: the reference backend on its embedded database, a real OpenID Connect provider on another host
 * name, and the city's registry. `server/build.mjs` must have run.
 *
 * @param url - The address of the city's site, from which the paths of the server are handed on to it.
 * @param data - The folder where it keeps everything. What was kept there is there again.
 * @param sites - Other sites that embed the city's widgets.
 * @returns `url` (where the server itself listens) and `close()`.
 */
export async function startCityServer({ url, data, sites = [] }) {
  const token = randomBytes(24).toString('base64url');
  const registry = await startRegistry({ token });
  const provider = await startProvider({ redirectUris: [`${url}/sign-in/callback`] });
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: '',
    PORTICO_URL: url,
    PORTICO_CITY: 'Comune di Pontelago',
    PORTICO_DATA: data,
    PORTICO_SITES: sites.join(' '),
    PORTICO_PROXIES: 'loopback',
    PORTICO_FILES_CHANGE: 'yes',
    PORT: String(port),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_ALLOW_HTTP: 'yes',
    REGISTRY_URL: registry.url,
    REGISTRY_TOKEN: token,
    MAIL_FROM: 'partecipa@comune.pontelago.example',
  };
  const folder = here('../.tmp/pontelago');
  await publish(folder);
  const bring = (what, ...args) =>
    promisify(execFile)(process.execPath, [program, ...args], { env }).catch(({ stdout, stderr }) => {
      throw new Error(`${what} of the city could not be imported.\n${stdout}${stderr}`);
    });
  await bring('The content', 'import', folder);
  // At the first start alone: later there are those that people made.
  const observations = here('../example/milano/observations');
  if (existsSync(observations)) await bring('The observations', 'import-observations', observations, '--if-none');
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const listening = new Promise((resolve, reject) => {
    child.stdout.on('data', chunk => {
      if (chunk.toString().includes(url)) resolve();
      else process.stdout.write(chunk);
    });
    child.once('exit', code => reject(new Error(`The server ended with ${code}.`)));
  });
  const parts = [provider, registry];
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    }
    await Promise.all(parts.map(part => part.close()));
  };
  try {
    await listening;
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://localhost:${port}`, close };
}
