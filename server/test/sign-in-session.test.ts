import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { foldNickname } from '../src/sign-in/nickname-rules.js';
import { Nicknames } from '../src/sign-in/nicknames.js';
import { Browser } from './support/browser.js';
import { sessionCookie, signInPlace, type SignInPlace } from './support/sign-in-place.js';
import { engines } from './support/test-city.js';

const second = 1000;
const minute = 60 * second;

for (const engine of engines) {
  describe(`a session, on ${engine}`, () => {
    let there: SignInPlace;
    let time = Date.now();
    before(async () => {
      there = await signInPlace(engine, { now: () => new Date(time) });
    });
    beforeEach(() => {
      time = Date.now();
    });
    after(() => there.close());

    const signedIn = async (person = 'resident'): Promise<Browser> => {
      const browser = new Browser();
      await there.signIn(browser, person);
      return browser;
    };
    const type = async (browser: Browser): Promise<string> =>
      ((await (await there.session(browser)).json()) as { type: string }).type;
    const valueOf = (browser: Browser): string => browser.cookie(there.url, sessionCookie) ?? '';
    const withValue = (value: string): Browser => {
      const browser = new Browser();
      browser.setCookie(there.url, sessionCookie, value);
      return browser;
    };
    const signOut = (browser: Browser): Promise<Response> =>
      browser.open(`${there.url}/api/v1/session/sign-out`, { method: 'POST', headers: there.writing() });

    it('gets a new value after a quarter of an hour; the old one holds for a minute', async () => {
      const browser = await signedIn();
      const first = valueOf(browser);
      time += 14 * minute;
      assert.equal(await type(browser), 'signed-in');
      assert.equal(valueOf(browser), first);
      time += 2 * minute;
      assert.equal(await type(browser), 'signed-in');
      assert.notEqual(valueOf(browser), first);
      time += 50 * second;
      assert.equal(await type(withValue(first)), 'signed-in');
      time += 20 * second;
      assert.equal(await type(withValue(first)), 'signed-out');
      assert.equal(await type(browser), 'signed-in');
    });

    it('gets one new value when two requests come at once', async () => {
      const first = valueOf(await signedIn());
      time += 16 * minute;
      const tabs = [withValue(first), withValue(first)];
      assert.deepEqual(await Promise.all(tabs.map(type)), ['signed-in', 'signed-in']);
      assert.equal(tabs.filter(tab => valueOf(tab) !== first).length, 1);
    });

    it('ends when somebody signs out, also with the values that its cookie had before', async () => {
      const browser = await signedIn();
      const first = valueOf(browser);
      time += 16 * minute;
      await type(browser);
      const renewed = valueOf(browser);
      const answer = await signOut(browser);
      assert.equal(answer.status, 204, await answer.text());
      assert.equal(valueOf(browser), '');
      for (const value of [first, renewed]) assert.equal(await type(withValue(value)), 'signed-out');
    });

    it('ends also when the cookie is renewed by the very request that ends it', async () => {
      const browser = await signedIn();
      const first = valueOf(browser);
      time += 16 * minute;
      const answer = await signOut(browser);
      const lines = answer.headers.getSetCookie().filter(line => line.startsWith(`${sessionCookie}=`));
      assert.equal(valueOf(browser), '');
      for (const line of lines) assert.match(line, /^__Host-portico=;/);
      assert.equal(await type(withValue(first)), 'signed-out');
    });

    it('leaves the sessions of the same person elsewhere alone when it ends', async () => {
      const library = await signedIn();
      time += second;
      const home = await signedIn();
      await signOut(library);
      assert.equal(await type(home), 'signed-in');
    });

    it('can be ended with a form, without any script', async () => {
      const browser = await signedIn();
      const answer = await browser.open(`${there.url}/sign-out`, {
        method: 'POST',
        body: new URLSearchParams(),
        headers: { origin: there.url },
      });
      assert.equal(answer.status, 303, await answer.text());
      assert.equal(answer.headers.get('location'), '/');
      assert.equal(valueOf(browser), '');
      assert.equal(await type(browser), 'signed-out');
    });

    it('says nothing against signing out when nobody is signed in', async () => {
      assert.equal((await signOut(new Browser())).status, 204);
    });

    it('ends after an hour in which nobody asks', async () => {
      const browser = await signedIn();
      for (let visits = 0; visits < 3; visits++) {
        time += 55 * minute;
        assert.equal(await type(browser), 'signed-in');
      }
      time += 61 * minute;
      assert.equal(await type(browser), 'signed-out');
    });

    it('ends after twelve hours, however busy', async () => {
      const browser = await signedIn();
      for (let visits = 0; visits < 14; visits++) {
        time += 50 * minute;
        assert.equal(await type(browser), 'signed-in', `${visits}`);
      }
      time += 21 * minute;
      assert.equal(await type(browser), 'signed-out');
    });

    it('shows a new nickname at once, in every session of the person', async () => {
      const [here, elsewhere] = [await signedIn('city-user'), await signedIn('city-user')];
      const answer = await here.open(`${there.url}/api/v1/session/nickname`, {
        method: 'PUT',
        headers: { ...there.writing(), 'content-type': 'application/json' },
        body: JSON.stringify({ nickname: ` Cicala d’Èstate ` }),
      });
      assert.equal(answer.status, 200, await answer.text());
      for (const browser of [here, elsewhere, await signedIn('city-user')]) {
        const { nickname } = (await (await there.session(browser)).json()) as { nickname: string };
        assert.equal(nickname, 'Cicala d’Èstate'.normalize('NFC'));
      }
    });

    it('gives one nickname to somebody who comes in five times at once, and one wished for by five to one of them', async () => {
      const { database, keys } = there.place.city;
      const nicknames = new Nicknames(database.db, keys, 'Comune di Pontelago');
      const given = await Promise.all(Array.from({ length: 5 }, () => nicknames.of('somebody')));
      assert.equal(new Set(given).size, 1);
      const wishes = await Promise.all(
        Array.from({ length: 5 }, (_, index) => nicknames.change(`wisher ${index}`, 'Onda lunga')),
      );
      assert.deepEqual(
        wishes.filter(fault => fault !== 'taken'),
        [undefined],
      );
      const all = await database.db.selectFrom('nickname').select('nickname').execute();
      const taken = await database.db.selectFrom('nickname_taken').select('folded').execute();
      assert.deepEqual(taken.map(({ folded }) => folded).sort(), all.map(({ nickname }) => foldNickname(nickname)).sort());
    });

    it('says what speaks against a nickname, in the language of the person', async () => {
      const browser = await signedIn('official');
      const change = (nickname: string, language = 'it'): Promise<Response> =>
        browser.open(`${there.url}/api/v1/session/nickname`, {
          method: 'PUT',
          headers: { ...there.writing(), 'content-type': 'application/json', 'accept-language': language },
          body: JSON.stringify({ nickname }),
        });
      assert.equal((await change('Vento di mare')).status, 200);
      const other = await signedIn('hub-operator');
      const taken = await other.open(`${there.url}/api/v1/session/nickname`, {
        method: 'PUT',
        headers: { ...there.writing(), 'content-type': 'application/json' },
        body: JSON.stringify({ nickname: 'VENTO-DI-MARÈ' }),
      });
      assert.equal(taken.status, 422);
      assert.match(await taken.text(), /è già di un’altra persona/);
      const city = await change('C0mune ufficiale', 'en');
      assert.equal(city.status, 422);
      assert.deepEqual(((await city.json()) as { errors: unknown }).errors, [
        { pointer: '/nickname', detail: 'With this name you might seem to speak for the city.' },
      ]);
      assert.match(await (await change('ab', 'ar')).text(), /من ٣ إلى ٣٠|من 3 إلى 30/);
    });
  });
}
