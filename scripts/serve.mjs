import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The content type of a file, by its name. */
export const typeOf = file => types[extname(file)] ?? 'application/octet-stream';

/** What a careful municipality sends with each page. The widgets must work under it, so it is the default and not an option. */
export const strictPolicy = [
  "default-src 'self'",
  // Bootstrap Italia's own style sheet carries pictures and a font as data.
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'report-uri /csp-report',
].join('; ');

/** Scripts and fonts may be loaded from another site: a newspaper's page takes the widgets from the city's server. */
const usualHeaders = {
  'content-security-policy': strictPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'access-control-allow-origin': '*',
  'cache-control': 'no-cache',
};

const largestReport = 100_000;

function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(body);
}

async function readReport(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > largestReport) throw new Error('too large');
  }
  return JSON.parse(text);
}

/** Keeps what browsers report about broken rules: POST adds, GET lists, DELETE forgets. */
async function answerReports(reports, request, response) {
  const json = { 'content-type': types['.json'], 'cache-control': 'no-store' };
  if (request.method === 'GET') return send(response, 200, JSON.stringify(reports), json);
  if (request.method === 'DELETE') {
    reports.length = 0;
    return send(response, 204);
  }
  if (request.method !== 'POST') return send(response, 405, 'Only GET, POST and DELETE.', { allow: 'GET, POST, DELETE' });
  try {
    const report = await readReport(request);
    reports.push(...(Array.isArray(report) ? report : [report['csp-report'] ?? report]));
    return send(response, 204);
  } catch {
    return send(response, 400, 'A report is JSON of at most 100 kB.');
  }
}

/** The file for a path, or undefined. Neither `..` in any spelling nor a symbolic link leads out of the root. */
function fileFor(root, pathname) {
  try {
    const path = decodeURIComponent(pathname);
    if (path.includes('\0') || path.includes('\\')) return undefined;
    const file = realpathSync(join(root, path));
    return file === root || file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

function answerFile(root, url, request, response, headers) {
  if (!['GET', 'HEAD'].includes(request.method)) return send(response, 405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
  let file = fileFor(root, url.pathname);
  if (file && statSync(file).isDirectory()) {
    // Without the slash at the end the page's relative addresses would lead elsewhere.
    if (!url.pathname.endsWith('/'))
      return send(response, 301, '', { location: `./${url.pathname.split('/').at(-1)}/${url.search}` });
    file = fileFor(root, `${url.pathname}index.html`);
  }
  if (!file || !statSync(file).isFile()) return send(response, 404, 'Not found.');
  response.writeHead(200, {
    'content-type': typeOf(file),
    'content-length': statSync(file).size,
    ...headers,
  });
  return request.method === 'HEAD'
    ? response.end()
    : createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
}

/** Headers for a path: the usual ones, with what the caller adds; a value of `undefined` takes one away. */
function headersFor(pathname, headers) {
  const own = (typeof headers === 'function' ? headers(pathname) : headers) ?? {};
  const lowered = Object.fromEntries(Object.entries(own).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(Object.entries({ ...usualHeaders, ...lowered }).filter(([, value]) => value !== undefined));
}

/**
 * Serves a folder for the demo page and for tests, under strict headers.
 *
 * @param root - The folder.
 * @param port - Port; 0 takes any that is free.
 * @param headers - Headers to add or, as `undefined`, to take away; or a function that gives them for a path.
 * @param answer - `(request, response, url)` may answer a request itself, an API for example; true when it did.
 * @returns `url` (without a slash at the end), `port`, `reports` (what browsers complained about, newest last) and `close()`.
 */
export async function serve({ root, port = 0, headers, answer, host = '127.0.0.1' }) {
  const folder = realpathSync(resolve(root));
  const reports = [];
  const server = createServer(async (request, response) => {
    try {
      // Not `new URL(request.url, …)`: an address that begins with two slashes would become another host.
      const url = new URL(`http://${host}${request.url.startsWith('/') ? request.url : '/'}`);
      if (await answer?.(request, response, url)) return;
      if (url.pathname === '/csp-report') await answerReports(reports, request, response);
      else answerFile(folder, url, request, response, headersFor(url.pathname, headers));
    } catch (error) {
      if (!response.headersSent) send(response, 500, 'The server failed.');
      console.error(error);
    }
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, host, done));
  const actual = server.address().port;
  return {
    url: `http://localhost:${actual}`,
    port: actual,
    reports,
    close: () =>
      new Promise(done => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** The same on the first port from this one that nobody uses. */
export async function serveNear({ port, ...options }, attempts = 20) {
  for (let next = port; ; next++) {
    try {
      return await serve({ ...options, port: next });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || next >= port + attempts) throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [root = 'dist', port = '4173'] = process.argv.slice(2);
  const { url } = await serveNear({ root, port: Number(port) });
  console.log(`${root} at ${url}/`);
}
