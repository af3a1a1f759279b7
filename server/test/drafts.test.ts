import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { people } from './support/people.js';
import { engines, origin as own, testCity, type TestCity } from './support/test-city.js';

const newspaper = 'https://giornale.example';
const stranger = 'https://altrove.example';
const url = '/api/v1/drafts';
const hour = 60 * 60 * 1000;

for (const engine of engines) {
  describe(`drafts from other sites, on ${engine}`, () => {
    let place: TestCity;
    let clock = new Date('2026-11-24T10:00:00+01:00').getTime();
    before(async () => {
      place = await testCity(engine, { environment: { PORTICO_SITES: newspaper }, now: () => new Date(clock) });
    });
    after(() => place.close());

    const text = (bytes = 200): string => randomBytes(bytes).toString('base64url');
    const leave = (payload: object, { from = newspaper, key = randomUUID() }: { from?: string; key?: string } = {}) =>
      place.ask({
        method: 'POST',
        url,
        payload,
        headers: { ...(from && { origin: from }), ...(key && { 'idempotency-key': key }) },
      });
    const left = async (sealed = text()): Promise<string> => {
      const answer = await leave({ sealed });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<{ id: string }>().id;
    };
    const open = (id: string, from = own) =>
      place.ask({ method: 'POST', url: `${url}/${id}/opening`, headers: from ? { origin: from } : {} });

    it('come out as they went in, with the site they came from', async () => {
      const sealed = text();
      const answer = await open(await left(sealed));
      assert.equal(answer.statusCode, 200, answer.body);
      assert.deepEqual(answer.json(), { sealed, origin: newspaper });
      assert.equal(answer.headers['cache-control'], 'no-store');
    });

    it('come out once', async () => {
      const id = await left();
      assert.equal((await open(id)).statusCode, 200);
      assert.equal((await open(id)).statusCode, 404);
    });

    it('come out once when two ask at the same moment', async () => {
      const id = await left();
      const codes = (await Promise.all([open(id), open(id), open(id)])).map(({ statusCode }) => statusCode);
      assert.deepEqual(codes.sort(), [200, 404, 404]);
    });

    it('are there for an hour and no longer', async () => {
      const [early, late] = [await left(), await left()];
      clock += hour - 1;
      assert.equal((await open(early)).statusCode, 200);
      clock += 1;
      assert.equal((await open(late)).statusCode, 404);
    });

    it('get the same id when the same request comes again, and another one otherwise', async () => {
      const [sealed, key] = [text(), randomUUID()];
      const id = async (body: string, from?: string): Promise<string> =>
        (await leave({ sealed: body }, { key, ...(from && { from }) })).json<{ id: string }>().id;
      const first = await id(sealed);
      assert.equal(await id(sealed), first);
      assert.equal(new Set([first, await id(text()), await id(sealed, own), await left(sealed)]).size, 4);
    });

    it('have ids that say nothing of the next and stand nowhere in the database', async () => {
      const ids = [await left(), await left()];
      for (const id of ids) assert.equal(Buffer.from(id, 'base64url').length, 32);
      const stored = await place.city.database.db.selectFrom('draft').select('id').execute();
      const kept = stored.map(row => Buffer.from(row.id).toString('hex'));
      for (const id of ids) {
        assert.ok(!kept.includes(Buffer.from(id, 'base64url').toString('hex')), 'the id itself is stored');
        assert.ok(kept.includes(createHash('sha256').update(id).digest('hex')), 'its hash is');
      }
    });

    it('are not opened by a guess, by part of an id or by a pattern', async () => {
      const id = await left();
      const guesses = [randomBytes(32).toString('base64url'), `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`];
      for (const guess of guesses) assert.equal((await open(guess)).statusCode, 404);
      for (const wrong of [id.slice(0, 20), '%25', '..', `${id}A`]) {
        assert.ok([400, 404].includes((await open(wrong)).statusCode), wrong);
      }
      assert.equal((await open(id)).statusCode, 200);
    });

    it('are not taken from a site that is not on the list, nor from somebody who does not say where they are', async () => {
      for (const from of [stranger, 'null', '']) {
        const answer = await leave({ sealed: text() }, { from });
        assert.equal(answer.statusCode, 403, from);
      }
    });

    it('are given to the city’s own pages only', async () => {
      const id = await left();
      for (const from of [newspaper, stranger, '']) {
        const answer = await open(id, from);
        assert.equal(answer.statusCode, 403, from);
        assert.equal(answer.headers['access-control-allow-origin'], undefined, from);
      }
      assert.equal((await open(id)).statusCode, 200);
    });

    it('let a listed page ask before it sends, and no other', async () => {
      const preflight = (from: string) =>
        place.ask({
          method: 'OPTIONS',
          url,
          headers: {
            origin: from,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type,idempotency-key',
          },
        });
      const { headers } = await preflight(newspaper);
      assert.equal(headers['access-control-allow-origin'], newspaper);
      assert.match(String(headers['access-control-allow-headers']), /Idempotency-Key/i);
      assert.equal((await preflight(stranger)).headers['access-control-allow-origin'], undefined);
    });

    it('need a key against double sending', async () => {
      const answer = await leave({ sealed: text() }, { key: '' });
      assert.equal(answer.statusCode, 400, answer.body);
    });

    it('are refused when they are too large', async () => {
      assert.equal((await leave({ sealed: text(64 * 1024) })).statusCode, 200);
      const answer = await leave({ sealed: text(66 * 1024) });
      assert.equal(answer.statusCode, 413, answer.body);
    });

    for (const [what, payload] of [
      ['base64url', { sealed: `${'a'.repeat(60)}+/==` }],
      ['whole bytes', { sealed: 'a'.repeat(61) }],
      ['long enough to be sealed', { sealed: 'aaaa' }],
      ['a text', { sealed: 12 }],
      ['there', {}],
    ] as const) {
      it(`are refused when the sealed text is not ${what}`, async () => {
        assert.equal((await leave(payload)).statusCode, 422);
      });
    }

    it('are kept without a word of whoever is signed in', async () => {
      const cookie = await place.signIn(people.resident);
      const answer = await place.ask({
        method: 'POST',
        url,
        payload: { sealed: text() },
        headers: { ...place.writing(cookie), origin: newspaper },
      });
      assert.equal(answer.statusCode, 200);
      const id = answer.json<{ id: string }>().id;
      const row = await place.city.database.db
        .selectFrom('draft')
        .selectAll()
        .where('id', '=', createHash('sha256').update(id).digest())
        .executeTakeFirstOrThrow();
      assert.deepEqual(Object.keys(row).sort(), ['expires_at', 'id', 'origin', 'sealed']);
      assert.equal(answer.headers['set-cookie'], undefined);
    });
  });
}
