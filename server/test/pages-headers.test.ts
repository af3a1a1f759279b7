import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answered, criteria, directivesOf } from './support/observatory.js';
import { people } from './support/people.js';
import { testCity, type TestCity } from './support/test-city.js';

const pages = {
  'the first page': '/',
  'an embed page': '/embed/pact-viewer/patto-parco',
  'an embed page that is not there': '/embed/pact-viewer/nothing',
  'a teaser': '/teaser/pact-viewer/patto-parco',
  'a privacy notice': '/privacy/parco',
  'a page of a problem': '/problems/not-found',
  'a page of a problem that does not exist': '/problems/nothing',
};

const site = 'https://www.comune.example';

describe('headers of pages', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { environment: { PORTICO_URL: 'https://partecipa.comune.example', PORTICO_SITES: site } });
  });
  after(() => place.close());

  for (const [name, url] of Object.entries(pages)) {
    describe(name, () => {
      for (const [criterion, asks, holds] of criteria) {
        it(`${criterion}: ${asks}`, async () => {
          const answer = await place.ask(url);
          assert.match(String(answer.headers['content-type']), /^text\/html; charset=utf-8$/);
          assert.ok(holds(answered(answer)), JSON.stringify(answer.headers, undefined, 2));
        });
      }
    });
  }

  const framing = async (url: string): Promise<string[] | undefined> =>
    directivesOf(answered(await place.ask(url))).get('frame-ancestors');

  it('let listed sites frame an embed page, everybody a teaser, and nobody else anything', async () => {
    assert.deepEqual(await framing(pages['an embed page']), ["'self'", site]);
    assert.deepEqual(await framing(pages['a teaser']), ['*']);
    assert.deepEqual(await framing(pages['a privacy notice']), ["'self'"]);
    assert.deepEqual(await framing('/api/v1/processes'), ["'none'"]);
  });

  it('let a script run on an embed page alone', async () => {
    for (const [name, url] of Object.entries(pages)) {
      const scripts = directivesOf(answered(await place.ask(url))).get('script-src');
      assert.deepEqual(scripts, name.startsWith('an embed page') ? ["'self'"] : undefined, name);
    }
  });

  it('protect answers of the API, and problems, as well', async () => {
    const refusedBeforeRoutes = ['/api/v1/%zz', `/api/v1/pacts/${'a'.repeat(300)}`];
    for (const url of ['/api/v1/processes', '/api/v1/pacts/nothing', '/nothing', '/portico/nothing.js', ...refusedBeforeRoutes]) {
      const { headers } = await place.ask(url);
      assert.equal(headers['strict-transport-security'], 'max-age=63072000', url);
      assert.equal(headers['access-control-allow-origin'], '*', url);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
      assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'", url);
    }
  });

  it('say nothing of HTTPS where there is none', async () => {
    const local = await testCity('PGlite');
    try {
      const { headers } = await local.ask('/');
      assert.equal(headers['strict-transport-security'], undefined);
    } finally {
      await local.close();
    }
  });

  it('are the same for who is signed in: pages for everybody look at no cookie', async () => {
    const cookie = await place.signIn(people.resident);
    const [one, other] = [await place.ask('/'), await place.ask({ url: '/', headers: { cookie } })];
    assert.equal(one.body, other.body);
    assert.equal(other.headers['set-cookie'], undefined);
  });
});
