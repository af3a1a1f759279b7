import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const url = '/api/v1/pacts/patto-parco/acceptance';

for (const engine of engines) {
  describe(`accepting a pact, on ${engine}`, () => {
    let place: TestCity;
    before(async () => {
      place = await testCity(engine);
    });
    after(() => place.close());

    const accept = (cookie: string | undefined, { version = 2, key }: { version?: number; key?: string } = {}) =>
      place.ask({ method: 'POST', url, payload: { version }, headers: place.writing(cookie, key) });

    it('gives a receipt, and remembers it', async () => {
      const cookie = await place.signIn(people.resident);
      const answer = await accept(cookie);
      assert.equal(answer.statusCode, 200, answer.body);
      const receipt = answer.json<{ reference: string; at: string }>();
      assert.match(receipt.reference, /^PATTO-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
      const { accepted } = (await place.ask({ url, headers: { cookie } })).json<{ accepted: object }>();
      assert.deepEqual(accepted, { version: 2, at: receipt.at, receipt });
    });

    it('gives the receipt of the first time to who accepts a second time', async () => {
      const [one, two] = [await place.signIn(people.resident), await place.signIn(people.resident)];
      assert.deepEqual((await accept(one)).json(), (await accept(two)).json());
    });

    it('knows of no acceptance of somebody else, nor of nobody', async () => {
      assert.deepEqual((await place.ask({ url, headers: { cookie: await place.signIn(people.otherResident) } })).json(), {});
      assert.deepEqual((await place.ask(url)).json(), {});
    });

    const refusals = [
      ['nobody is signed in', undefined, 2, 401, 'sign-in-first'],
      ['somebody is too young', people.child, 2, 403, 'not-entitled'],
      ['somebody has no tie with the city', people.stranger, 2, 403, 'not-entitled'],
      ['the city has not checked somebody yet', people.waiting, 2, 403, 'not-entitled'],
      ['the version is not in force', people.otherResident, 1, 409, 'not-in-force'],
    ] as const;
    for (const [when, who, version, status, problem] of refusals) {
      it(`refuses when ${when}`, async () => {
        const answer = await accept(who && (await place.signIn(who)), { version });
        assert.equal(answer.statusCode, status, answer.body);
        assert.ok(answer.json<{ type: string }>().type.endsWith(`/problems/${problem}`), answer.body);
      });
    }

    it('keeps nothing in the database by which a person could be found', async () => {
      const rows = await place.city.database.db.selectFrom('acceptance').selectAll().execute();
      const sessions = await place.city.database.db.selectFrom('session').selectAll().execute();
      const stored = JSON.stringify([rows, sessions], (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      );
      assert.ok(rows.length > 0 && sessions.length > 0);
      for (const { identity, nickname, person } of Object.values(people)) {
        for (const secret of [identity, nickname, person.birthDate]) assert.ok(!stored.includes(secret), secret);
      }
    });
  });
}
