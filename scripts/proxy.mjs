import { request as ask } from 'node:http';

/** Headers that concern one connection alone (RFC 9110, 7.6.1). */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'proxy-connection']);

/** Headers to hand on: not those that concern one connection, nor those that its sender says do (`Connection: x-name`). */
function passedOn(headers) {
  const named = new Set((headers.connection ?? '').split(',').map(name => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name) && !named.has(name)));
}

/** How the server knows where a body ends. Without it the rest would be read as the next request, with headers that nobody looked at. */
function framing(headers) {
  if (headers['transfer-encoding'] !== undefined) return { 'transfer-encoding': 'chunked' };
  return headers['content-length'] === undefined ? {} : { 'content-length': headers['content-length'] };
}

/**
 * Hands some paths of a site on to a server behind it, as a city's reverse proxy does.
 *
 * @param target - `http://host:port`, or a function that gives it once it is known; 503 until then.
 * @param paths - What the paths begin with.
 * @returns An `answer` for `serve`.
 */
export function proxy({ target, paths }) {
  return (request, response, { pathname }) => {
    if (!paths.some(path => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))) return false;
    const to = typeof target === 'function' ? target() : target;
    if (!to) {
      response.writeHead(503, { 'retry-after': '1' }).end();
      return true;
    }
    const headers = {
      ...passedOn(request.headers),
      ...framing(request.headers),
      'x-forwarded-for': request.socket.remoteAddress,
      'x-forwarded-proto': 'http',
      'x-forwarded-host': request.headers.host,
    };
    // The server stays the one that was chosen, also where somebody asks for `//elsewhere.example/api/`.
    const { pathname: path, search } = new URL(request.url, 'http://reader');
    const onward = ask(to, { method: request.method, path: path + search, headers }, answer => {
      response.writeHead(answer.statusCode, passedOn(answer.headers));
      answer.pipe(response);
    });
    onward.once('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    // Somebody who goes away must not leave the server at work.
    response.once('close', () => onward.destroy());
    request.pipe(onward);
    return true;
  };
}
