import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { newKey } from '../src/settings/keys.js';
import { accept, signCrowdIn, type Member } from './support/crowd.js';
import { freePort, startServer, type ServerProcess } from './support/server-process.js';
import { emptyDatabase, type Place } from './support/test-city.js';

const writesPerMinute = 3;

interface Proxy {
  url: string;
  server: Server;
}

/**
 * A proxy as a city has one: it sends each request to the next process, and says where it came from. A reader's address is what the header
 * `reader` says, since all of them are on this machine.
 */
async function startProxy(port: number, processes: () => ServerProcess[]): Promise<Proxy> {
  let turn = 0;
  const server = createServer((asked, answer) => {
    const all = processes();
    const target = new URL(all[turn++ % all.length]?.url ?? '');
    const { reader, ...headers } = asked.headers;
    const forwarded = { ...headers, 'x-forwarded-for': String(reader ?? '198.51.100.1'), 'x-forwarded-proto': 'http' };
    const passed = send(target, { path: asked.url, method: asked.method, headers: forwarded }, given => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on('error', () => {
      answer.writeHead(502).end();
    });
    asked.pipe(passed);
  }).listen(port, 'localhost');
  await once(server, 'listening');
  return { url: `http://localhost:${String((server.address() as AddressInfo).port)}`, server };
}

for (const trusted of [true, false]) {
  describe(`two processes behind a proxy that ${trusted ? 'PORTICO_PROXIES names' : 'nobody named'}`, () => {
    let place: Place;
    let processes: ServerProcess[] = [];
    let proxy: Proxy;
    let members: Member[];

    before(async () => {
      place = await emptyDatabase('PostgreSQL');
      const port = await freePort();
      const environment = {
        ...place.environment,
        PORTICO_KEY: newKey(),
        WRITES_PER_MINUTE: String(writesPerMinute),
        PORTICO_PROXIES: trusted ? '127.0.0.1,::1' : '',
      };
      members = await signCrowdIn(environment, 2);
      const own = { ...environment, PORTICO_URL: `http://localhost:${String(port)}` };
      processes = [await startServer(own), await startServer(own)];
      proxy = await startProxy(port, () => processes);
    });
    after(async () => {
      proxy.server.closeAllConnections();
      proxy.server.close();
      for (const process of processes) await process.stop();
      await place.remove();
    });

    const writeAs = async (reader: string): Promise<number> => {
      const headers = { origin: proxy.url, 'content-type': 'application/json', 'idempotency-key': randomUUID(), reader };
      const url = `${proxy.url}/api/v1/pacts/patto-parco/acceptance`;
      return (
        await fetch(url, { method: 'POST', headers: { ...headers, 'x-forwarded-for': '192.0.2.9' }, body: '{"version":2}' })
      ).status;
    };

    it('know a session whichever of them is asked, and give one receipt', async () => {
      const [member] = members;
      assert.ok(member);
      const [one, two] = [await accept(proxy.url, member), await accept(proxy.url, member)];
      assert.match(String(one), /^PATTO-/);
      assert.equal(one, two);
    });

    it(trusted ? 'limit each reader by their own address, together' : 'believe no header about where a reader is', async () => {
      // A new minute may begin once on the way.
      const statuses = new Set<number>();
      for (let count = 0; count < 2 * writesPerMinute + 1 && !statuses.has(429); count += 1)
        statuses.add(await writeAs('203.0.113.1'));
      assert.ok(statuses.has(429));
      assert.equal(await writeAs('203.0.113.2'), trusted ? 401 : 429);
    });

    it('answer through one while the other stops', async () => {
      const [first, second] = processes;
      assert.ok(first && second);
      processes = [second];
      assert.equal(await first.stop(), 0);
      assert.equal((await fetch(`${proxy.url}/api/v1/processes`)).status, 200);
    });
  });
}
