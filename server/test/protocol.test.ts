import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sendOutgoing } from '../src/notices/send-outgoing.js';
import { accept, letterBox } from './support/letters.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

interface Received {
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** A register that numbers what it gets, and is away when it is told to. */
async function register() {
  const state = {
    received: [] as Received[],
    status: 200,
    answer: (number: number): unknown => ({ number: `2026/${String(number)}` }),
  };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      state.received.push({ headers: request.headers, body: JSON.parse(text) as Record<string, unknown> });
      response.writeHead(state.status, { 'content-type': 'application/json' });
      response.end(state.status === 200 ? JSON.stringify(state.answer(state.received.length)) : 'Anna Rossi is not known here');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${String(port)}/protocol`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>(resolve => server.close(() => resolve()));
    },
  });
}

for (const engine of engines) {
  describe(`the protocol register, on ${engine}`, () => {
    let place: TestCity;
    let office: Awaited<ReturnType<typeof register>>;
    let time = new Date('2026-11-24T10:00:00Z');
    before(async () => {
      office = await register();
      place = await testCity(engine, {
        now: () => time,
        environment: { PROTOCOL_URL: office.url, PROTOCOL_TOKEN: 'secret-of-the-register' },
      });
    });
    after(async () => {
      await place.close();
      await office.close();
    });
    beforeEach(async () => {
      office.received.length = 0;
      office.status = 200;
      for (const table of ['acceptance', 'submission', 'outgoing'] as const) {
        await place.city.database.db.deleteFrom(table).execute();
      }
    });
    const send = () => sendOutgoing(place.city, letterBox());
    const numbers = async () =>
      (await place.city.database.db.selectFrom('acceptance').select('protocol_number').execute()).map(row => row.protocol_number);

    it('is told of each contribution, and of nobody’s identity; its number is kept', async () => {
      const reference = await accept(place, await place.signIn(people.resident));
      assert.equal(await send(), 1);
      const [{ headers, body } = { headers: {}, body: {} }] = office.received;
      assert.equal(headers.authorization, 'Bearer secret-of-the-register');
      const { commitment } = await place.city.database.db
        .selectFrom('acceptance')
        .innerJoin('log_entry', 'log_entry.id', 'acceptance.log_entry')
        .select('commitment')
        .executeTakeFirstOrThrow();
      assert.deepEqual(body, {
        reference,
        kind: 'acceptance',
        process: 'parco',
        receivedAt: time.toISOString(),
        commitment: Buffer.from(commitment).toString('base64'),
      });
      assert.deepEqual(await numbers(), ['2026/1']);
    });

    it('is told again, with the same key, for as long as it is away', async () => {
      await accept(place, await place.signIn(people.resident));
      office.status = 503;
      for (let tried = 0; tried < 30; tried++) {
        assert.equal(await send(), 0);
        const { due_at } = await place.city.database.db.selectFrom('outgoing').select('due_at').executeTakeFirstOrThrow();
        time = due_at;
      }
      office.status = 200;
      assert.equal(await send(), 1);
      assert.equal(new Set(office.received.map(({ headers }) => headers['idempotency-key'])).size, 1);
      assert.equal((await numbers()).length, 1);
      assert.match((await numbers())[0] ?? '', /^2026\//);
    });

    it('may number later, and answer without a number', async () => {
      const usual = office.answer;
      office.answer = () => ({});
      await accept(place, await place.signIn(people.resident));
      assert.equal(await send(), 1);
      assert.deepEqual(await numbers(), [null]);
      office.answer = usual;
    });

    it('gets nothing twice when a person sends the same twice', async () => {
      const cookie = await place.signIn(people.resident);
      await accept(place, cookie);
      await accept(place, cookie);
      await send();
      assert.equal(office.received.length, 1);
    });
  });
}
