import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

for (const engine of engines) {
  describe(`metrics, on ${engine}`, () => {
    const now = Date.parse('2026-11-24T10:00:00Z');
    let place: TestCity;
    before(async () => {
      place = await testCity(engine, { now: () => new Date(now) });
    });
    after(() => place.close());

    const metrics = async (): Promise<string> => (await place.ask('/metrics')).body;

    it('counts requests by method, route and status, and by nothing that somebody sent', async () => {
      const cookie = await place.signIn(people.resident);
      await place.ask('/api/v1/pacts/patto-parco?locale=en');
      await place.ask({ url: '/api/v1/session?process=parco', headers: { cookie } });
      await place.ask(`/nobody/${people.resident.identity}`);
      await place.ask(`/api/v1/pacts/${people.resident.identity}`);
      const text = await metrics();
      assert.match(text, /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/pacts\/:id",status="200"\} 1/);
      assert.match(text, /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/pacts\/:id",status="404"\} 1/);
      assert.match(text, /http_request_duration_seconds_count\{method="GET",route="none",status="404"\} 1/);
      assert.match(
        text,
        /http_request_duration_seconds_bucket\{le="0.05",method="GET",route="\/api\/v1\/session",status="200"\}/,
      );
      for (const secret of [people.resident.identity, people.resident.nickname, 'patto-parco', cookie]) {
        assert.ok(!text.includes(secret), secret);
      }
    });

    it('says which version runs, on what, with what content', async () => {
      const text = await metrics();
      assert.match(text, new RegExp(`portico_info\\{version="[0-9.]+",database="${engine}"\\} 1`));
      assert.match(text, /portico_content_revision 1/);
      assert.equal(/portico_database_connections\{state="idle"\} \d/.test(text), engine === 'PostgreSQL');
    });

    it('says what waits to leave, and for how long', async () => {
      const row = (channel: string, seconds: number) => ({
        id: randomUUID(),
        channel,
        sealed: Buffer.from('sealed'),
        due_at: new Date(now - seconds * 1000),
      });
      await place.city.database.db
        .insertInto('outgoing')
        .values([row('mail', 90), row('mail', 20), row('protocol', -60)])
        .execute();
      const text = await metrics();
      assert.match(text, /portico_outgoing\{channel="mail"\} 2/);
      assert.match(text, /portico_outgoing_late_seconds\{channel="mail"\} 90/);
      assert.match(text, /portico_outgoing_late_seconds\{channel="protocol"\} 0/);
    });

    const others = [
      ['from another machine', { remoteAddress: '203.0.113.7' }],
      ['through a proxy on this machine', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
      ['through another kind of proxy', { headers: { forwarded: 'for=127.0.0.1' } }],
    ] as const;
    for (const [how, options] of others) {
      it(`are not there for who asks ${how}`, async () => {
        assert.equal((await place.ask({ url: '/metrics', ...options })).statusCode, 404);
      });
    }
  });

  describe(`metrics with a token, on ${engine}`, () => {
    let place: TestCity;
    before(async () => {
      place = await testCity(engine, { environment: { METRICS_TOKEN: 'a-long-token' } });
    });
    after(() => place.close());

    it('answer who has it, from wherever', async () => {
      const asking = { url: '/metrics', remoteAddress: '203.0.113.7' };
      const headers = { authorization: 'Bearer a-long-token' };
      assert.equal((await place.ask({ ...asking, headers })).statusCode, 200);
    });

    it('answer nobody else, also not this machine', async () => {
      assert.equal((await place.ask('/metrics')).statusCode, 404);
      const headers = { authorization: 'Bearer a-long-toke' };
      assert.equal((await place.ask({ url: '/metrics', headers })).statusCode, 404);
    });
  });
}
