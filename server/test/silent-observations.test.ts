import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Observation } from '../../src/model/observation.js';
import { hide, restore } from '../src/moderation/decide.js';
import { redact } from '../src/moderation/redact.js';
import { eraseEverythingOf } from '../src/privacy/erasure.js';
import { everyValue } from './support/every-value.js';
import { firstArticle, observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { jpeg } from './support/pictures.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const subject = { process: 'parco', document: 'piano', version: 2, passage: 'art-1' };

/** Everything that everybody may read of an observation, at one moment. */
const everywhere = (reference: string): string[] => [
  `/api/v1/observations/${reference}`,
  `/api/v1/observations/${reference}/comments`,
  '/api/v1/observations?process=parco',
  '/api/v1/observations?process=parco&text=pergolato',
  '/api/v1/observations?process=parco&document=piano&passage=art-1&sort=passage',
  '/data/observations/parco.json',
  '/data/observations/parco.csv',
  '/processes/parco/observations.xml',
  '/embed/observation-list/parco?lang=it',
  `/embed/observation-list/parco?lang=it&reference=${reference}`,
  '/embed/observation-list/parco?lang=it&text=pergolato',
  `/embed/follow/parco?lang=it&reference=${reference}`,
];

for (const engine of engines) {
  describe(`what was hidden or taken back, on ${engine}`, () => {
    let place: TestCity;
    let [mine, other] = ['', ''];
    before(async () => {
      place = await testCity(engine, {
        content: observedContent,
        // It stands still, so that nothing is forgotten for being old.
        now: () => new Date('2026-11-25T10:00:00Z'),
        environment: { WRITES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000' },
      });
      [mine, other] = [await place.signIn(people.resident), await place.signIn(people.otherResident)];
    });
    after(() => place.close());

    const write = (path: string, payload: object | Buffer, who?: string, key?: string) =>
      place.ask({ method: 'POST', url: `/api/v1/${path}`, payload, headers: place.writing(who, key) });
    const observe = async (rest: object = {}, who = mine): Promise<string> => {
      const answer = await write('observations', { subject, kind: 'remark', text: 'Un pergolato.', lang: 'it', ...rest }, who);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<{ reference: string }>().reference;
    };
    const read = async (reference: string): Promise<Observation> =>
      (await place.ask(`/api/v1/observations/${reference}`)).json<Observation>();
    const hideIt = (reference: string, note = 'Perché no.') =>
      hide(place.city, { process: 'parco', reference }, { official: 'Anna', reason: 'offensive', note });

    const silenced: readonly [how: string, silence: (reference: string) => Promise<unknown>][] = [
      ['taken back', reference => write(`observations/${reference}/withdrawal`, {}, mine)],
      [
        'hidden',
        async reference => {
          await hideIt(reference);
          // As the desk says it.
          place.city.news.changed();
        },
      ],
    ];
    for (const [how, silence] of silenced) {
      it(`stands nowhere any more in the moment in which it is ${how}, nor does who wrote it, and no cache may keep it`, async () => {
        const quote = { exact: firstArticle.slice(0, 20), prefix: '', suffix: 'dopo libellula' };
        const words = { title: 'La libellula', text: 'Sotto il pergolato.', place: { text: 'Via gelsomino' } };
        const reference = await observe({ ...words, subject: { ...subject, quote } });
        const before = await Promise.all(everywhere(reference).map(async url => (await place.ask(url)).body));
        assert.ok(before.filter(body => body.includes('ergolato')).length >= 9, 'it stood in most of them');
        await silence(reference);
        for (const url of everywhere(reference)) {
          const { statusCode, body, headers } = await place.ask(url);
          assert.equal(statusCode, 200, url);
          // What was searched for stands in the field again, and in links.
          const said = body.replaceAll(/text(=|%3D)pergolato|value="pergolato"/g, '');
          assert.doesNotMatch(said, /libellula|ergolato|gelsomino/, url);
          assert.doesNotMatch(String(headers['cache-control']), /stale-while-revalidate/, url);
          assert.ok(
            Number(/max-age=(\d+)/.exec(String(headers['cache-control']))?.[1]) <= (url.startsWith('/data') ? 60 : 5),
            url,
          );
        }
        assert.equal((await read(reference)).author, undefined);
        const similar = await write('observations/similar', { subject, text: 'Sotto il pergolato, la libellula' });
        assert.doesNotMatch(similar.body, new RegExp(reference));
      });
    }

    it('is decided once, also when two officials or two clicks decide at the same time', async () => {
      const reference = await observe();
      await Promise.all(['Prima.', 'Seconda.', 'Terza.'].map(note => hideIt(reference, note)));
      const { history, hidden } = await read(reference);
      const hidings = history.filter(({ event }) => event.value === 'hidden');
      assert.deepEqual(
        hidings.map(({ note }) => note?.text),
        [hidden?.note?.text],
      );
      const back = () => restore(place.city, { process: 'parco', reference }, { official: 'Anna', note: 'Va bene.' });
      await Promise.all([back(), back()]);
      place.city.news.changed();
      const after = await read(reference);
      assert.equal(after.text.text, 'Un pergolato.');
      assert.equal(after.history.filter(({ event }) => event.value === 'restored').length, 1);
    });

    it('takes no like and no comment that comes in the same moment and after it', async () => {
      const reference = await observe();
      const comment = { text: 'Sì.', lang: 'it' };
      const answers = await Promise.all([
        write(`observations/${reference}/withdrawal`, {}, mine),
        write(`observations/${reference}/like`, { liked: true }, other),
        write(`observations/${reference}/comments`, comment, other),
      ]);
      for (const { statusCode, body } of answers) assert.ok(statusCode === 200 || body.includes('not-asked'), body);
      const { likes, comments } = await read(reference);
      assert.deepEqual([likes, comments], [Number(answers[1].statusCode === 200), Number(answers[2].statusCode === 200)]);
      for (const [path, payload] of [['like', { liked: true }] as const, ['comments', comment] as const]) {
        assert.match((await write(`observations/${reference}/${path}`, payload, other)).body, /not-asked/, path);
      }
    });

    it('leaves no word that was taken out, in any table', async () => {
      const quote = { exact: firstArticle.slice(0, 20), prefix: '', suffix: 'corbezzolo' };
      const file = await write('attachments?process=parco&name=foto-corbezzolo.jpg', jpeg(), mine);
      const attachments = [file.json<{ id: string }>().id];
      const draft = { subject: { ...subject, quote }, kind: 'remark', text: 'Di corbezzolo, 333.', lang: 'it', attachments };
      const answer = await write('observations', draft, mine, 'redacted-later');
      const { reference } = answer.json<{ reference: string }>();
      const said = await write(`observations/${reference}/comments`, { text: 'Lo dice corbezzolo.', lang: 'it' }, other);
      const comment = said.json<{ id: string }>().id;
      const means = { official: 'Anna', words: ['corbezzolo'] };
      await redact(place.city, { process: 'parco', reference }, means);
      await redact(place.city, { process: 'parco', reference, comment }, means);
      place.city.news.changed();
      for (const [table, text] of await everyValue(place.city.database.db)) {
        // The file of the upload has its first name in the answer that its sender alone gets again.
        if (table !== 'submission') assert.doesNotMatch(text, /corbezzolo/, table);
      }
      const again = await write('observations', draft, mine, 'redacted-later');
      assert.equal(again.json<{ reference: string }>().reference, reference);
      assert.doesNotMatch(again.body, /corbezzolo/);
      const [{ url } = { url: '' }] = (await read(reference)).attachments;
      assert.match(url, /omissis/);
      assert.equal((await place.ask(new URL(url).pathname)).statusCode, 200);
    });

    it('keeps nothing of who reported it without signing in', async () => {
      const reference = await observe();
      const reported = await write(`observations/${reference}/reports`, { reason: 'offensive' });
      assert.equal(reported.statusCode, 200, reported.body);
      const row = await place.city.database.db
        .selectFrom('report')
        .select('reporter')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow();
      assert.equal(row.reporter.length, 0);
    });

    it('gives who likes and comments the first answer again, also when they may take part no more', async () => {
      const reference = await observe();
      const comment = { text: 'Sono d’accordo.', lang: 'it' };
      const first = await write(`observations/${reference}/comments`, comment, other, 'comment-was-lost');
      const liked = await write(`observations/${reference}/like`, { liked: true }, other, 'like-was-lost');
      const { person } = people.otherResident;
      const moved = await place.signIn({ ...people.otherResident, person: { ...person, ties: [] } });
      const again = await write(`observations/${reference}/comments`, comment, moved, 'comment-was-lost');
      assert.deepEqual(again.json(), first.json());
      const likedAgain = await write(`observations/${reference}/like`, { liked: true }, moved, 'like-was-lost');
      assert.deepEqual(likedAgain.json(), liked.json());
      assert.match((await write(`observations/${reference}/comments`, comment, moved)).body, /not-entitled/);
      assert.match((await write(`observations/${reference}/like`, { liked: false }, moved)).body, /not-entitled/);
    });

    it('tells nobody what another person sent with the same key, where nobody signs in', async () => {
      const draft = { subject: { process: 'piazza' }, kind: 'remark', text: 'Una tamerice.', lang: 'it' };
      const first = await write('observations', draft, undefined, 'the-same-key');
      assert.equal(first.statusCode, 200, first.body);
      const theirs = await write('observations', { ...draft, text: 'Altro.' }, undefined, 'the-same-key');
      assert.equal(theirs.statusCode, 409, theirs.body);
      assert.match(theirs.body, /idempotency-key-reused/);
      assert.doesNotMatch(theirs.body, /tamerice|PIA-2026/);
    });

    it('is erased for two who like and comment each other’s, in the same moment', async () => {
      const both = ['uno', 'due'].map(name => ({
        ...people.resident,
        identity: `crossed-${name}`,
        nickname: `incrocio-${name}`,
      }));
      const cookies = await Promise.all(both.map(each => place.signIn(each)));
      const references = [];
      for (let turn = 0; turn < 6; turn += 1) references.push(await observe({}, cookies[turn % 2]));
      for (const cookie of cookies) {
        for (const reference of references.reverse()) {
          assert.equal((await write(`observations/${reference}/like`, { liked: true }, cookie)).statusCode, 200);
          await write(`observations/${reference}/comments`, { text: 'Sì.', lang: 'it' }, cookie);
        }
      }
      await Promise.all(both.map(each => eraseEverythingOf(place.city, each)));
      for (const reference of references) {
        const { likes, comments } = await read(reference);
        assert.deepEqual([likes, comments], [0, 0]);
      }
    });
  });
}
