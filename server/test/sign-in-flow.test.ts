import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { makeLog } from '../src/logs.js';
import { Sessions } from '../src/sign-in/sessions.js';
import { Browser } from './support/browser.js';
import { birthDateOf, demoPeople } from './support/demonstration.js';
import { sessionCookie, signInPlace, type SignInPlace } from './support/sign-in-place.js';
import { engines } from './support/test-city.js';

interface Answer {
  type: string;
  nickname: string;
  verification: { status: { value: string }; refusals: { reason: { value: string } }[] };
}

const expected: Readonly<Record<string, readonly [status: string, refusals: string[]]>> = {
  resident: ['granted', []],
  'young-resident': ['refused', ['age']],
  'city-user': ['granted', []],
  'not-resident': ['refused', ['tie']],
  pending: ['pending', []],
  'hub-operator': ['granted', []],
  official: ['granted', []],
};

for (const engine of engines) {
  describe(`signing in through a real provider, on ${engine}`, () => {
    let there: SignInPlace;
    before(async () => {
      there = await signInPlace(engine);
    });
    after(() => there.close());

    for (const person of demoPeople) {
      it(`says what somebody may do: ${person.label.en}`, async () => {
        const browser = new Browser();
        const back = await there.signIn(browser, person.id, '/processes/parco?from=qui#patto');
        assert.equal(back.status, 302, await back.text());
        assert.equal(back.headers.get('location'), `${there.url}/processes/parco?from=qui#patto`);
        const { type, nickname, verification } = (await (await there.session(browser)).json()) as Answer;
        const [status, refusals] = expected[person.id] ?? [];
        assert.equal(type, 'signed-in');
        assert.match(nickname, /^\p{Lu}\p{L}+ \p{L}+ \d{3,4}$/u);
        assert.equal(verification.status.value, status);
        assert.deepEqual(
          verification.refusals.map(({ reason }) => reason.value),
          refusals,
        );
      });
    }

    it('knows that somebody lives in another district', async () => {
      const browser = new Browser();
      await there.signIn(browser, 'official');
      const { verification } = (await (await there.session(browser, 'piazza')).json()) as Answer;
      assert.deepEqual(verification.refusals, [{ reason: { value: 'district' } }]);
    });

    it('gives the same person the same nickname each time, and others another', async () => {
      const nicknames = [];
      for (const person of ['resident', 'resident', 'city-user']) {
        const browser = new Browser();
        await there.signIn(browser, person);
        nicknames.push(((await (await there.session(browser)).json()) as Answer).nickname);
      }
      assert.equal(nicknames[0], nicknames[1]);
      assert.notEqual(nicknames[0], nicknames[2]);
    });

    it('keeps roles on the server', async () => {
      const { city } = there.place;
      const sessions = new Sessions(city.database.db, city.keys, 60_000);
      for (const person of ['official', 'hub-operator', 'resident']) {
        const browser = new Browser();
        await there.signIn(browser, person);
        const found = await sessions.find(browser.cookie(there.url, sessionCookie) ?? '', city.now());
        assert.deepEqual(found?.visitor.roles, person === 'resident' ? [] : [person]);
        assert.doesNotMatch(await (await there.session(browser)).text(), /official|operator|roles/);
      }
    });

    it('sends nothing personal in any answer, and puts nothing personal into an address', async () => {
      const person = demoPeople[0];
      assert.ok(person);
      const browser = new Browser();
      const begun = await browser.open(`${there.url}/api/v1/session/sign-in?return=/`);
      const way = await there.leave(browser, person.id);
      const arrived = await browser.open(way);
      const answers = [begun, arrived, await there.session(browser), await browser.open(`${there.url}/api/v1/processes`)];
      for (const answer of answers) {
        const seen = [answer.url, JSON.stringify([...answer.headers]), await answer.text()].join('\n');
        for (const secret of [person.fiscalCode, birthDateOf(person), 'TINIT', '@']) assert.ok(!seen.includes(secret), seen);
      }
      assert.ok(answers.some(answer => answer.status === 200));
    });

    it('stores neither the code, nor the date of birth, nor the way back in a form that can be read', async () => {
      const browser = new Browser();
      await there.signIn(browser, 'resident');
      const begun = await browser.open(`${there.url}/api/v1/session/sign-in?return=/processes/parco`);
      const { db } = there.place.city.database;
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const rows = [
        await db.selectFrom('session').selectAll().execute(),
        await db.selectFrom('sign_in').selectAll().execute(),
        await db.selectFrom('nickname').selectAll().execute(),
        await db.selectFrom('nickname_taken').selectAll().execute(),
      ];
      assert.ok(rows.every(({ length }) => length > 0));
      const stored = JSON.stringify(rows, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      );
      const cookie = browser.cookie(there.url, sessionCookie) ?? '';
      for (const { fiscalCode } of demoPeople) assert.ok(!stored.includes(fiscalCode));
      for (const secret of [cookie, state, '/processes/parco', birthDateOf(demoPeople[0] as never)]) {
        assert.ok(secret !== '' && !stored.includes(secret), secret);
      }
      const hash = createHash('sha256').update(state).digest();
      const kept = await db.selectFrom('sign_in').select('state').where('state', '=', hash).execute();
      assert.equal(kept.length, 1);
    });

    it('asks the provider for a code with PKCE, and for people to prove anew who they are', async () => {
      const begun = await new Browser().open(`${there.url}/api/v1/session/sign-in?locale=en`);
      const { searchParams } = new URL(begun.headers.get('location') ?? '');
      assert.equal(searchParams.get('response_type'), 'code');
      assert.equal(searchParams.get('code_challenge_method'), 'S256');
      assert.match(searchParams.get('nonce') ?? '', /^[\w-]{43}$/);
      assert.equal(searchParams.get('prompt'), 'login');
      assert.equal(searchParams.get('ui_locales'), 'en');
    });

    it('lets nobody in who stopped at the provider, and says so in their language', async () => {
      const browser = new Browser();
      const answer = await there.signIn(browser, 'nobody');
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('content-language'), 'it');
      const page = await answer.text();
      assert.match(page, /<h1>L’accesso non è riuscito<\/h1>/);
      assert.match(page, /<a href="\/api\/v1\/session\/sign-in\?return=[^"]+">Prova di nuovo ad accedere<\/a>/);
      assert.equal(browser.cookie(there.url, sessionCookie), undefined);
    });

    it('keeps the cookie to this host, out of scripts, and out of the requests of other sites', async () => {
      const answer = await there.signIn(new Browser(), 'resident');
      const line = answer.headers.getSetCookie().find(each => each.startsWith(`${sessionCookie}=`)) ?? '';
      assert.match(line, /; Path=\//);
      assert.match(line, /; HttpOnly/);
      assert.match(line, /; Secure/);
      assert.match(line, /; SameSite=Lax/);
      assert.doesNotMatch(line, /Domain/i);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    });
  });
}

