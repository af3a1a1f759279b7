import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Browser } from './support/browser.js';
import { callback, sessionCookie, signInPlace, type SignInPlace } from './support/sign-in-place.js';
import { engines } from './support/test-city.js';

const bindingCookie = '__Host-portico-sign-in';
const newspaper = 'https://giornale.example';
const school = 'https://scuola.example';

for (const engine of engines) {
  describe(`sign-in under attack, on ${engine}`, () => {
    let there: SignInPlace;
    let time = Date.now();
    before(async () => {
      there = await signInPlace(engine, { now: () => new Date(time) });
    });
    beforeEach(() => {
      time = Date.now();
    });
    after(() => there.close());

    const type = async (browser: Browser): Promise<string> =>
      ((await (await there.session(browser)).json()) as { type: string }).type;

    const assertRefused = async (browser: Browser, answer: Response): Promise<void> => {
      assert.equal(answer.status, 400, await answer.text());
      assert.ok(!answer.headers.getSetCookie().some(line => line.startsWith(`${sessionCookie}=`)));
      assert.equal(await type(browser), 'signed-out');
    };

    /** With two sign-ins under way. A provider lets go of the first code when somebody signs in there again, unless it forgot them. */
    const leaveTwice = async (browser: Browser): Promise<[string, string]> => {
      const first = await there.leave(browser, 'resident');
      browser.cookies.delete('127.0.0.1');
      return [first, await there.leave(browser, 'resident')];
    };

    it('never goes on under a session that was there before (fixation)', async () => {
      const attacker = new Browser();
      await there.signIn(attacker, 'not-resident');
      const planted = attacker.cookie(there.url, sessionCookie) ?? '';
      const victim = new Browser();
      victim.setCookie(there.url, sessionCookie, planted);
      await there.signIn(victim, 'resident');
      assert.notEqual(victim.cookie(there.url, sessionCookie), planted);
      assert.equal(await type(victim), 'signed-in');
      assert.equal(await type(attacker), 'signed-out');
    });

    it('gives no session to a value that somebody made up', async () => {
      const victim = new Browser();
      const planted = 'A'.repeat(43);
      victim.setCookie(there.url, sessionCookie, planted);
      assert.equal(await type(victim), 'signed-out');
      await there.signIn(victim, 'resident');
      const attacker = new Browser();
      attacker.setCookie(there.url, sessionCookie, planted);
      assert.equal(await type(attacker), 'signed-out');
    });

    it('answers a way back once', async () => {
      const browser = new Browser();
      const way = await there.leave(browser, 'resident');
      assert.equal((await browser.open(way)).status, 302);
      await browser.open(`${there.url}/api/v1/session/sign-out`, { method: 'POST', headers: there.writing() });
      await assertRefused(browser, await browser.open(way));
    });

    it('answers it once when it comes twice at the same moment', async () => {
      const browser = new Browser();
      const way = await there.leave(browser, 'resident');
      const statuses = (await Promise.all([browser.open(way), browser.open(way)])).map(({ status }) => status);
      assert.deepEqual(statuses.sort(), [302, 400]);
    });

    it('refuses a way back in a browser that did not begin it, and it is spent', async () => {
      const attacker = new Browser();
      const way = await there.leave(attacker, 'not-resident');
      const victim = new Browser();
      await assertRefused(victim, await victim.open(way));
      await assertRefused(attacker, await attacker.open(way));
    });

    it('refuses it also in a browser that began another sign-in', async () => {
      const way = await there.leave(new Browser(), 'not-resident');
      const victim = new Browser();
      await victim.open(`${there.url}/api/v1/session/sign-in`);
      assert.ok(victim.cookie(there.url, bindingCookie));
      await assertRefused(victim, await victim.open(way));
    });

    it('refuses the code of one sign-in with the state of another', async () => {
      const stolen = new URL(await there.leave(new Browser(), 'official'));
      const browser = new Browser();
      const own = new URL(await there.leave(browser, 'not-resident'));
      own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
      await assertRefused(browser, await browser.open(own));
    });

    it('refuses an answer that another provider signed for', async () => {
      const browser = new Browser();
      const way = new URL(await there.leave(browser, 'resident'));
      way.searchParams.set('iss', 'https://attacker.example');
      await assertRefused(browser, await browser.open(way));
    });

    it('refuses a state that is none', async () => {
      for (const query of ['', '?state=', '?state=made-up&code=x', '?code=x', '?error=access_denied']) {
        const browser = new Browser();
        await assertRefused(browser, await browser.open(`${there.url}${callback}${query}`));
      }
    });

    it('refuses a way back after ten minutes', async () => {
      const browser = new Browser();
      const [inTime, late] = await leaveTwice(browser);
      time += 9.9 * 60_000;
      assert.equal((await browser.open(inTime)).status, 302);
      await browser.open(`${there.url}/api/v1/session/sign-out`, { method: 'POST', headers: there.writing() });
      time += 0.2 * 60_000;
      await assertRefused(browser, await browser.open(late));
    });

    it('lets a second tab end its sign-in too', async () => {
      const browser = new Browser();
      for (const way of await leaveTwice(browser)) assert.equal((await browser.open(way)).status, 302);
      assert.equal(await type(browser), 'signed-in');
    });

    it('tells a program that it failed as a problem, without what the provider said', async () => {
      const answer = await fetch(`${there.url}${callback}?state=x&error=e&error_description=Anna`, {
        headers: { accept: 'application/json' },
      });
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
      const body = await answer.text();
      assert.match(body, /\/problems\/sign-in-failed"/);
      assert.ok(!body.includes('Anna'));
    });
  });
}

describe('a write from elsewhere', () => {
  let there: SignInPlace;
  before(async () => {
    there = await signInPlace('PGlite', { environment: { PORTICO_SITES: school } });
  });
  after(() => there.close());

  const signedIn = async (): Promise<Browser> => {
    const browser = new Browser();
    await there.signIn(browser, 'resident');
    return browser;
  };
  const type = async (browser: Browser): Promise<string> =>
    ((await (await there.session(browser)).json()) as { type: string }).type;

  const json = 'application/json';
  const form = 'application/x-www-form-urlencoded';
  const attacks: readonly (readonly [what: string, path: string, headers: Record<string, string>, body?: string])[] = [
    ['a forged Origin', '/api/v1/session/sign-out', { origin: newspaper, 'idempotency-key': 'k'.repeat(20) }],
    ['no Origin', '/api/v1/session/sign-out', { 'idempotency-key': 'k'.repeat(20) }],
    ['a sandboxed frame', '/api/v1/session/sign-out', { origin: 'null', 'idempotency-key': 'k'.repeat(20) }],
    [
      'an origin that begins like ours',
      '/sign-out',
      { origin: 'http://localhost.attacker.example', 'content-type': form },
      'a=b',
    ],
    ['a form of a foreign page', '/sign-out', { origin: newspaper, 'content-type': form }, 'a=b'],
    ['a form without Origin', '/sign-out', { 'content-type': form }, 'a=b'],
    ['a form of a listed site, which has its own page', '/sign-out', { origin: school, 'content-type': form }, 'a=b'],
    [
      'a form as text',
      '/api/v1/pacts/patto-parco/acceptance',
      { origin: newspaper, 'content-type': 'text/plain' },
      '{"version":2}',
    ],
    ['a form as fields', '/api/v1/pacts/patto-parco/acceptance', { origin: newspaper, 'content-type': form }, 'version=2'],
    ['JSON', '/api/v1/pacts/patto-parco/acceptance', { origin: newspaper, 'content-type': json }, '{"version":2}'],
  ];
  for (const [what, path, headers, body] of attacks) {
    it(`is refused: ${what}`, async () => {
      const browser = await signedIn();
      const answer = await browser.open(there.url + path, { method: 'POST', headers, ...(body !== undefined && { body }) });
      assert.equal(answer.status, 403, await answer.text());
      assert.equal(await type(browser), 'signed-in');
      assert.equal((await there.place.city.database.db.selectFrom('acceptance').selectAll().execute()).length, 0);
    });
  }

  it('is refused from the own page where a form could send it: text, fields, no key', async () => {
    const browser = await signedIn();
    const send = (headers: Record<string, string>, body: string): Promise<Response> =>
      browser.open(`${there.url}/api/v1/pacts/patto-parco/acceptance`, { method: 'POST', headers, body });
    const own = { origin: there.url };
    assert.equal((await send({ ...there.writing(), 'content-type': 'text/plain' }, '{"version":2}')).status, 415);
    assert.equal((await send({ ...there.writing(), 'content-type': form }, 'version=2')).status, 415);
    assert.equal((await send({ ...own, 'content-type': json }, '{"version":2}')).status, 400);
    assert.equal((await browser.open(`${there.url}/api/v1/session/sign-out`, { method: 'POST', headers: own })).status, 400);
    assert.equal(await type(browser), 'signed-in');
  });

  it('gets no leave to read with a cookie, unless its site is on the list', async () => {
    const browser = await signedIn();
    const leave = async (origin: string, method = 'GET'): Promise<(string | null)[]> => {
      const answer = await browser.open(`${there.url}/api/v1/session?process=parco`, {
        method,
        headers: { origin, ...(method === 'OPTIONS' && { 'access-control-request-method': 'POST' }) },
      });
      return ['access-control-allow-origin', 'access-control-allow-credentials'].map(name => answer.headers.get(name));
    };
    for (const method of ['GET', 'OPTIONS']) {
      for (const origin of [newspaper, 'null', `${school}.attacker.example`, 'http://scuola.example']) {
        assert.equal((await leave(origin, method))[0], null, origin);
      }
      assert.deepEqual(await leave(school, method), [school, 'true']);
      assert.deepEqual(await leave(there.url, method), [there.url, 'true']);
    }
  });

  it('lets everybody read what is for everybody, without the cookie', async () => {
    const answer = await fetch(`${there.url}/api/v1/processes`, { headers: { origin: newspaper } });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
  });

  it('leads back to a listed site, and to no other', async () => {
    for (const [back, reached] of [
      [`${school}/progetti?x=1#voto`, `${school}/progetti?x=1#voto`],
      [`${newspaper}/`, `${there.url}/`],
    ] as const) {
      const answer = await there.signIn(new Browser(), 'resident', back);
      assert.equal(answer.headers.get('location'), reached);
    }
  });

  it('puts nothing from an address into a header', async () => {
    const tricks = ['it%0d%0aSet-Cookie:%20a=b', 'it\u2028', 'è', '%00', 'it;x', 'it%0aX-Evil:%201', 'a'.repeat(3000)];
    for (const trick of tricks) {
      for (const name of ['lang', 'locale', 'return']) {
        for (const path of ['/api/v1/session/sign-in', callback, '/api/v1/processes']) {
          const answer = await fetch(`${there.url}${path}?${name}=${trick}`, { redirect: 'manual' });
          assert.ok(answer.status < 500, `${path} ${name} ${trick} ${answer.status}`);
          const headers = [...answer.headers].map(([header, value]) => `${header}: ${value}`).join('\n');
          assert.doesNotMatch(headers, /evil|a=b|%0d|%00/i);
          assert.doesNotMatch(headers, /[^\n\x20-\x7e]/);
        }
      }
    }
  });
});
