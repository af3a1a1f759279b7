import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { hide } from '../src/moderation/decide.js';
import { sendOutgoing } from '../src/notices/send-outgoing.js';
import { eraseEverythingOf } from '../src/privacy/erasure.js';
import { exportOf } from '../src/privacy/export.js';
import { Nicknames } from '../src/sign-in/nicknames.js';
import { accept, letterBox, subscribed } from './support/letters.js';
import { observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { engines, origin, testCity, type TestCity } from './support/test-city.js';

const hostile = { ...people.stranger, nickname: '<script>alert(1)</script>' };

for (const engine of engines) {
  describe(`the person's own page, on ${engine}`, () => {
    let place: TestCity;
    let cookie: string;
    let time = new Date('2026-11-24T10:00:00Z');
    before(async () => {
      place = await testCity(engine, { now: () => time, environment: { PORTICO_SITES: 'https://www.comune.example' } });
    });
    after(() => place.close());
    beforeEach(async () => {
      time = new Date('2026-11-24T10:00:00Z');
      const { db } = place.city.database;
      for (const table of ['acceptance', 'subscription', 'outgoing', 'submission', 'rate', 'session'] as const) {
        await db.deleteFrom(table).execute();
      }
      cookie = await place.signIn(people.resident);
    });

    const look = async (path = '/you?lang=it'): Promise<string> => {
      const answer = await place.ask({ url: path, headers: { cookie } });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.body;
    };
    const field = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
    /** Sends a form as a browser does, with the token of the page unless another is given. */
    const send = async (path: string, fields: Record<string, string | string[]>, from = origin) => {
      const page = await look();
      const form = new URLSearchParams({ token: field(page, 'token'), key: field(page, 'key') });
      for (const [name, value] of Object.entries(fields)) {
        form.delete(name);
        for (const each of [value].flat()) form.append(name, each);
      }
      const headers = { cookie, origin: from, 'content-type': 'application/x-www-form-urlencoded' };
      return place.ask({ method: 'POST', url: `${path}?lang=it`, payload: form.toString(), headers });
    };

    it('asks who is not signed in to sign in, and to come back', async () => {
      const { body, headers } = await place.ask('/you?lang=en');
      assert.match(body, /href="\/api\/v1\/session\/sign-in\?locale=en&amp;return=%2Fyou%3Flang%3Den"/);
      assert.match(String(headers['cache-control']), /no-store/);
      assert.doesNotMatch(body, /<form[^>]*\/you/);
    });

    it('shows what was sent, with the number, until when it is kept, and whether one may take part', async () => {
      const reference = await accept(place, cookie);
      const page = await look();
      assert.ok(page.includes(reference));
      assert.match(page, /24 novembre 2026/);
      assert.match(page, /Conservato fino al 29 giugno 2027/);
      assert.match(page, /Puoi partecipare\? <strong>Sì<\/strong>/);
    });

    it('says why somebody may not take part', async () => {
      cookie = await place.signIn(people.child);
      assert.match(await look(), /<strong>No<\/strong>\s*per: l’età/);
    });

    it('speaks the reader’s language, from right to left where it is written so', async () => {
      const answer = await place.ask({ url: '/you', headers: { cookie, 'accept-language': 'ar' } });
      assert.match(answer.body, /<html lang="ar" dir="rtl">/);
      assert.match(answer.body, /صفحتك/);
    });

    it('shows nothing of the person that sign-in told, and no markup that somebody wrote', async () => {
      cookie = await place.signIn(hostile);
      const page = await look();
      assert.ok(!page.includes(hostile.identity) && !page.includes('<script'));
    });

    it('takes an address, asks for a confirmation, and does it once for two clicks', async () => {
      const page = await look();
      const key = field(page, 'key');
      const fields = { address: 'anna@posta.example', 'kinds[]': ['receipt', 'reminder'], action: 'save', key };
      for (let click = 0; click < 2; click++) {
        const answer = await send('/you/letters/parco', fields);
        assert.equal(answer.statusCode, 303, answer.body);
        assert.equal(answer.headers.location, '/you?lang=it&done=confirm');
      }
      const box = letterBox();
      await sendOutgoing(place.city, box);
      assert.equal(box.letters.length, 1);
      const after = await look('/you?lang=it&done=confirm');
      assert.match(after, /Ti abbiamo scritto/);
      assert.match(after, /a…@posta\.example/);
      assert.match(after, /Non ancora confermato/);
    });

    it('says what is wrong beside the field, and keeps what was typed', async () => {
      const answer = await send('/you/letters/parco', { address: 'anna<at>posta', 'kinds[]': 'receipt', action: 'save' });
      assert.equal(answer.statusCode, 422);
      assert.match(answer.body, /value="anna&lt;at&gt;posta"/);
      assert.match(answer.body, /aria-invalid="true"/);
      assert.match(answer.body, /serve un indirizzo valido/);
    });

    it('ends letters', async () => {
      await subscribed(place, cookie);
      const answer = await send('/you/letters/parco', { action: 'stop' });
      assert.equal(answer.headers.location, '/you?lang=it&done=no-letters');
      assert.deepEqual(await place.city.database.db.selectFrom('subscription').selectAll().execute(), []);
    });

    it('changes the nickname, also in the session, and refuses that of an office', async () => {
      const answer = await send('/you/nickname', { nickname: 'Merlo Lento' });
      assert.equal(answer.statusCode, 303, answer.body);
      assert.match(await look(), /value="Merlo Lento"/);
      const session = await place.ask({ url: '/api/v1/session?process=parco', headers: { cookie } });
      assert.equal(session.json<{ nickname: string }>().nickname, 'Merlo Lento');
      const refused = await send('/you/nickname', { nickname: 'Ufficio Tributi' });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /value="Ufficio Tributi"/);
    });

    it('gives everything as a file', async () => {
      const reference = await accept(place, cookie);
      const answer = await place.ask({ url: '/you/download?lang=en', headers: { cookie } });
      assert.match(String(answer.headers['content-disposition']), /^attachment/);
      assert.match(String(answer.headers['cache-control']), /no-store/);
      assert.ok(answer.body.includes(reference) && answer.body.includes('Acceptance of a pact'));
      assert.equal((await place.ask('/you/download')).statusCode, 401);
    });

    it('erases in two steps, says what stays, and signs out', async () => {
      await new Nicknames(place.city.database.db, place.city.keys, 'Comune').of(people.resident.identity);
      await accept(place, cookie);
      const step = await look('/you/erase?lang=it');
      assert.match(step, /1 cosa che hai inviato/);
      assert.match(step, /Restano:/);
      const unconfirmed = await send('/you/erase', {});
      assert.equal(unconfirmed.statusCode, 422);
      assert.equal((await place.city.database.db.selectFrom('acceptance').selectAll().execute()).length, 1);
      const done = await send('/you/erase', { confirm: 'yes' });
      assert.equal(done.statusCode, 200, done.body);
      assert.match(done.body, /È tutto cancellato/);
      assert.match(String(done.headers['set-cookie']), /__Host-portico=;/);
      assert.deepEqual(await place.city.database.db.selectFrom('acceptance').selectAll().execute(), []);
      assert.match((await place.ask({ url: '/you', headers: { cookie } })).body, /session\/sign-in/);
    });

    const paths = ['/you/nickname', '/you/letters/parco', '/you/erase'];
    for (const path of paths) {
      it(`does nothing for a form that is not from this page: ${path}`, async () => {
        await accept(place, cookie);
        const fields = { nickname: 'Merlo Nero', address: 'a@b.example', 'kinds[]': 'receipt', action: 'save', confirm: 'yes' };
        const strangers = await place.signIn(people.otherResident);
        const page = (await place.ask({ url: '/you?lang=it', headers: { cookie: strangers } })).body;
        const statuses = [
          (await send(path, fields, 'https://evil.example')).statusCode,
          (await send(path, fields, 'https://www.comune.example')).statusCode,
          (await send(path, { ...fields, token: 'guessed' })).statusCode,
          (await send(path, { ...fields, token: field(page, 'token') })).statusCode,
        ];
        assert.deepEqual(statuses, [403, 403, 403, 403]);
        const { db } = place.city.database;
        assert.equal((await db.selectFrom('acceptance').selectAll().execute()).length, 1);
        assert.deepEqual(await db.selectFrom('subscription').selectAll().execute(), []);
      });
    }

    it('goes on when the cookie gets a new value between page and form', async () => {
      const token = field(await look(), 'token');
      time = new Date(time.getTime() + 20 * 60_000);
      const renewed = await place.ask({ url: '/you', headers: { cookie } });
      cookie = String(renewed.headers['set-cookie']).split(';')[0] ?? '';
      const answer = await send('/you/nickname', { nickname: 'Gazza Ladra', token });
      assert.equal(answer.statusCode, 303, answer.body);
    });

    it('refuses a form that is too large', async () => {
      const answer = await send('/you/nickname', { nickname: 'x'.repeat(20_000) });
      assert.equal(answer.statusCode, 413);
    });
  });
}

