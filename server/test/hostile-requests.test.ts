import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { chance, nasty } from './support/nasty.js';
import { people } from './support/people.js';
import { testCity, type TestCity } from './support/test-city.js';

/** Every route of the server, as it says itself. */
function routesOf({ app }: TestCity): { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string }[] {
  const { paths = {} } = app.swagger() as { paths?: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => ({ method: method.toUpperCase() as 'GET', path })),
  );
}

function value(next: () => number, depth = 0): unknown {
  const kind = Math.floor(next() * (depth > 3 ? 6 : 8));
  switch (kind) {
    case 0:
      return nasty[Math.floor(next() * nasty.length)];
    case 1:
      return (next() - 0.5) * 10 ** Math.floor(next() * 300);
    case 2:
      return next() < 0.5;
    case 3:
      return null;
    case 4:
      return Math.floor(next() * 5);
    case 5:
      return '';
    case 6:
      return Array.from({ length: Math.floor(next() * 4) }, () => value(next, depth + 1));
    default:
      return Object.fromEntries(
        ['version', 'sealed', 'address', '__proto__', 'kinds', 'nickname', ''].flatMap(key =>
          next() < 0.5 ? [[key, value(next, depth + 1)]] : [],
        ),
      );
  }
}

const bodies: readonly [name: string, body: string, type: string][] = [
  ['nothing', '', 'application/json'],
  ['half of JSON', '{"version":', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['null', 'null', 'application/json'],
  ['a poisoned prototype', '{"__proto__":{"version":2},"constructor":{"prototype":{"version":2}}}', 'application/json'],
  ['deep nesting', '['.repeat(50_000) + ']'.repeat(50_000), 'application/json'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString('latin1'), 'application/json'],
  ['a form', 'version=2', 'application/x-www-form-urlencoded'],
  ['plain text', '{"version":2}', 'text/plain'],
  ['XML', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'application/xml'],
  ['a type that is none', '{"version":2}', 'json; charset=\u00e9'],
  ['another character set', '{"version":2}', 'application/json; charset=utf-16'],
  ['more than the server takes', JSON.stringify({ version: 2, more: 'x'.repeat(400_000) }), 'application/json'],
];

describe('hostile requests', () => {
  let place: TestCity;
  let cookie: string;
  before(async () => {
    place = await testCity('PGlite', {
      environment: { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000', SIGN_INS_PER_MINUTE: '1000000' },
    });
    cookie = await place.signIn(people.resident);
  });
  after(() => place.close());

  /**
   * Never a failure, and where it is refused a problem document that tells nothing of the inside. 503 is no failure: this city has no
   * provider to sign in at. No cookie but our own is ever set.
   */
  function harmless(answer: Awaited<ReturnType<TestCity['ask']>>, what: string): void {
    const { statusCode, body, headers } = answer;
    assert.ok(statusCode < 500 || statusCode === 503, `${what}: ${String(statusCode)} ${body.slice(0, 300)}`);
    for (const set of [headers['set-cookie'] ?? []].flat()) assert.match(set, /^__Host-portico(-sign-in)?=/, what);
    assert.ok(!/\bat .+:\d+:\d+|node_modules|node:internal|SELECT|insert into/.test(body), `${what}: ${body.slice(0, 300)}`);
    if (statusCode < 400 || answer.headers['content-type']?.toString().startsWith('text/html')) return;
    assert.match(String(headers['content-type']), /^application\/problem\+json/, what);
    const problem = answer.json<Record<string, unknown>>();
    assert.equal(problem['status'], statusCode, what);
    for (const member of ['type', 'title', 'reason', 'lang'])
      assert.equal(typeof problem[member], 'string', `${what}: ${member}`);
  }

  it('knows its own routes', () => {
    assert.ok(routesOf(place).length >= 6);
    assert.ok(routesOf(place).some(({ method }) => method === 'POST'));
  });

  it('answers every route and every strange body with less than 500', async () => {
    for (const { method, path } of routesOf(place)) {
      const url = path.replace(/\{\w+\}/g, 'patto-parco');
      for (const [name, payload, type] of bodies) {
        if (method === 'GET' && payload.length > 300_000) continue;
        const headers = { ...place.writing(cookie), 'content-type': type };
        const answer = await place.ask({ method, url, headers, ...(method !== 'GET' && { payload }) });
        harmless(answer, `${method} ${url} with ${name}`);
        // How large a file may be depends on its process, which none of these names.
        const hasOwnLimit = path.endsWith('/attachments');
        if (method !== 'GET' && name.startsWith('more than') && !hasOwnLimit) assert.equal(answer.statusCode, 413, url);
      }
    }
  });

  it('answers every route with strange names and questions with less than 500', async () => {
    for (const { method, path } of routesOf(place)) {
      for (const text of nasty) {
        const encoded = encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
        const names = path.replace(/\{\w+\}/g, encoded || '%20');
        const queries = ['locale', 'lang', 'version', 'cursor', 'limit', 'process', 'return'].map(name => `${name}=${encoded}`);
        for (const url of [names, `${path.replace(/\{\w+\}/g, 'patto-parco')}?${queries.join('&')}`]) {
          harmless(await place.ask({ method, url, headers: place.writing(cookie) }), `${method} ${url.slice(0, 200)}`);
        }
      }
    }
  });

  it('answers three hundred bodies of chance to every write with less than 500', async () => {
    const next = chance(20_261_124);
    for (const { method, path } of routesOf(place).filter(each => each.method !== 'GET')) {
      const url = path.replace(/\{\w+\}/g, 'patto-parco');
      for (let round = 0; round < 300; round += 1) {
        const payload = JSON.stringify(value(next));
        const headers = { ...place.writing(cookie), 'content-type': 'application/json' };
        harmless(await place.ask({ method, url, payload, headers }), `${method} ${url} with ${payload.slice(0, 300)}`);
      }
    }
  });

  it('says what was expected and never what came instead, which may be somebody’s address', async () => {
    const secret = 'anna.rossi@example';
    const writing = { ...place.writing(cookie), 'content-type': 'application/json' };
    const bad = { address: `${secret} <b>`, kinds: [secret] };
    for (const answer of [
      await place.ask({ method: 'PUT', url: '/api/v1/processes/parco/notices', headers: writing, payload: bad }),
      await place.ask({ method: 'POST', url: '/api/v1/drafts', headers: writing, payload: { sealed: `${secret} but received` } }),
      await place.ask(`/api/v1/processes?limit=${secret}`),
      await place.ask(`/api/v1/processes?locale=${secret}&cursor=${secret}`),
    ]) {
      assert.ok(!answer.body.includes(secret), answer.body);
      const { errors } = answer.json<{ errors: { detail: string }[] }>();
      for (const { detail } of errors) assert.match(detail, /^(Invalid|no base64url)/);
    }
  });

  it('refuses each language that is none, and repeats it in no header', async () => {
    for (const tag of ['it\r\nset-cookie: a=b', 'it%0d%0ax: y', '../it', '<it>', 'i'.repeat(300), 'ит']) {
      const answer = await place.ask({
        url: `/api/v1/pacts/patto-parco?locale=${encodeURIComponent(tag)}`,
        headers: { 'accept-language': 'en' },
      });
      assert.equal(answer.statusCode, 400, tag);
      assert.equal(answer.headers['content-language'], 'en');
      assert.ok(!JSON.stringify(answer.headers).includes(tag.slice(0, 4)), tag);
    }
  });

  it('survives what is no HTTP at all', async () => {
    await place.app.listen({ port: 0, host: 'localhost' });
    const address = place.app.server.address();
    assert.ok(address && typeof address === 'object');
    const say = async (text: string): Promise<string> => {
      const socket = connect(address.port, address.address);
      let heard = '';
      socket.on('data', (chunk: Buffer) => void (heard += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.end(Buffer.from(text, 'latin1'));
      await once(socket, 'close');
      return heard;
    };
    const strange = [
      'HELLO\r\n\r\n',
      'GET /api/v1/processes HTTP/1.1\r\n\r\n',
      `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
      'POST /api/v1/pacts/patto-parco/acceptance HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'GET //evil.example/%2e%2e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    ];
    for (const text of strange) {
      const heard = await say(text);
      assert.match(heard, /^HTTP\/1\.1 4\d\d /, `${text.slice(0, 60)}: ${heard.slice(0, 200)}`);
      assert.ok(!/node_modules|node:internal/.test(heard));
    }
    assert.equal((await place.ask('/api/v1/processes')).statusCode, 200);
  });
});
