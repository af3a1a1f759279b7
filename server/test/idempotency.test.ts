import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const url = '/api/v1/pacts/patto-parco/acceptance';
const day = 24 * 60 * 60 * 1000;

for (const engine of engines) {
  describe(`Idempotency-Key, on ${engine}`, () => {
    let place: TestCity;
    let time = Date.parse('2026-11-24T10:00:00Z');
    before(async () => {
      place = await testCity(engine, {
        now: () => new Date(time),
        environment: { WRITES_PER_MINUTE: '1000', SESSION_MINUTES: '10000' },
      });
    });
    after(() => place.close());

    const send = async (cookie: string, key: string, version = 2) => {
      const answer = await place.ask({ method: 'POST', url, payload: { version }, headers: place.writing(cookie, key) });
      return { status: answer.statusCode, ...answer.json<{ reference?: string; type?: string }>() };
    };

    it('gives the first answer again, also when both come at once', async () => {
      const cookie = await place.signIn(people.resident);
      const answers = await Promise.all(Array.from({ length: 8 }, () => send(cookie, 'the-same-key')));
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.equal(answers[0]?.status, 200);
    });

    it('refuses the same key with another body', async () => {
      const answer = await send(await place.signIn(people.resident), 'the-same-key', 1);
      assert.equal(answer.status, 409);
      assert.match(answer.type ?? '', /\/problems\/idempotency-key-reused$/);
    });

    it('gives somebody else who sends that key nothing of the first person’s', async () => {
      const first = await send(await place.signIn(people.resident), 'the-same-key');
      const other = await send(await place.signIn(people.otherResident), 'the-same-key');
      assert.equal(other.status, 200);
      assert.notEqual(other.reference, first.reference);
    });

    it('keeps a key free whose write was refused', async () => {
      const cookie = await place.signIn(people.otherResident);
      assert.equal((await send(cookie, 'a-refused-key', 1)).status, 409);
      assert.equal((await send(cookie, 'a-refused-key', 2)).status, 200);
    });

    it('remembers a key for 24 hours and not longer', async () => {
      const cookie = await place.signIn({ ...people.resident, identity: 'SOMEBODY' });
      assert.equal((await send(cookie, 'a-key-of-one-day')).status, 200);
      time += day - 1;
      assert.equal(
        (await send(await place.signIn({ ...people.resident, identity: 'SOMEBODY' }), 'a-key-of-one-day', 1)).status,
        409,
      );
      time += 2;
      const later = await send(await place.signIn({ ...people.resident, identity: 'SOMEBODY' }), 'a-key-of-one-day', 1);
      // Now it is a new submission, refused for its own reason.
      assert.match(later.type ?? '', /\/problems\/not-in-force$/);
    });

    for (const [what, key] of [
      ['is missing', undefined],
      ['is too short', 'short'],
      ['is too long', 'x'.repeat(201)],
      ['has signs that no key has', 'ключ-ключ-ключ'],
    ] as const) {
      it(`refuses a write whose key ${what}`, async () => {
        const headers: Record<string, string> = place.writing(await place.signIn(people.resident), 'unused-key');
        delete headers['idempotency-key'];
        if (key !== undefined) headers['idempotency-key'] = Buffer.from(key).toString('latin1');
        const answer = await place.ask({ method: 'POST', url, payload: { version: 2 }, headers });
        assert.equal(answer.statusCode, 400);
        assert.match(answer.json<{ type: string }>().type, /\/problems\/idempotency-key-missing$/);
      });
    }
  });
}
