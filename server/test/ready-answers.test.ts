import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importContent } from '../src/content/import.js';
import { content } from './support/content.js';
import { testCity, type TestCity } from './support/test-city.js';

const url = '/api/v1/pacts/patto-parco?locale=it';

describe('an answer that is sent a second time', () => {
  let place: TestCity;
  let time = Date.parse('2026-11-24T10:00:20Z');
  before(async () => {
    place = await testCity('PGlite', { now: () => new Date(time), environment: { READS_PER_MINUTE: '20' } });
  });
  after(() => place.close());

  /** Headers but for those of the moment and of the connection. */
  const lasting = (headers: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'connection'));

  for (const encoding of [undefined, 'br', 'gzip, deflate, br'] as const) {
    it(`is the first one, head and body, to who takes ${encoding ?? 'no encoding'}`, async () => {
      const options = { url, ...(encoding !== undefined && { headers: { 'accept-encoding': encoding } }) };
      const [first, second] = [await place.ask(options), await place.ask(options)];
      assert.equal(second.statusCode, 200);
      const again = lasting(second.headers);
      assert.deepEqual(again, lasting(first.headers));
      assert.deepEqual(second.rawPayload, first.rawPayload);
      assert.ok('content-security-policy' in again && 'etag' in again && again['access-control-allow-origin'] === '*');
    });
  }

  it('is short to who has it already', async () => {
    const { headers } = await place.ask(url);
    const again = await place.ask({ url, headers: { 'if-none-match': String(headers.etag) } });
    assert.equal(again.statusCode, 304);
    assert.equal(again.body, '');
  });

  it('is only a head to who asks for the head', async () => {
    assert.equal((await place.ask({ method: 'HEAD', url })).body, '');
  });

  it('is made anew in the next minute, since it says what time it is', async () => {
    const first = (await place.ask(url)).json<{ asOf: string }>();
    time += 60_000;
    const next = (await place.ask(url)).json<{ asOf: string }>();
    assert.equal(first.asOf, '2026-11-24T10:00:00.000Z');
    assert.equal(next.asOf, '2026-11-24T10:01:00.000Z');
  });

  it('is made anew when content has changed', async () => {
    const before = await place.ask(url);
    const [pact, ...others] = content.pacts;
    assert.ok(pact);
    const changed = { ...content, pacts: [{ ...pact, url: 'https://comune.example/patto' }, ...others] };
    await importContent(place.city.database.db, changed, place.city.now());
    await place.city.content.refresh();
    const after = await place.ask(url);
    assert.notEqual(after.headers.etag, before.headers.etag);
    assert.equal(after.json<{ url: string }>().url, 'https://comune.example/patto');
  });

  it('counts as a read, and is refused when it is one too many, so that any page can read why', async () => {
    time += 60_000;
    for (let count = 1; count <= 20; count += 1) assert.equal((await place.ask(url)).statusCode, 200);
    const refused = await place.ask({ url, headers: { origin: 'https://giornale.example' } });
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.headers['access-control-allow-origin'], '*');
    assert.ok(Number(refused.headers['retry-after']) > 0);
  });

  it('is watched like any other', async () => {
    time += 60_000;
    const counted = async (): Promise<number> => {
      const text = (await place.ask('/metrics')).body;
      return Number(
        /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/pacts\/:id",status="200"\} (\d+)/.exec(text)?.[1],
      );
    };
    await place.ask(url);
    const before = await counted();
    await place.ask(url);
    assert.equal(await counted(), before + 1);
  });
});
