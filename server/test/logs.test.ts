import assert from 'node:assert/strict';
import { request as send } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { makeApp } from '../src/app.js';
import { openCity, type City } from '../src/city.js';
import { importContent } from '../src/content/import.js';
import { makeLog } from '../src/logs.js';
import { newKey } from '../src/settings/keys.js';
import { readSettings } from '../src/settings/settings.js';
import { Sessions } from '../src/sign-in/sessions.js';
import { content } from './support/content.js';
import { people } from './support/people.js';
import { emptyDatabase, engines, origin, type Place } from './support/test-city.js';

/** Who asks: the socket's own address, and the one that a trusted proxy names. */
const socketAddress = '127.0.0.2';
const clientAddress = '203.0.113.77';

const email = 'anna.rossi@example.org';
const token = 'm3tr1cs-t0ken';
const databaseError = 'check (version <> 2)';

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

describe('an error in the log', () => {
  it('has its stack, and nothing of its message, however that is written', () => {
    let log = '';
    const logger = makeLog({ logLevel: 'info' }, { write: line => void (log += line) });
    const cause = new Error(`first\n    at ${email} (file.ts:1:1)\nlast`);
    logger.error({ err: new Error(`no\n    at ${email}`, { cause }) }, 'failed');
    assert.ok(!log.includes(email), log);
    assert.match(log, /logs\.test/);
  });
});