for (const engine of engines) {
  describe(`an appeal against hiding, on ${engine}`, () => {
    let place: TestCity;
    let cookie: string;
    let reference: string;
    const now = new Date('2026-11-24T10:00:00Z');
    before(async () => {
      const environment = { WRITES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000' };
      place = await testCity(engine, { content: observedContent, now: () => now, environment });
      cookie = await place.signIn(people.resident);
    });
    after(() => place.close());
    beforeEach(async () => {
      await place.city.database.db.deleteFrom('report').execute();
      ({ reference } = await observe());
      const decision = { official: 'Ufficio 1', reason: 'offensive', note: 'Offende <b>chi</b> abita lì.' } as const;
      await hide(place.city, { process: 'parco', reference }, decision);
    });

    const observe = async (): Promise<{ reference: string }> => {
      const subject = { process: 'parco', document: 'piano', version: 2, passage: 'art-1' };
      const answer = await place.ask({
        method: 'POST',
        url: '/api/v1/observations',
        payload: { subject, kind: 'remark', text: 'Parole forti.', lang: 'it' },
        headers: place.writing(cookie),
      });
      return answer.json<{ reference: string }>();
    };
    const path = (): string => `/you/appeal/${reference}?lang=it`;
    const look = (url: string, who = cookie) => place.ask({ url, headers: { cookie: who } });
    const send = async (
      text: string,
      { token, who = cookie, to = path() }: { token?: string; who?: string; to?: string } = {},
    ) => {
      const own = /name="token" value="([^"]+)"/.exec((await look('/you?lang=it', who)).body)?.[1] ?? '';
      const payload = new URLSearchParams({ token: token ?? own, text }).toString();
      const headers = { cookie: who, origin, 'content-type': 'application/x-www-form-urlencoded' };
      return place.ask({ method: 'POST', url: to, payload, headers });
    };
    const notes = async (): Promise<(string | null)[]> =>
      (await place.city.database.db.selectFrom('report').select('note').where('reference', '=', reference).execute()).map(
        ({ note }) => note,
      );

    it('begins on the person’s page, with the reasons of who hid it', async () => {
      assert.ok((await look('/you?lang=it')).body.includes(`href="/you/appeal/${reference}?lang=it"`));
      const page = (await look(path())).body;
      assert.ok(page.includes('Offende &lt;b&gt;chi&lt;/b&gt; abita lì.') && page.includes('Offensivo'), page);
      assert.match(page, /<textarea/);
    });

    it('is made once, also by two clicks at a time, and then the page says when', async () => {
      const answers = await Promise.all([send('Non offendo\r\nnessuno.'), send('Non offendo\r\nnessuno.')]);
      for (const { statusCode, headers } of answers) assert.deepEqual([statusCode, headers.location], [303, path()]);
      assert.deepEqual(await notes(), ['Non offendo\nnessuno.']);
      const page = (await look(path())).body;
      assert.match(page, /Hai fatto ricorso il 24 novembre 2026.*\s*<\/strong>\s*Non è ancora deciso/);
      assert.doesNotMatch(page, /<textarea/);
      const mine = (await look('/you?lang=it')).body;
      assert.match(mine, /il tuo ricorso/);
      assert.doesNotMatch(mine, /Hai segnalato/);
    });

    it('says what is wrong and keeps what was typed', async () => {
      assert.equal((await send('  ')).statusCode, 422);
      const long = await send(`<i>${'م'.repeat(3000)}`);
      assert.equal(long.statusCode, 422);
      assert.match(long.body, /aria-invalid="true"\s*>\s*&lt;i&gt;م/);
      assert.deepEqual(await notes(), []);
      assert.equal((await send('م'.repeat(3000))).statusCode, 303);
    });

    it('is for the author alone, from this page, while it is hidden', async () => {
      const other = await place.signIn(people.otherResident);
      assert.equal((await look(path(), other)).statusCode, 404);
      assert.equal((await send('Io?', { who: other })).statusCode, 404);
      assert.equal((await send('Io?', { token: 'guessed' })).statusCode, 403);
      assert.match((await place.ask(path())).body, /session\/sign-in\?locale=it&amp;return=%2Fyou%2Fappeal%2F/);
      await place.city.database.db.updateTable('observation').set({ hidden: null }).where('reference', '=', reference).execute();
      assert.equal((await look(path())).statusCode, 404);
      assert.equal((await send('Ancora?')).statusCode, 404);
      assert.deepEqual(await notes(), []);
    });

    it('is there for a hidden comment too, which is another thing than its observation', async () => {
      const { reference: on } = await observe();
      const answer = await place.ask({
        method: 'POST',
        url: `/api/v1/observations/${on}/comments`,
        payload: { text: 'Anche questo è forte.', alignment: 'neutral', lang: 'it' },
        headers: place.writing(cookie),
      });
      const { id: comment } = answer.json<{ id: string }>();
      const decision = { official: 'Ufficio 1', reason: 'offensive', note: 'Offende.' } as const;
      await hide(place.city, { process: 'parco', reference: on, comment }, decision);
      const address = `/you/appeal/${on}?comment=${comment}&lang=it`;
      assert.ok((await look('/you?lang=it')).body.includes(address.replace('&', '&amp;')));
      assert.match((await look(address)).body, /Il tuo commento all’osservazione/);
      // The observation itself is not hidden.
      assert.equal((await look(`/you/appeal/${on}?lang=it`)).statusCode, 404);
      assert.equal((await look(address, await place.signIn(people.otherResident))).statusCode, 404);
      for (const status of [303, 303]) assert.equal((await send('Non offendo.', { to: address })).statusCode, status);
      const made = await place.city.database.db
        .selectFrom('report')
        .select(['comment_id', 'note'])
        .where('reference', '=', on)
        .execute();
      assert.deepEqual(made, [{ comment_id: comment, note: 'Non offendo.' }]);
      assert.match((await look(address)).body, /Hai fatto ricorso/);
    });

    it('is the person’s own: they get it with their data', async () => {
      await send('Le mie ragioni.');
      const data = JSON.stringify(await exportOf(place.city, people.resident, 'it'));
      assert.ok(data.includes('Le mie ragioni.') && data.includes('Offende <b>chi</b> abita lì.'), data);
    });

    it('is erased with all that is theirs', async () => {
      await send('Le mie ragioni.');
      await eraseEverythingOf(place.city, people.resident);
      assert.deepEqual(await notes(), [null]);
      cookie = await place.signIn(people.resident);
    });
  });
}