describe('when something that sign-in needs is down', () => {
  it('says that the provider does not answer, and signs in once it does', async () => {
    const there = await signInPlace('PGlite', { providerDown: true });
    try {
      const answer = await new Browser().open(`${there.url}/api/v1/session/sign-in`);
      assert.equal(answer.status, 503);
      assert.match(await answer.text(), /in questo momento non risponde/);
      const program = await fetch(`${there.url}/api/v1/session/sign-in`, { headers: { accept: 'application/json' } });
      assert.equal(program.status, 503);
      assert.match(((await program.json()) as { type: string }).type, /\/problems\/unavailable$/);
      await there.wakeProvider();
      const browser = new Browser();
      assert.equal((await there.signIn(browser, 'resident')).status, 302);
      assert.equal(((await (await there.session(browser)).json()) as Answer).type, 'signed-in');
    } finally {
      await there.close();
    }
  });

  it('lets somebody sign in without the registry, but waits with what they may do', async () => {
    const there = await signInPlace('PGlite', { registryDown: true });
    try {
      const browser = new Browser();
      assert.equal((await there.signIn(browser, 'resident')).status, 302);
      const { verification } = (await (await there.session(browser)).json()) as Answer;
      assert.equal(verification.status.value, 'pending');
    } finally {
      await there.close();
    }
  });
});

describe('the log of sign-ins', () => {
  it('names nobody, whether they succeed or not', async () => {
    const lines: string[] = [];
    const log = makeLog({ logLevel: 'debug' }, { write: (line: string) => void lines.push(line) });
    const there = await signInPlace('PGlite', { log });
    try {
      const person = demoPeople[0];
      assert.ok(person);
      const browser = new Browser();
      const way = new URL(await there.leave(browser, person.id, '/processes/parco'));
      await browser.open(way);
      const { nickname } = (await (await there.session(browser)).json()) as Answer;
      const wrong = new URL(await there.leave(browser, person.id));
      wrong.searchParams.set('code', 'made-up');
      assert.equal((await browser.open(wrong)).status, 400);
      const seen = lines.join('');
      assert.match(seen, /a sign-in failed at the provider/);
      const cookies = [...(browser.cookies.get('localhost')?.values() ?? [])];
      const secrets = [
        person.fiscalCode,
        birthDateOf(person),
        nickname,
        'made-up',
        '/processes/parco',
        ...cookies,
        ...way.searchParams.values(),
      ];
      assert.equal(cookies.length, 2);
      for (const secret of secrets.filter(each => each !== '' && !each.startsWith('http')))
        assert.ok(!seen.includes(secret), secret);
    } finally {
      await there.close();
    }
  });
});
