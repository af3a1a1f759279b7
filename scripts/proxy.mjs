import { request as ask } from 'node:http';

/** Headers that concern one connection alone (RFC 9110, 7.6.1). */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'proxy-connection']);

const passedOn = headers => Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));

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
      'x-forwarded-for': request.socket.remoteAddress,
      'x-forwarded-proto': 'http',
      'x-forwarded-host': request.headers.host,
    };
    const onward = ask(new URL(request.url, to), { method: request.method, headers }, answer => {
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
