import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { memoryInNode } from './memory-in-node.mjs';
import { serve, typeOf } from './serve.mjs';

const json = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Everybody may read: a newspaper's page takes widgets and data from here. */
const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** The page that an embed address leads to: the pact in brief for everybody, the whole widget where scripts run. */
function embedPage({ id, version: { title } }, brief, query) {
  const attributes = ['version', 'heading-level', 'theme', 'lang']
    .flatMap(name => (query.get(name) ? [` ${name}="${escaped(query.get(name))}"`] : []))
    .join('');
  return `<!doctype html>
<html lang="${escaped(query.get('lang') ?? 'it')}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title.text)} - Comune di Pontelago</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/portico/0/portico.css" />
    <script type="module" src="/portico/0/loader.js"></script>
  </head>
  <body>
    <main>
      <portico-pact-viewer pact="${escaped(id)}"${attributes}>
        <h1>${escaped(title.text)}</h1>
        ${brief.map(text => `<p>${escaped(text)}</p>`).join('')}
      </portico-pact-viewer>
    </main>
  </body>
</html>
`;
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

const compressed = new Map();

function brotli(file) {
  const key = `${file} ${statSync(file).mtimeMs}`;
  let bytes = compressed.get(key);
  if (!bytes) {
    const content = readFileSync(file);
    bytes = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    compressed.set(key, bytes);
  }
  return bytes;
}

/**
 * A small invented city: its API from memory, the library's files below `/portico/` as `npm run build` leaves them, and the page behind
 * each embed address. The demonstration and the tests use it as the other origin.
 *
 * @param root - A folder that is served besides, such as the demo page.
 * @param listen - `serve`, or `serveNear` where another port will do as well.
 * @param cached - Whether browsers may keep the library's files, as they should on a real server.
 * @returns What `serve` returns, with `requests` (what was asked for, oldest first) and `trouble`: set `api` to a status to let the API
 *   fail, `drafts` to one to let it take no draft, `missing` to a pattern of paths that are not there, `hold` to `{ pattern, until }` to keep answers back until a promise ends,
 *   `spoil` to a pattern of files that come changed.
 */
export async function demoCity({
  root = 'dist/cdn',
  port = 0,
  host = '127.0.0.1',
  files = 'dist/cdn',
  cached = true,
  listen = serve,
  headers,
} = {}) {
  const { makeBackend, plainParagraphs } = await memoryInNode();
  const { backend } = makeBackend();
  const requests = [];
  const trouble = {};
  const drafts = new Map();

  const send = (response, status, body, head) => {
    response.writeHead(status, { ...open, ...head });
    response.end(body);
  };

  /** Sealed drafts: any site may leave one, and the city's own pages fetch it, once. */
  async function answerDraft(request, response, id) {
    const { origin } = request.headers;
    if (trouble.drafts) return send(response, trouble.drafts, JSON.stringify({ title: 'Not from here' }), json);
    if (id === undefined) {
      const made = randomBytes(32).toString('base64url');
      drafts.set(made, { sealed: (await bodyOf(request)).sealed, origin });
      return send(response, 200, JSON.stringify({ id: made }), json);
    }
    const left = origin === `http://${request.headers.host}` ? drafts.get(id) : undefined;
    if (left) drafts.delete(id);
    return send(response, left ? 200 : 404, JSON.stringify(left ?? { title: 'Not found', reason: 'not-found' }), json);
  }

  async function answerApi(request, response, { pathname, searchParams }) {
    const [, , , what, id, part] = pathname.split('/').map(decodeURIComponent);
    const locale = searchParams.get('locale') ?? undefined;
    const version = Number(searchParams.get('version') ?? undefined) || undefined;
    if (trouble.api) return send(response, trouble.api, JSON.stringify({ title: 'Out of service' }), json);
    if (what === 'drafts' && request.method === 'POST') return answerDraft(request, response, id);
    try {
      if (what === 'pacts' && part === undefined) {
        return send(response, 200, JSON.stringify(await backend.pacts.get(id, { locale, version })), json);
      }
      if (what === 'documents' && part === undefined) {
        return send(response, 200, JSON.stringify(await backend.documents.get(id, { locale, version })), json);
      }
      if (what === 'documents' && part === 'passages') {
        const { from, cursor, limit } = Object.fromEntries(searchParams);
        const page = { locale, version, from, cursor, limit: limit && Number(limit) };
        return send(response, 200, JSON.stringify(await backend.documents.passages(id, page)), json);
      }
      if (what === 'pacts' && part === 'acceptance') return send(response, 200, '{}', json);
      if (what === 'session') return send(response, 200, JSON.stringify({ type: 'signed-out' }), json);
      if (what === 'processes') return send(response, 200, JSON.stringify(await backend.processes.get(id, { locale })), json);
    } catch (error) {
      if (error.reason !== 'not-found') throw error;
    }
    return send(response, 404, JSON.stringify({ title: 'Not found', reason: 'not-found' }), json);
  }

  function answerFile(request, response, pathname) {
    const file = join(files, normalize(decodeURIComponent(pathname)).slice('/portico/'.length));
    if (trouble.missing?.test(pathname) || !existsSync(file) || !statSync(file).isFile())
      return send(response, 404, 'Not found.');
    const fixed = /^\/portico\/\d+\.\d+\./.test(pathname);
    const head = {
      'content-type': typeOf(file),
      'cache-control': !cached
        ? 'no-store'
        : fixed
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=300, stale-while-revalidate=86400',
      vary: 'accept-encoding',
    };
    if (trouble.spoil?.test(pathname)) return send(response, 200, `${readFileSync(file, 'utf8')}\n`, head);
    if (/\bbr\b/.test(request.headers['accept-encoding'] ?? ''))
      return send(response, 200, brotli(file), { ...head, 'content-encoding': 'br' });
    return send(response, 200, readFileSync(file), head);
  }

  async function answer(request, response, url) {
    const { pathname } = url;
    requests.push({ method: request.method, path: pathname + url.search, headers: request.headers });
    if (trouble.hold?.pattern.test(pathname)) await trouble.hold.until;
    if (request.method === 'OPTIONS') return (send(response, 204, '', { 'access-control-allow-headers': '*' }), true);
    if (pathname.startsWith('/api/')) return (await answerApi(request, response, url), true);
    if (pathname.startsWith('/portico/')) return (answerFile(request, response, pathname), true);
    const [, pact] = /^\/embed\/pact-viewer\/([^/]+)\/?$/.exec(pathname) ?? [];
    if (!pact) return false;
    const found = await backend.pacts
      .get(decodeURIComponent(pact), { locale: url.searchParams.get('lang') ?? 'it' })
      .catch(() => undefined);
    if (found)
      send(response, 200, embedPage(found, plainParagraphs(found.version.brief.blocks), url.searchParams), {
        'content-type': 'text/html; charset=utf-8',
      });
    else send(response, 404, 'Not found.');
    return true;
  }

  const server = await listen({ root, port, host, headers, answer });
  return { ...server, url: `http://${host}:${server.port}`, requests, trouble };
}
