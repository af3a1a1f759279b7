import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { proxy } from '../../scripts/proxy.mjs';

const listening = async server => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server.address().port;
};

describe('the proxy before the backend', () => {
  /** What reaches the backend: each request, with its body. */
  let reached = [];
  const backend = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', text => (body += text));
    request.on('end', () => {
      reached.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      response.end('done');
    });
  });
  const elsewhere = createServer((_request, response) => response.end('elsewhere'));
  let front;
  let port;
  let other;

  before(async () => {
    const answer = proxy({ target: `http://127.0.0.1:${await listening(backend)}`, paths: ['/api/'] });
    front = createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://reader');
      if (!answer(request, response, { pathname })) response.writeHead(404).end();
    });
    port = await listening(front);
    other = await listening(elsewhere);
  });
  beforeEach(() => (reached = []));
  after(() => {
    for (const server of [front, backend, elsewhere]) server.close().closeAllConnections();
  });

  /** Sends bytes as they are. @returns All that comes back until the proxy hangs up. */
  const say = async lines => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8').on('data', text => (heard += text));
    socket.write(lines.join('\r\n'));
    await once(socket, 'close');
    return heard;
  };

  const hidden = 'POST /api/hidden HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.1\r\nContent-Length: 0\r\n\r\n';
  const chunked = ['Transfer-Encoding: chunked', '', hidden.length.toString(16), hidden, '0', '', ''];
  const counted = [`Content-Length: ${hidden.length}`, '', hidden];

  for (const [name, headers] of [
    ['in pieces', ['Connection: close', ...chunked]],
    ['of a known length', ['Connection: close', ...counted]],
    ['whose length is said to concern the connection alone', ['Connection: close, content-length', ...counted]],
  ]) {
    it(`lets no request through that is hidden in a body ${name}`, async () => {
      await say(['GET /api/open HTTP/1.1', 'Host: a', ...headers]);
      // On the same connection to the backend: were something hidden before it, it would have come first.
      await say(['GET /api/next HTTP/1.1', 'Host: a', 'Connection: close', '', '']);
      assert.deepEqual(
        reached.map(({ line }) => line),
        ['GET /api/open', 'GET /api/next'],
      );
      assert.equal(reached[0].body, hidden);
    });
  }

  it('goes to the backend alone, whatever host stands in the address', async () => {
    for (const address of [`//127.0.0.1:${other}/api/x?a=b`, `http://127.0.0.1:${other}/api/x?a=b`]) {
      const heard = await say([`GET ${address} HTTP/1.1`, 'Host: a', 'Connection: close', '', '']);
      assert.match(heard, /done/);
    }
    assert.deepEqual(
      reached.map(({ line }) => line),
      ['GET /api/x?a=b', 'GET /api/x?a=b'],
    );
  });

  it('says itself where a request comes from, and hands on nothing that concerns the connection', async () => {
    const forged = ['X-Forwarded-For: 192.0.2.1', 'X-Forwarded-Host: evil.example', 'X-Hop: 1', 'Connection: close, x-hop'];
    await say(['GET /api/x HTTP/1.1', 'Host: a', ...forged, '', '']);
    const [{ headers }] = reached;
    assert.equal(headers['x-forwarded-for'], '127.0.0.1');
    assert.equal(headers['x-forwarded-host'], 'a');
    assert.equal(headers['x-hop'], undefined);
  });
});
