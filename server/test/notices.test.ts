import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sendOutgoing } from '../src/notices/send-outgoing.js';
import { writeReminders } from '../src/notices/reminders.js';
import { accept, letterBox, subscribed, tokenIn } from './support/letters.js';
import { people } from './support/people.js';
import { engines, origin, testCity, type TestCity } from './support/test-city.js';

const url = '/api/v1/processes/parco/notices';

for (const engine of engines) {
  describe(`letters, on ${engine}`, () => {
    let place: TestCity;
    let cookie: string;
    let time = new Date('2026-11-24T10:00:00Z');
    before(async () => {
      place = await testCity(engine, { now: () => time });
    });
    after(() => place.close());
    beforeEach(async () => {
      time = new Date('2026-11-24T10:00:00Z');
      for (const table of ['subscription', 'outgoing', 'acceptance', 'rate', 'submission'] as const) {
        await place.city.database.db.deleteFrom(table).execute();
      }
      cookie = await place.signIn(people.resident);
    });

    const put = (payload: object, key?: string) =>
      place.ask({ method: 'PUT', url, payload, headers: place.writing(cookie, key) });
    const mine = async () => (await place.ask({ url, headers: { cookie } })).json<object>();
    const sent = async () => {
      const box = letterBox();
      await sendOutgoing(place.city, box);
      return box.letters;
    };

    it('begin with one that asks whether the address is theirs, and show the address in part', async () => {
      const answer = await put({ address: 'anna@posta.example', kinds: ['receipt'] });
      assert.deepEqual(answer.json(), { kinds: ['receipt'], address: 'a…@posta.example', confirmed: false });
      const [letter, ...more] = await sent();
      assert.equal(more.length, 0);
      assert.equal(letter?.to, 'anna@posta.example');
      assert.equal(letter.locale, 'it');
      assert.match(letter.text, /Il parco di via Roma[\s\S]*\/notices\/confirm\?token=/);
      assert.deepEqual(await mine(), answer.json());
    });

    it('send nothing else before the address is confirmed', async () => {
      await put({ address: 'anna@posta.example', kinds: ['receipt'] });
      await sent();
      await accept(place, cookie);
      assert.deepEqual(await sent(), []);
    });

    it('are not confirmed by who only looks at the link, as mail programs do', async () => {
      await put({ address: 'anna@posta.example', kinds: ['receipt'] });
      const [letter] = await sent();
      const link = `/notices/confirm?token=${tokenIn(letter ?? { text: '' })}`;
      const page = await place.ask({ url: link, headers: { 'accept-language': 'ar' } });
      assert.equal(page.statusCode, 200);
      assert.match(page.body, /dir="rtl"[\s\S]*<form method="post"/);
      assert.deepEqual(await mine(), { kinds: ['receipt'], address: 'a…@posta.example', confirmed: false });
      assert.equal((await place.ask({ method: 'POST', url: link })).statusCode, 403, 'a write without Origin');
      assert.equal((await place.ask({ method: 'POST', url: link, headers: { origin } })).statusCode, 200);
      assert.deepEqual(await mine(), { kinds: ['receipt'], address: 'a…@posta.example', confirmed: true });
    });

    it('bring the receipt to who asked for it, with the number and the way to end them', async () => {
      const { token } = await subscribed(place, cookie);
      const reference = await accept(place, cookie);
      const [letter, ...more] = await sent();
      assert.equal(more.length, 0);
      assert.equal(letter?.subject, `Ricevuta ${reference}`);
      assert.match(letter.text, new RegExp(`Numero: ${reference}`));
      assert.match(letter.text, /Patto per il parco/);
      assert.equal(letter.unsubscribe, `${origin}/notices/unsubscribe?token=${token}`);
      assert.match(letter.html, /<html lang="it" dir="ltr">/);
      assert.doesNotMatch(letter.html, /<img|<link|src=/, 'nothing is fetched when a letter is opened');
    });

    it('do not bring a receipt to who did not ask for it, nor to others', async () => {
      await subscribed(place, cookie, { kinds: ['reminder'] });
      await accept(place, cookie);
      await accept(place, await place.signIn(people.otherResident));
      assert.deepEqual(await sent(), []);
    });

    it('end with one click of a mail program, that has no cookie and comes from no page', async () => {
      const { token } = await subscribed(place, cookie);
      await accept(place, cookie);
      const answer = await place.ask({
        method: 'POST',
        url: `/notices/unsubscribe?token=${token}`,
        payload: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      assert.equal(answer.statusCode, 200, answer.body);
      assert.deepEqual(await mine(), { kinds: [], confirmed: false });
      assert.deepEqual(await sent(), [], 'the letter that waited is not sent');
      assert.deepEqual(await place.city.database.db.selectFrom('subscription').selectAll().execute(), []);
    });

    it('go on when somebody only looks at the page that ends them', async () => {
      const { token } = await subscribed(place, cookie);
      const page = await place.ask(`/notices/unsubscribe?token=${token}&lang=en`);
      assert.match(page.body, /<button>Stop the letters<\/button>/);
      assert.equal((await place.city.database.db.selectFrom('subscription').selectAll().execute()).length, 1);
    });

    it('say so when a link is not valid any longer', async () => {
      const answer = await place.ask(`/notices/confirm?token=${'x'.repeat(43)}`);
      assert.equal(answer.statusCode, 404);
      assert.match(answer.body, /non vale più/);
    });

    it('keep the address when only the kinds change, and ask again when the address does', async () => {
      const { token } = await subscribed(place, cookie);
      assert.deepEqual((await put({ kinds: ['answer', 'reminder'] })).json(), {
        kinds: ['answer', 'reminder'],
        address: 'a…@posta.example',
        confirmed: true,
      });
      assert.equal(
        (await put({ address: 'lia@altra.example', kinds: ['answer'] })).json<{ confirmed: boolean }>().confirmed,
        false,
      );
      assert.equal((await sent())[0]?.to, 'lia@altra.example');
      assert.equal((await place.ask(`/notices/confirm?token=${token}`)).statusCode, 404, 'the old link');
    });

    it('end when the person says so', async () => {
      await subscribed(place, cookie);
      const answer = await place.ask({ method: 'DELETE', url, headers: place.writing(cookie) });
      assert.deepEqual(answer.json(), { kinds: [], confirmed: false });
      assert.deepEqual(await mine(), { kinds: [], confirmed: false });
    });

    const refused: [string, object][] = [
      ['what is no address', { address: 'anna', kinds: ['receipt'] }],
      ['two addresses', { address: 'a@b.example, c@d.example', kinds: ['receipt'] }],
      ['a header in the address', { address: 'a@b.example\r\nBcc: c@d.example', kinds: ['receipt'] }],
      ['no kind', { address: 'a@b.example', kinds: [] }],
      ['an unknown kind', { address: 'a@b.example', kinds: ['advertising'] }],
      ['no address the first time', { kinds: ['receipt'] }],
    ];
    for (const [what, payload] of refused) {
      it(`refuse ${what}`, async () => {
        const answer = await put(payload);
        assert.equal(answer.statusCode, 422, answer.body);
        assert.deepEqual(await sent(), []);
      });
    }

    it('are for who is signed in, from the city’s pages', async () => {
      assert.equal((await place.ask(url)).statusCode, 401);
      const answer = await place.ask({
        method: 'PUT',
        url,
        payload: { address: 'a@b.example', kinds: ['receipt'] },
        headers: { ...place.writing(cookie), origin: 'https://evil.example' },
      });
      assert.equal(answer.statusCode, 403);
    });

    it('are not asked for twice by the same write', async () => {
      const draft = { address: 'anna@posta.example', kinds: ['receipt'] };
      await put(draft, 'the-same-key');
      await put(draft, 'the-same-key');
      assert.equal((await sent()).length, 1);
    });

    it('cannot fill the letter box of somebody else', async () => {
      const others = [people.resident, people.otherResident, people.child, people.stranger];
      const statuses: number[] = [];
      for (const person of others) {
        cookie = await place.signIn(person);
        statuses.push((await put({ address: 'Vittima@posta.example', kinds: ['receipt'] })).statusCode);
      }
      assert.deepEqual(statuses, [200, 200, 200, 429]);
      time = new Date(time.getTime() + 60 * 60 * 1000);
      cookie = await place.signIn(people.stranger);
      assert.equal((await put({ address: 'vittima@posta.example', kinds: ['receipt'] })).statusCode, 200);
    });

    it('remind once, three days before a phase ends, who asked for it', async () => {
      await subscribed(place, cookie, { kinds: ['reminder'] });
      time = new Date('2026-12-14T22:30:00Z');
      assert.equal(await writeReminders(place.city), 0, 'four days before, in Rome');
      time = new Date('2026-12-14T23:30:00Z');
      assert.equal(await writeReminders(place.city), 1);
      assert.equal(await writeReminders(place.city), 0, 'a second time');
      const [letter] = await sent();
      assert.match(letter?.text ?? '', /«Idee» di «Il parco di via Roma» finisce, come previsto, il 18 dicembre 2026/);
    });

    it('keep the address apart: locked, and under a name that no contribution has', async () => {
      await subscribed(place, cookie);
      await accept(place, cookie);
      const { db } = place.city.database;
      const [subscription] = await db.selectFrom('subscription').selectAll().execute();
      const [acceptance] = await db.selectFrom('acceptance').selectAll().execute();
      const waiting = await db.selectFrom('outgoing').selectAll().execute();
      assert.ok(subscription && acceptance && waiting.length === 1);
      assert.notDeepEqual(subscription.person, acceptance.participant);
      const bytes = [subscription.sealed_address, waiting[0]?.sealed]
        .map(each => Buffer.from(each ?? []).toString('latin1'))
        .join();
      assert.ok(!bytes.includes('posta') && !bytes.includes(acceptance.reference));
    });
  });
}
