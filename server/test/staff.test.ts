import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Observation } from '../../src/model/observation.js';
import { appeal } from '../src/moderation/appeal.js';
import { firstArticle, observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { engines, origin, testCity, type TestCity } from './support/test-city.js';

const now = new Date('2026-11-25T10:00:00Z');
const official = { ...people.otherResident, identity: 'official', nickname: 'Ufficio 1', roles: ['official'] as const };
const operator = { ...people.otherResident, identity: 'operator', nickname: 'Hub 1', roles: ['hub-operator'] as const };

for (const engine of engines) {
  describe(`the desk of the participation office, on ${engine}`, () => {
    let place: TestCity;
    let cookie: string;
    before(async () => {
      place = await testCity(engine, {
        content: observedContent,
        now: () => now,
        environment: { WRITES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000' },
      });
      cookie = await place.signIn(official);
    });
    after(() => place.close());

    const look = async (path: string, who = cookie): Promise<string> => {
      const answer = await place.ask({ url: path, headers: { cookie: who } });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.body;
    };
    const fieldOf = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    /** Sends a form as a browser does, with the token and the key of its page. */
    const send = async (page: string, path: string, fields: Record<string, string>, who = cookie) => {
      const html = await look(page, who);
      const form = new URLSearchParams({ token: fieldOf(html, 'token'), key: fieldOf(html, 'key'), ...fields });
      const headers = { cookie: who, origin, 'content-type': 'application/x-www-form-urlencoded' };
      return place.ask({ method: 'POST', url: path, payload: form.toString(), headers });
    };
    const observe = async (text = 'Servono alberi in via Roma.', who = people.resident): Promise<string> => {
      const subject = { process: 'parco', document: 'piano', version: 2, passage: 'art-1' };
      const answer = await place.ask({
        method: 'POST',
        url: '/api/v1/observations',
        payload: { subject, kind: 'remark', text, lang: 'it' },
        headers: place.writing(await place.signIn(who)),
      });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<{ reference: string }>().reference;
    };
    const report = async (reference: string, reason = 'offensive') =>
      place.ask({
        method: 'POST',
        url: `/api/v1/observations/${reference}/reports`,
        payload: { reason, note: 'Guardate qui.' },
        headers: place.writing(),
      });
    const read = async (reference: string): Promise<Observation> =>
      (await place.ask(`/api/v1/observations/${reference}`)).json<Observation>();

    it('lets in who works for the city, and nobody else', async () => {
      const visitor = await place.ask('/staff/parco?lang=it');
      assert.equal(visitor.statusCode, 303);
      assert.match(String(visitor.headers.location), /session\/sign-in\?.*return=%2Fstaff%2Fparco/);
      const resident = await place.signIn(people.resident);
      for (const path of ['/staff', '/staff/parco', '/staff/parco/paper', '/staff/parco/log']) {
        assert.equal((await place.ask({ url: path, headers: { cookie: resident } })).statusCode, 403, path);
      }
      const hub = await place.signIn(operator);
      assert.equal((await place.ask({ url: '/staff/parco/paper', headers: { cookie: hub } })).statusCode, 200);
      for (const path of ['/staff/parco', '/staff/parco/reports', '/staff/parco/answer', '/staff/parco/file']) {
        assert.equal((await place.ask({ url: path, headers: { cookie: hub } })).statusCode, 403, path);
      }
      assert.equal((await place.ask({ url: '/staff/nowhere', headers: { cookie } })).statusCode, 404);
    });

    it('comes back after sign-in to the very thing that was open', async () => {
      const back = async (url: string, method: 'GET' | 'POST' = 'GET'): Promise<string | null> => {
        const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
        const answer = await place.ask({ method, url, ...(method === 'POST' && { payload: 'a=b', headers }) });
        assert.equal(answer.statusCode, 303, answer.body);
        return new URL(String(answer.headers.location), origin).searchParams.get('return');
      };
      const one = '/staff/parco/decide?reference=PAR-2026-000001&lang=it';
      assert.equal(await back(one), one);
      assert.equal(await back(one, 'POST'), one);
      // What only takes forms has no page of its own.
      assert.equal(await back('/staff/parco/examine?lang=it', 'POST'), '/staff/parco?lang=it');
      assert.equal(await back('/staff/parco/file/publish?lang=it', 'POST'), '/staff/parco/file?lang=it');
    });

    it('shows who works in a hub no way to what only officials may do', async () => {
      const [hub, office] = [
        await look('/staff/parco/paper?lang=it', await place.signIn(operator)),
        await look('/staff/parco/paper?lang=it'),
      ];
      assert.match(office, /href="\/staff\/parco\/answer/);
      assert.doesNotMatch(hub, /href="\/staff\/parco(\?|\/(reports|hidden|answer|file|log))/);
    });

    it('proposes no reason for hiding, and keeps the one that was chosen', async () => {
      const page = `/staff/parco/decide?reference=${await observe()}&lang=it`;
      assert.doesNotMatch(await look(page), / checked/);
      const without = await send(page, page, { action: 'hide', note: 'Offende.' });
      assert.equal(without.statusCode, 422);
      assert.match(without.body, /href="#reason-unlawful">Scegli il motivo/);
      assert.match(without.body, />\s*Offende\.<\/textarea>/);
      const silent = await send(page, page, { action: 'hide', reason: 'offensive', note: '' });
      assert.equal(silent.statusCode, 422);
      assert.match(silent.body, /href="#note">Scrivi la motivazione/);
      assert.match(silent.body, /value="offensive"\s+checked/);
    });

    it('does nothing for a form that is not from these pages', async () => {
      const reference = await observe();
      await report(reference);
      const payload = new URLSearchParams({ token: 'x', action: 'hide', reason: 'offensive', note: 'x' }).toString();
      const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await place.ask({ method: 'POST', url: `/staff/parco/decide?reference=${reference}`, payload, headers });
      assert.equal(answer.statusCode, 403);
      assert.equal((await read(reference)).hidden, undefined);
      const foreign = { ...headers, origin: 'https://elsewhere.example' };
      assert.equal((await place.ask({ method: 'POST', url: '/staff/parco/examine', payload, headers: foreign })).statusCode, 403);
    });

    it('hides what was reported, with reasons that everybody reads, and shows it again after an appeal', async () => {
      const reference = await observe('Parole brutte e cattive.');
      await report(reference);
      assert.match(await look('/staff/parco/reports?lang=it'), new RegExp(reference));
      const page = `/staff/parco/decide?reference=${reference}&lang=it`;
      assert.match(await look(page), /Parole brutte e cattive\.[\s\S]*Guardate qui\./);
      const silent = await send(page, page, { action: 'hide', reason: 'offensive', note: ' ' });
      assert.equal(silent.statusCode, 422);
      assert.equal((await read(reference)).hidden, undefined);
      const done = await send(page, page, { action: 'hide', reason: 'offensive', note: 'Offende chi abita lì.' });
      assert.equal(done.statusCode, 303, done.body);
      const hidden = await read(reference);
      assert.equal(hidden.text.text, '');
      assert.equal(hidden.hidden?.note?.text, 'Offende chi abita lì.');
      assert.doesNotMatch(await look('/staff/parco/reports?lang=it'), new RegExp(reference));
      assert.match(await look('/staff/parco/hidden?lang=it'), new RegExp(reference));

      await appeal(place.city, { reference, text: 'Non offendo nessuno.', visitor: people.resident });
      await assert.rejects(appeal(place.city, { reference, text: 'Ancora.', visitor: people.resident }));
      await assert.rejects(appeal(place.city, { reference, text: 'Io?', visitor: people.otherResident }));
      assert.match(await look('/staff/parco/reports?lang=it'), /Ricorso/);
      const back = await send(page, page, { action: 'restore', note: 'Il ricorso è fondato.' });
      assert.equal(back.statusCode, 303, back.body);
      const again = await read(reference);
      assert.equal(again.text.text, 'Parole brutte e cattive.');
      assert.deepEqual(again.history.map(({ event }) => event.value).sort(), ['appealed', 'hidden', 'received', 'restored']);
      assert.ok(!JSON.stringify(again).includes('Non offendo nessuno.'), 'the reasons of an appeal are for who decides');
      const log = await look('/staff/parco/log?lang=it');
      assert.match(log, /Ufficio 1[\s\S]*Mostrata di nuovo/);
      assert.match(log, /Nascosta/);
    });

    it('leaves as it is what is no reason to change it', async () => {
      const reference = await observe();
      await report(reference);
      const page = `/staff/parco/decide?reference=${reference}&lang=it`;
      assert.equal((await send(page, page, { action: 'keep' })).statusCode, 303);
      assert.equal((await read(reference)).hidden, undefined);
      assert.doesNotMatch(await look('/staff/parco/reports?lang=it'), new RegExp(reference));
    });

    it('takes personal data out for good, also from what stood behind the log', async () => {
      const reference = await observe('Il vicino Mario Bianchi, 333 1234567, parcheggia sul prato.');
      const page = `/staff/parco/decide?reference=${reference}&lang=it`;
      const words = 'Mario Bianchi\r\n333 1234567';
      const preview = await send(page, page, { action: 'preview', words });
      assert.equal(preview.statusCode, 200);
      assert.match(preview.body, /Il vicino \[omissis\], \[omissis\], parcheggia sul prato\./);
      assert.match((await read(reference)).text.text, /Mario/);
      assert.equal((await send(page, page, { action: 'redact', words: 'xyz' })).statusCode, 422);
      assert.equal((await send(page, page, { action: 'redact', words })).statusCode, 303);
      assert.equal((await read(reference)).text.text, 'Il vicino [omissis], [omissis], parcheggia sul prato.');
      const row = await place.city.database.db
        .selectFrom('observation')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow();
      assert.doesNotMatch(JSON.stringify(row), /Mario|1234567/);
    });

    it('decides on comments as well', async () => {
      const reference = await observe();
      const answer = await place.ask({
        method: 'POST',
        url: `/api/v1/observations/${reference}/comments`,
        payload: { text: 'Che sciocchezza offensiva.', lang: 'it' },
        headers: place.writing(await place.signIn(people.resident)),
      });
      const { id } = answer.json<{ id: string }>();
      const page = `/staff/parco/decide?reference=${reference}&comment=${id}&lang=it`;
      assert.match(await look(page), /Che sciocchezza offensiva/);
      await send(page, page, { action: 'hide', reason: 'offensive', note: 'Offende.' });
      const { items } = (await place.ask(`/api/v1/observations/${reference}/comments`)).json<{
        items: { text: { text: string } }[];
      }>();
      assert.equal(items[0]?.text.text, '');
    });

    describe('what came on paper', () => {
      const page = '/staff/parco/paper?lang=it&document=piano&passage=art-1';
      const fields = {
        document: 'piano',
        passage: 'art-1',
        source: 'paper',
        place: 'Sportello',
        on: '2026-11-24',
        kind: 'remark',
        text: 'Più ombra.',
        written: 'it',
      };

      it('gets a number at once, once, and an empty form for the next person', async () => {
        const html = await look(page);
        const form = new URLSearchParams({ token: fieldOf(html, 'token'), key: fieldOf(html, 'key'), ...fields });
        const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
        const twice = () => place.ask({ method: 'POST', url: '/staff/parco/paper?lang=it', payload: form.toString(), headers });
        const [one, two] = [await twice(), await twice()];
        assert.equal(one.statusCode, 303, one.body);
        assert.equal(one.headers.location, two.headers.location);
        const reference = new URL(String(one.headers.location), origin).searchParams.get('entered') ?? '';
        const observation = await read(reference);
        assert.equal(observation.source.value, 'paper');
        assert.equal(observation.author, undefined);
        const next = await look(String(one.headers.location));
        assert.match(next, new RegExp(reference));
        assert.doesNotMatch(next, /Più ombra/);
        assert.match(await look('/staff/parco/log?lang=it'), new RegExp(`Registrata dalla carta[\\s\\S]*${reference}`));
      });

      it('may propose another wording for the passage as it stands', async () => {
        const done = await send(page, '/staff/parco/paper?lang=it', {
          ...fields,
          kind: 'amendment',
          text: '',
          after: firstArticle.replace('2030', '2028'),
        });
        assert.equal(done.statusCode, 303, done.body);
        const reference = new URL(String(done.headers.location), origin).searchParams.get('entered') ?? '';
        assert.deepEqual((await read(reference)).wording, { before: firstArticle, after: firstArticle.replace('2030', '2028') });
      });

      it('keeps what was typed when something is missing, and says what', async () => {
        const refused = await send(page, '/staff/parco/paper?lang=it', { ...fields, text: ' ', place: 'Hub Lago' });
        assert.equal(refused.statusCode, 422);
        assert.match(refused.body, /Controlla questi campi: Testo</);
        assert.match(refused.body, /value="Hub Lago"/);
      });

      it('is also for who works in a hub', async () => {
        const hub = await place.signIn(operator);
        assert.equal((await send(page, '/staff/parco/paper?lang=it', { ...fields, source: 'counter' }, hub)).statusCode, 303);
      });
    });

    describe('answers', () => {
      const path = '/staff/parco/answer?lang=it';
      it('are looked at, then published, and never changed', async () => {
        const reference = await observe();
        const page = `${path}&reference=${reference.toLowerCase()}`;
        const fields = {
          reference,
          outcome: 'accepted',
          text: 'Sì, **in primavera**.',
          act_kind: 'Delibera',
          act_number: '7',
          act_date: '2026-11-20',
        };
        const empty = await send(page, path, { ...fields, text: '' });
        assert.equal(empty.statusCode, 422);
        const preview = await send(page, path, { ...fields, action: 'preview' });
        assert.match(preview.body, /<strong>in primavera<\/strong>/);
        assert.equal((await read(reference)).responses.length, 0);
        assert.equal((await send(page, path, { ...fields, action: 'publish' })).statusCode, 303);
        const answered = await read(reference);
        assert.equal(answered.outcome?.value, 'accepted');
        assert.equal(answered.responses[0]?.act?.number, '7');
        assert.match(await look(page), /C’è già una risposta/);
        await send(page, path, { ...fields, outcome: 'partly-accepted', action: 'publish' });
        assert.deepEqual(
          (await read(reference)).responses.map(({ outcome }) => outcome.value),
          ['accepted', 'partly-accepted'],
        );
      });

      const upload = async (source: string, name = 'risposte.csv') => {
        const html = await look('/staff/parco/file?lang=it');
        const boundary = 'x-boundary';
        const part = (head: string, body: string) =>
          `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
        const payload = `${part('name="token"', fieldOf(html, 'token'))}${part(`name="file"; filename="${name}"\r\nContent-Type: text/csv`, source)}--${boundary}--\r\n`;
        const headers = { cookie, origin, 'content-type': `multipart/form-data; boundary=${boundary}` };
        return place.ask({ method: 'POST', url: '/staff/parco/file?lang=it', payload, headers });
      };

      it('come from a file, all of them or none', async () => {
        const [one, two] = [await observe(), await observe()];
        const wrong = await upload(`reference,outcome,text\n${one},accepted,Sì.\n${two},forse,Chissà.\n`);
        assert.equal(wrong.statusCode, 422, wrong.body);
        assert.match(wrong.body, /Riga 3/);
        assert.equal((await read(one)).responses.length, 0);
        const checked = await upload(`reference,outcome,text\n${one},accepted,Sì.\n${two},rejected,No.\n`);
        assert.equal(checked.statusCode, 200, checked.body);
        const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
        const form = new URLSearchParams({ token: fieldOf(checked.body, 'token'), waiting: fieldOf(checked.body, 'waiting') });
        const publish = () =>
          place.ask({ method: 'POST', url: '/staff/parco/file/publish?lang=it', payload: form.toString(), headers });
        const done = await publish();
        assert.equal(done.statusCode, 303, done.body);
        assert.match(String(done.headers.location), /published=2/);
        assert.equal((await read(two)).outcome?.value, 'rejected');
        assert.equal((await publish()).statusCode, 422);
      });
    });

    it('says of all that was received that it is examined', async () => {
      const reference = await observe();
      assert.equal((await send('/staff/parco?lang=it', '/staff/parco/examine?lang=it', {})).statusCode, 303);
      assert.equal((await read(reference)).state.value, 'received', 'nothing happens unless it is meant');
      const done = await send('/staff/parco?lang=it', '/staff/parco/examine?lang=it', { meant: 'yes' });
      assert.equal(done.statusCode, 303);
      assert.match(String(done.headers.location), /examined=\d+/);
      assert.equal((await read(reference)).state.value, 'under-examination');
      const figures = await look(String(done.headers.location));
      assert.match(figures, /In esame/);
      assert.doesNotMatch(figures, /Segna come in esame/, 'there is nothing left to begin with');
    });

    it('tells in the log also what happened a hundred times at one instant', async () => {
      const reference = await observe();
      const notes = Array.from({ length: 150 }, (_, index) => `Nota ${String(index).padStart(3, '0')}`);
      const rows = notes.map(note => ({
        process_id: 'parco',
        id: randomUUID(),
        reference,
        comment_id: null,
        official: 'Ufficio 1',
        action: 'answered',
        reason: 'accepted',
        note,
        at: new Date('2026-11-26T10:00:00Z'),
      }));
      await place.city.database.db.insertInto('moderation').values(rows).execute();
      const first = await look('/staff/parco/log?lang=it');
      const older = /href="(\/staff\/parco\/log[^"]*before=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const both = first + (await look(older));
      assert.deepEqual([...new Set(both.match(/Nota \d{3}/g))].sort(), notes);
    });

    it('shows what people wrote as text', async () => {
      const reference = await observe('<img src=x onerror=alert(1)>', { ...people.resident, nickname: '<b>x</b>' });
      const html = await look(`/staff/parco/decide?reference=${reference}&lang=ar`);
      assert.doesNotMatch(html, /<img|<b>x/);
      assert.match(html, /dir="rtl"/);
    });
  });
}
