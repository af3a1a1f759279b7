import { readFileSync } from 'node:fs';
import { serveNear } from './serve.mjs';

/** The policy of a careful newspaper: it lets in the city's scripts, style and data, and nobody else's. */
const policy = city =>
  [
    "default-src 'self'",
    `script-src ${city}`,
    `style-src 'self' ${city}`,
    `connect-src ${city}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** A page of somebody else, on another site, in which an editor pasted a link to the city. */
export function demoNewspaper({ city, port }) {
  const page = () => readFileSync('demo/newspaper/index.html', 'utf8').replaceAll('{{city}}', city);
  return serveNear({
    root: 'demo/newspaper',
    port,
    headers: { 'content-security-policy': policy(city) },
    answer(request, response, { pathname }) {
      if (pathname !== '/') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(city) });
      response.end(page());
      return true;
    },
  });
}
