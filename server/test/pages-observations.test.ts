import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Observation } from '../../src/model/observation.js';
import { firstArticle, observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { engines, origin, testCity, type TestCity } from './support/test-city.js';

for (const engine of engines) {
  describe(`observations without a script, on ${engine}`, () => {
    let place: TestCity;
    let time = new Date('2026-11-25T10:00:00Z');
    before(async () => {
      place = await testCity(engine, {
        content: observedContent,
        now: () => time,
        environment: { WRITES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000' },
      });
    });
    after(() => place.close());

    const form = '/embed/observation-form/parco?lang=it';
    const look = async (url: string, cookie?: string, status = 200): Promise<string> => {
      const answer = await place.ask({ url, headers: cookie === undefined ? {} : { cookie } });
      assert.equal(answer.statusCode, status, answer.body);
      return answer.body;
    };
    const post = (url: string, fields: Record<string, string>, cookie?: string) =>
      place.ask({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...(cookie !== undefined && { cookie }) },
      });
    const fieldOf = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const read = async (reference: string): Promise<Observation> =>
      (await place.ask(`/api/v1/observations/${reference}`)).json<Observation>();
    const typed = {
      document: 'piano',
      passage: 'art-1',
      kind: 'remark',
      title: 'Ombra',
      text: 'Più alberi,\r\nsubito.',
      theme: 'verde',
      hub: 'mulino',
    };

    /** From the filled-in form to the page where it is looked through. */
    const toCheck = async (fields: Record<string, string> = typed, cookie?: string): Promise<string> => {
      const answer = await post(form, fields, cookie);
      assert.equal(answer.statusCode, 303, answer.body);
      return String(answer.headers.location);
    };
    const sendFrom = async (check: string, cookie: string) => {
      const page = await look(check, cookie);
      return post(
        '/embed/observation-form/parco/send?lang=it',
        { token: fieldOf(page, 'token'), kept: fieldOf(page, 'kept') },
        cookie,
      );
    };

    it('are written, looked through, signed in for at the end, and sent', async () => {
      assert.match(await look(`${form}&document=piano&passage=art-1`), /Gli autobus sono elettrici/);
      const check = await toCheck();
      const page = await look(check);
      assert.match(page, /Più alberi,/);
      assert.match(page, /Art\. 1 – Autobus e scuole/);
      // Who is not signed in is led to do so, and comes back to the very same page.
      const signIn = /href="(\/api\/v1\/session\/sign-in[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.equal(new URL(signIn, origin).searchParams.get('return'), check);
      const cookie = await place.signIn(people.resident);
      const sent = await sendFrom(check, cookie);
      assert.equal(sent.statusCode, 200, sent.body);
      const reference = /PAR-2026-\d{6}/.exec(sent.body)?.[0] ?? '';
      const observation = await read(reference);
      assert.equal(observation.text.text, 'Più alberi,\nsubito.');
      // A hub is a place by its name, where no other words were written.
      assert.deepEqual(observation.place, { text: 'Il mulino', hub: 'mulino' });
      assert.equal(observation.author, people.resident.nickname);
      // A second click, or going back and sending again, is the same observation.
      assert.match((await sendFrom(check, cookie)).body, new RegExp(reference));
    });

    it('may propose another wording', async () => {
      const cookie = await place.signIn(people.resident);
      const after = firstArticle.replace('2030', '2027');
      const sent = await sendFrom(await toCheck({ ...typed, kind: 'amendment', text: '', after }, cookie), cookie);
      const reference = /PAR-2026-\d{6}/.exec(sent.body)?.[0] ?? '';
      assert.deepEqual((await read(reference)).wording, { before: firstArticle, after });
      assert.match(await look(`/embed/follow/parco?lang=it&reference=${reference}`), /<del>2030<\/del>\s*<ins>2027<\/ins>/);
    });

    it('keep what was typed when something is missing', async () => {
      const refused = await post(form, { ...typed, text: ' ' });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /value="Ombra"/);
      assert.match(refused.body, /Scrivi la tua osservazione/);
    });

    it('are not sent for somebody else than who looked them through', async () => {
      const check = await toCheck();
      const mine = await look(check, await place.signIn(people.resident));
      const other = await place.signIn(people.otherResident);
      const answer = await post(
        '/embed/observation-form/parco/send?lang=it',
        { token: fieldOf(mine, 'token'), kept: fieldOf(mine, 'kept') },
        other,
      );
      assert.doesNotMatch(answer.body, /PAR-2026-\d{6}/);
      assert.match(answer.body, new RegExp(people.otherResident.nickname));
    });

    it('say why when they are refused, and keep the text', async () => {
      const child = await place.signIn(people.child);
      const answer = await sendFrom(await toCheck(), child);
      assert.equal(answer.statusCode, 422);
      assert.match(answer.body, /Più alberi/);
      assert.match(answer.body, /Il tuo testo è ancora qui/);
    });

    it('wait for an hour, and no longer', async () => {
      const check = await toCheck();
      time = new Date('2026-11-25T11:30:00Z');
      await look(check, undefined, 404);
      time = new Date('2026-11-25T12:00:00Z');
    });

    it('are followed by their number, however it is typed, and say so when there is none', async () => {
      const cookie = await place.signIn(people.resident);
      const sent = await sendFrom(await toCheck(), cookie);
      const reference = /PAR-2026-\d{6}/.exec(sent.body)?.[0] ?? '';
      const loose = reference.toLowerCase().replace('-000', ' ').replace('-', ' ');
      assert.match(await look(`/embed/follow/parco?lang=it&reference=${encodeURIComponent(loose)}`), /aria-current="step"/);
      assert.match(await look('/embed/follow/parco?lang=it&reference=PAR-2026-999999'), /non c’è/);
      // A number of another process says nothing here.
      assert.match(await look(`/embed/follow/piazza?lang=it&reference=${reference}`), /non c’è/);
    });

    it('are listed, found and filtered, page by page', async () => {
      const cookie = await place.signIn(people.resident);
      for (let at = 0; at < 52; at += 1) {
        const payload = {
          subject: { process: 'parco', document: 'piano', version: 2, passage: 'art-2' },
          kind: 'proposal',
          text: `Panchina numero ${String(at)}.`,
          lang: 'it',
        };
        await place.ask({ method: 'POST', url: '/api/v1/observations', payload, headers: place.writing(cookie) });
      }
      time = new Date(time.getTime() + 60_000);
      const list = '/embed/observation-list/parco?lang=it';
      const page = await look(`${list}&kind=proposal`);
      assert.equal(page.match(/class="card"/g)?.length, 50);
      const next = /href="([^"]*cursor=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.equal((await look(next)).match(/class="card"/g)?.length, 2);
      assert.match(await look(`${list}&text=panchine`), /52 osservazioni trovate/);
      assert.match(await look(`${list}&text=xilofono`), /Nessuna osservazione corrisponde/);
      const one = /href="([^"]*reference=PAR[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.match(await look(one), /Panchina numero/);
    });

    it('show what people wrote as text', async () => {
      const cookie = await place.signIn(people.resident);
      const sent = await sendFrom(await toCheck({ ...typed, text: '"><script>alert(1)</script>' }), cookie);
      const reference = /PAR-2026-\d{6}/.exec(sent.body)?.[0] ?? '';
      for (const url of [
        `/embed/follow/parco?lang=it&reference=${reference}`,
        `/embed/observation-list/parco?lang=it&reference=${reference}`,
      ]) {
        assert.doesNotMatch(await look(url), /<script>alert/);
      }
    });
  });
}
