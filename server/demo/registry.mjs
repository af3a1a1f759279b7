import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { people } from './people.mjs';

/**
 * The registry of the invented city: what ties somebody to it. It answers as the registry hook of a real city must (docs/sign-in.md).
 *
 * @param options.token - What the server has to send as a bearer token.
 * @param options.port - 0 takes a free one.
 */
export async function startRegistry({ token, port = 0, host = '127.0.0.1' }) {
  const server = createServer((request, response) => {
    answer(request, token).then(
      ([status, body]) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.writeHead(400).end(),
    );
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${server.address().port}/people`,
    close: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(request, token) {
  if (request.method !== 'POST') return [405, {}];
  if (!same(request.headers.authorization ?? '', `Bearer ${token}`)) return [401, {}];
  let text = '';
  for await (const chunk of request) text += chunk;
  const { fiscalCode } = JSON.parse(text);
  const person = people.find(each => each.fiscalCode === fiscalCode);
  return person ? [200, person.registry] : [404, {}];
}

function same(given, wanted) {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
