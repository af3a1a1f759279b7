import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { endConnections } from '../src/watch/end-connections.js';
import { until } from './support/until.js';

describe('the end of all connections', () => {
  let app: FastifyInstance;
  let port: number;
  let begun: number;
  let closing: boolean;
  /** Lets the slow answers go. */
  let go: () => void;

  beforeEach(async () => {
    begun = 0;
    closing = false;
    const wait = new Promise<void>(resolve => (go = resolve));
    app = Fastify({
      frameworkErrors: (_error, _request, reply: FastifyReply) => {
        void reply.code(400).send('no address');
      },
    });
    endConnections(app);
    app.addHook('preClose', done => {
      closing = true;
      done();
    });
    app.get('/slow', async () => {
      begun += 1;
      await wait;
      return 'slow';
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    port = (app.server.address() as AddressInfo).port;
    mock.timers.enable({ apis: ['setInterval'] });
  });
  afterEach(async () => {
    go();
    mock.timers.reset();
    app.server.closeAllConnections();
    await app.close();
  });

  /** Begins a request. */
  function ask(path: string): { socket: Socket; heard: () => string } {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8').on('data', text => (heard += String(text)));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    return { socket, heard: () => heard };
  }

  it('waits for an answer that is being made, whatever was refused before', async () => {
    for (let count = 0; count < 3; count += 1) {
      const { socket, heard } = ask('/%zz');
      await until(() => heard().includes('no address'));
      socket.destroy();
    }
    const slow = ask('/slow');
    await until(() => begun === 1);
    const closed = app.close();
    await until(() => closing);
    mock.timers.tick(1000);
    go();
    await until(() => slow.heard().endsWith('slow'));
    mock.timers.tick(1000);
    await closed;
    assert.equal(begun, 1);
  });

  it('does not wait for an answer whose reader has gone', async () => {
    const gone = ask('/slow');
    await until(() => begun === 1);
    gone.socket.destroy();
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const { socket, heard } = ask('/%zz');
    await until(() => heard().includes('no address'));
    socket.destroy();
    go();
    const ended = once(silent.resume(), 'close');
    const closed = app.close();
    await until(() => closing);
    await until(() => {
      mock.timers.tick(1000);
      return silent.closed;
    });
    await Promise.all([ended, closed]);
  });
});