for (const engine of engines) {
  describe(`the log of a full run, on ${engine}`, () => {
    let place: Place;
    let city: City;
    let app: FastifyInstance;
    let port = 0;
    let log = '';
    const secrets: string[] = [socketAddress, clientAddress, email, encodeURIComponent(email), token];

    /** Sends a request over the network. @returns The status. */
    const ask = ({ method = 'GET', path, headers = {}, body }: Sent): Promise<number> =>
      new Promise((resolve, reject) => {
        const all = { 'x-forwarded-for': clientAddress, 'user-agent': `reader of ${email}`, ...headers };
        const options = { host: '127.0.0.1', port, localAddress: socketAddress, method, path, headers: all, agent: false };
        const sending = send(options, answer => {
          answer.resume().on('end', () => {
            resolve(answer.statusCode ?? 0);
          });
        });
        sending.on('error', reject).end(body);
      });

    /** Sends bytes that may be no HTTP at all. Resolves when the server has hung up. */
    const sendRaw = (bytes: string): Promise<void> =>
      new Promise(resolve => {
        const socket = connect({ port, host: '127.0.0.1', localAddress: socketAddress });
        socket
          .on('close', () => {
            resolve();
          })
          .on('error', () => undefined)
          .resume()
          .end(bytes);
      });

    const accept = (cookie: string, key: string, body = '{"version":2}'): Promise<number> =>
      ask({
        method: 'POST',
        path: '/api/v1/pacts/patto-parco/acceptance',
        headers: { origin, cookie, 'content-type': 'application/json', 'idempotency-key': key },
        body,
      });

    before(async () => {
      place = await emptyDatabase(engine);
      const settings = readSettings({
        PORTICO_KEY: newKey(),
        LOG_LEVEL: 'debug',
        PORTICO_PROXIES: socketAddress,
        METRICS_TOKEN: token,
        ...place.environment,
      });
      city = await openCity(settings, makeLog(settings, { write: line => void (log += line) }));
      await importContent(city.database.db, content, city.now());
      await city.content.refresh();
      app = await makeApp(city);
      app.get('/fails/:who', request => {
        const { who } = request.params as { who: string };
        throw new Error(`${who} is not known`, { cause: new Error(`nobody is called ${who}`) });
      });
      app.get('/throws/:who', request => {
        // What is thrown need not be an error.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw (request.params as { who: string }).who;
      });
      await app.listen({ port: 0, host: '127.0.0.1' });
      port = (app.server.address() as AddressInfo).port;
    });
    after(async () => {
      await app.close();
      await city.database.close();
      await place.remove();
    });

    it('is written while people sign in, take part, are refused, and everything fails', async () => {
      const sessions = new Sessions(city.database.db, city.keys, city.settings.sessionMinutes * 60_000);
      const statuses: number[] = [];
      for (const [name, visitor] of Object.entries(people)) {
        const value = await sessions.begin(visitor, city.now());
        const cookie = `__Host-portico=${value}`;
        const key = `key-of-${name}`;
        const { identity, nickname, person } = visitor;
        const participant = city.keys.pseudonym('process:parco', identity);
        secrets.push(value, key, identity, nickname, encodeURIComponent(nickname), person.birthDate);
        secrets.push(participant.toString('hex'), participant.toString('base64'));
        statuses.push(await ask({ path: '/api/v1/session?process=parco', headers: { cookie } }));
        statuses.push(await accept(cookie, key), await accept(cookie, key));
        statuses.push(await accept(cookie, `${key}-2`, JSON.stringify({ version: identity })));
        statuses.push(await accept(cookie, `${key}-3`, `{"version":2,"${identity}`));
        statuses.push(await ask({ path: `/nobody/${identity}/${encodeURIComponent(nickname)}?mail=${email}` }));
        statuses.push(await ask({ path: `/api/v1/processes/${identity}?locale=${person.birthDate}&mail=${email}` }));
        statuses.push(await ask({ path: `/fails/${encodeURIComponent(nickname)}`, headers: { cookie } }));
        statuses.push(await ask({ path: `/throws/${identity}` }));
      }
      assert.deepEqual([...new Set(statuses)].sort(), [200, 400, 403, 404, 422, 500]);
    });

    it('is written while the database refuses, and quotes what it refuses', async () => {
      const { rows } = await sql<{ reference: string }>`select reference from acceptance`.execute(city.database.db);
      secrets.push(...rows.map(({ reference }) => reference));
      await sql.raw(`delete from acceptance`).execute(city.database.db);
      await sql.raw(`alter table acceptance add constraint refused ${databaseError}`).execute(city.database.db);
      const sessions = new Sessions(city.database.db, city.keys, city.settings.sessionMinutes * 60_000);
      const value = await sessions.begin(people.resident, city.now());
      secrets.push(value);
      assert.equal(await accept(`__Host-portico=${value}`, 'key-of-the-refused'), 500);
      assert.match(log, /"code":"23514"/);
    });

    it('is written while somebody means harm', async () => {
      const hostile = {
        host: `${email}:80`,
        referer: `https://www.comune.example/?mail=${email}`,
        authorization: `Bearer ${token}`,
        'x-request-id': email,
        'request-id': email,
        'accept-language': `${people.resident.identity}, ${email}`,
        'x-real-ip': clientAddress,
        forwarded: `for=${clientAddress}`,
        'x-forwarded-host': email,
        'accept-encoding': email,
        'if-none-match': email,
        cookie: `__Host-portico=${people.resident.identity}; x=${email}`,
      };
      await ask({ path: '/api/v1/processes', headers: hostile });
      await ask({ path: '/api/v1/session?process=parco', headers: hostile });
      await ask({ path: '/metrics', headers: hostile });
      await ask({ method: 'POST', path: '/api/v1/session', headers: { ...hostile, origin: `https://${email}` }, body: email });
      await ask({ path: '/api/v1/pacts/patto-parco', headers: { 'x-large': email.repeat(2000) } });
      await ask({ path: `/%zz/${email}` });
      await ask({ path: `/api/v1/pacts/${email.repeat(100)}` });
      await ask({ method: 'PROPFIND', path: `/api/v1/pacts/${email}` });
      await sendRaw(`${people.resident.identity} ${email}\r\n\r\n`);
      await sendRaw(`GET /api/v1/processes HTTP/1.1\r\nHost: x\r\nX-${email}: \u0001\r\n\r\n`);
      await sendRaw(`POST /${email} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n${email}`);
      await sendRaw(`GET /nobody-${people.resident.identity} HTTP/1.1\r\nConnection: close\r\n\r\n`);
      assert.match(log, /"status":404/);
    });

    it('says what an operator needs', () => {
      const lines = log
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { msg?: string; route?: string; req?: { route: string } });
      assert.ok(lines.some(({ msg }) => msg === 'a request failed'));
      assert.match(log, /\/pacts\/:id\/acceptance/);
      assert.match(log, /\/fails\/:who/);
    });

    it('holds nothing about a person', () => {
      const low = log.toLowerCase();
      const found = secrets.filter(secret => low.includes(secret.toLowerCase()));
      assert.ok(secrets.length > 30);
      const first = found[0]?.toLowerCase() ?? '';
      assert.deepEqual(
        found,
        [],
        log.split('\n').find(line => first !== '' && line.toLowerCase().includes(first)),
      );
    });
  });
}
