import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkReceipt } from '../../src/model/log/check-receipt.js';
import type { LogDescription } from '../../src/model/log/log-description.js';
import { isConsistent, type SeenTree } from '../../src/model/log/consistency.js';
import { rootOfLeaves } from '../../src/model/log/frontier.js';
import type { SignedTreeHead } from '../../src/model/log/tree-head.js';
import { openLog } from '../../src/model/log/open-log.js';
import type { Observation, ObservationPage, ObservationSummary, OwnObservations } from '../../src/model/observation.js';
import type { ObservationReceipt } from '../../src/model/observation-draft.js';
import { firstArticle, observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const now = new Date('2026-11-25T10:00:00Z');

const onArticle = { process: 'parco', document: 'piano', version: 2, passage: 'art-1' };

const draft = (more: object = {}) => ({
  subject: onArticle,
  kind: 'remark',
  title: 'Autobus di notte',
  text: 'Servono autobus anche di notte, per chi lavora negli ospedali.',
  theme: 'mobilita',
  lang: 'it',
  ...more,
});

for (const engine of engines) {
  describe(`observations, on ${engine}`, () => {
    let place: TestCity;
    let resident: string;
    let other: string;
    before(async () => {
      place = await testCity(engine, {
        content: observedContent,
        now: () => now,
        environment: { WRITES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000' },
      });
      resident = await place.signIn(people.resident);
      other = await place.signIn(people.otherResident);
    });
    after(() => place.close());

    const post = (path: string, payload: object, cookie?: string, key?: string) =>
      place.ask({ method: 'POST', url: `/api/v1/observations${path}`, payload, headers: place.writing(cookie, key) });
    const read = async <Answer>(path: string, cookie?: string): Promise<Answer> => {
      const answer = await place.ask({ url: `/api/v1/${path}`, headers: cookie === undefined ? {} : { cookie } });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<Answer>();
    };
    const send = async (payload: object = draft(), cookie: string | undefined = resident): Promise<ObservationReceipt> => {
      const answer = await post('', payload, cookie);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<ObservationReceipt>();
    };
    const refused = (answer: { statusCode: number; body: string; json: () => unknown }, problem: string) => {
      assert.ok((answer.json() as { type: string }).type.endsWith(`/problems/${problem}`), answer.body);
      return answer.json() as { errors?: { pointer: string }[] };
    };

    it('gives a number, says what happens next, and keeps what was written', async () => {
      const receipt = await send();
      assert.match(receipt.reference, /^PAR-2026-\d{6}$/);
      assert.equal(receipt.at, now.toISOString());
      assert.equal(receipt.next?.text, 'L’ufficio la esamina.');
      assert.equal(receipt.by, '2027-03-01');
      const observation = await read<Observation>(`observations/${receipt.reference}`);
      assert.equal(observation.text.text, draft().text);
      assert.equal(observation.title?.text, 'Autobus di notte');
      assert.equal(observation.passageName?.text, 'Art. 1 – Autobus e scuole');
      assert.equal(observation.author, people.resident.nickname);
      assert.deepEqual(
        observation.history.map(({ event }) => event.value),
        ['received'],
      );
      assert.equal(observation.theme?.label.text, 'Mobilità');
    });

    it('proves that it was received: the receipt holds against the log, and a changed text does not', async () => {
      const { content, proof } = await send();
      const { origin, keys } = await read<LogDescription>('logs/parco');
      const log = await openLog({ origin, keys });
      assert.equal((await checkReceipt(content, proof, log)).type, 'included');
      assert.equal((await checkReceipt({ ...content, text: 'Altro.' }, proof, log)).type, 'not-included');
    });

    it('says of nobody in the log who wrote', async () => {
      const { content } = await send();
      assert.ok(!JSON.stringify(content).includes(people.resident.nickname));
    });

    it('takes the same submission once, however often it comes', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => post('', draft(), resident, 'the-same-key')));
      const references = answers.map(answer => answer.json<ObservationReceipt>().reference);
      assert.equal(new Set(references).size, 1);
      const { observations } = await read<OwnObservations>('observations/own?process=parco', resident);
      assert.equal(observations.filter(({ reference }) => reference === references[0]).length, 1);
    });

    it('gives a retry its first answer, also when one may take part no more', async () => {
      const first = (await post('', draft(), resident, 'answer-was-lost')).json<ObservationReceipt>();
      const moved = await place.signIn({ ...people.resident, person: { ...people.resident.person, ties: [] } });
      assert.deepEqual((await post('', draft(), moved, 'answer-was-lost')).json(), first);
      refused(await post('', draft(), moved, 'another-key-now'), 'not-entitled');
    });

    it('numbers without gaps, also when many come at once and some of them are refused', async () => {
      const before = Number((await send()).reference.slice(-6));
      const answers = await Promise.all(
        Array.from({ length: 250 }, (_, at) => post('', draft(at % 5 === 0 ? { text: ' ' } : {}), at % 2 ? resident : other)),
      );
      const numbers = answers
        .filter(({ statusCode }) => statusCode === 200)
        .map(answer => Number(answer.json<ObservationReceipt>().reference.slice(-6)))
        .sort((one, two) => one - two);
      assert.deepEqual(
        numbers,
        Array.from({ length: 200 }, (_, at) => before + 1 + at),
      );
    });

    it('lets a log only grow', async () => {
      const { head } = await read<LogDescription>('logs/parco');
      await send();
      const { head: later } = await read<LogDescription>('logs/parco');
      assert.equal(later.size, head.size + 1);
      const { from, to, path } = await read<{ from: SignedTreeHead; to: SignedTreeHead; path: string[] }>(
        `logs/parco/consistency?from=${String(head.size)}&to=${String(later.size)}`,
      );
      const seen = ({ size, root }: SignedTreeHead): SeenTree => ({ size, root: Buffer.from(root, 'base64') });
      const steps = path.map(hash => Buffer.from(hash, 'base64'));
      assert.deepEqual([from.root, to.root], [head.root, later.root]);
      assert.equal(await isConsistent(seen(head), seen(later), steps), true);
      assert.equal(await isConsistent({ ...seen(head), root: seen(later).root }, seen(later), steps), false);
      const { leaves } = await read<{ leaves: string[] }>('logs/parco/leaves?limit=1000');
      const hashes = leaves.map(leaf => Buffer.from(leaf, 'base64'));
      assert.equal(Buffer.from(await rootOfLeaves(hashes)).toString('base64'), later.root);
    });

    describe('what it takes', () => {
      for (const [what, more, pointer] of [
        ['nothing at all', { text: '' }, '/text'],
        ['nothing that can be seen', { text: '\u200b\u202e \n\t' }, '/text'],
        ['too much', { text: 'a'.repeat(6000) }, '/text'],
        ['a kind that the process has not', { kind: 'petition' }, '/kind'],
        ['a hub that the process does not name', { place: { text: 'Lì', hub: 'luna' } }, '/place/hub'],
        ['a theme that the process has not', { theme: 'spazio' }, '/theme'],
        ['an amendment without a wording', { kind: 'amendment' }, '/wording'],
        [
          'an amendment that changes nothing',
          { kind: 'amendment', wording: { before: firstArticle, after: firstArticle } },
          '/wording/after',
        ],
        ['a passage that takes none', { subject: { ...onArticle, passage: 'parte-1' } }, '/subject/passage'],
        ['an attachment that is not there', { attachments: ['nowhere'] }, '/attachments/0'],
      ] as const) {
        it(`is not ${what}`, async () => {
          const { errors } = refused(await post('', draft(more), resident), 'invalid-fields');
          assert.deepEqual(
            errors?.map(error => error.pointer),
            [pointer],
          );
        });
      }

      it('is not a text of 100,000 signs, and the answer is one', async () => {
        const answer = await post('', draft({ text: 'parola '.repeat(15_000) }), resident);
        refused(answer, 'invalid-fields');
      });

      for (const [what, more] of [
        ['a passage that is gone', { subject: { ...onArticle, passage: 'art-9' } }],
        ['a version that never was', { subject: { ...onArticle, version: 7 } }],
        [
          'words that stand there no more',
          { subject: { ...onArticle, quote: { exact: 'I tram volano sopra i tetti della città.' } } },
        ],
        [
          'another wording than that of today',
          { kind: 'amendment', wording: { before: 'Gli autobus sono puliti.', after: 'x' } },
        ],
      ] as const) {
        it(`is not about ${what}: that the text has changed is said`, async () => {
          refused(await post('', draft(more), resident), 'text-changed');
        });
      }

      it('are words of a passage, and another wording for them', async () => {
        const exact = 'Gli autobus sono elettrici entro il 2030.';
        const { reference } = await send(
          draft({
            kind: 'amendment',
            text: '',
            subject: { ...onArticle, quote: { exact, prefix: '', suffix: ' Le strade' } },
            wording: { before: exact, after: 'Gli autobus sono elettrici entro il 2028.' },
          }),
        );
        const { wording, subject, excerpt } = await read<Observation>(`observations/${reference}`);
        assert.equal(wording?.after, 'Gli autobus sono elettrici entro il 2028.');
        assert.equal(subject.quote?.exact, exact);
        assert.match(excerpt.text, /2028/);
      });

      it('is kept as it reads: without what hides or turns, and markup is text', async () => {
        const { reference } = await send(
          draft({ text: '<script>alert(1)</script> \u202egnirts\u202c\u200b & basta\r\n\r\n\r\n\r\nfine' }),
        );
        const { text } = await read<Observation>(`observations/${reference}`);
        assert.equal(text.text, '<script>alert(1)</script> gnirts & basta\n\nfine');
      });
    });

    describe('who may', () => {
      it('nobody who is not signed in', async () => {
        refused(await post('', draft()), 'sign-in-first');
      });
      for (const who of ['child', 'stranger', 'waiting'] as const) {
        it(`not the ${who}`, async () => {
          refused(await post('', draft(), await place.signIn(people[who])), 'not-entitled');
        });
      }
      it('nobody once they are gathered no longer', async () => {
        refused(
          await post('', draft({ subject: { process: 'scuola' }, theme: undefined, title: undefined }), resident),
          'not-asked',
        );
      });
      it('everybody where the process asks for no sign-in', async () => {
        const { reference } = await send(
          { subject: { process: 'piazza' }, kind: 'proposal', text: 'Una fontana.', lang: 'it' },
          '',
        );
        const { author } = await read<Observation>(`observations/${reference}`);
        assert.equal(author, undefined);
      });
      it('an official for somebody else, whose name stands nowhere', async () => {
        const official = await place.signIn({ ...people.otherResident, roles: ['official'] });
        const onBehalf = { source: 'paper', place: 'Sportello di via Roma', on: '2026-11-20' };
        const { reference } = await send(draft({ onBehalf }), official);
        const { source, author } = await read<Observation>(`observations/${reference}`);
        assert.equal(source.value, 'paper');
        assert.equal(author, undefined);
        refused(await post('', draft({ onBehalf }), resident), 'not-entitled');
        refused(await post('', draft({ onBehalf: { ...onBehalf, on: '2026-11-26' } }), official), 'invalid-fields');
      });
      it('an official also later, for what was handed in in time', async () => {
        const official = await place.signIn({ ...people.otherResident, roles: ['official'] });
        const late = { subject: { process: 'scuola' }, kind: 'remark', text: 'Un cortile senza auto.', lang: 'it' };
        await send({ ...late, onBehalf: { source: 'paper', place: 'Scuola', on: '2026-11-20' } }, official);
      });
    });

    describe('what its author can still do', () => {
      it('is to write it anew: the old text is gone, and the new one has a proof of its own', async () => {
        const { reference } = await send();
        const edited = await post(`/${reference}/edit`, draft({ text: 'Meglio ancora: ogni ora.' }), resident);
        assert.equal(edited.statusCode, 200, edited.body);
        const { text, history } = await read<Observation>(`observations/${reference}`);
        assert.equal(text.text, 'Meglio ancora: ogni ora.');
        assert.deepEqual(history.map(({ event }) => event.value).sort(), ['edited', 'received']);
        const { origin, keys } = await read<LogDescription>('logs/parco');
        const { content, proof } = edited.json<ObservationReceipt>();
        const log = await openLog({ origin, keys });
        assert.equal((await checkReceipt(content, proof, log)).type, 'included');
      });
      it('is to take it back: the number stays and the text does not', async () => {
        const { reference } = await send();
        assert.equal((await post(`/${reference}/withdrawal`, {}, resident)).statusCode, 200);
        const observation = await read<Observation>(`observations/${reference}`);
        assert.equal(observation.state.value, 'withdrawn');
        assert.equal(observation.text.text, '');
        refused(await post(`/${reference}/edit`, draft(), resident), 'not-asked');
      });
      it('nobody else can do', async () => {
        const { reference } = await send();
        refused(await post(`/${reference}/edit`, draft(), other), 'not-found');
        refused(await post(`/${reference}/withdrawal`, {}, other), 'not-found');
      });
    });

    describe('reactions', () => {
      it('count a like once, however many windows say so, and take it back', async () => {
        const { reference } = await send();
        await Promise.all([1, 2, 3].map(() => post(`/${reference}/like`, { liked: true }, other)));
        assert.equal((await read<Observation>(`observations/${reference}`)).likes, 1);
        assert.deepEqual((await read<OwnObservations>('observations/own?process=parco', other)).liked, [reference]);
        await post(`/${reference}/like`, { liked: false }, other);
        assert.equal((await read<Observation>(`observations/${reference}`)).likes, 0);
      });
      it('have two levels and no third', async () => {
        const { reference } = await send();
        const comment = async (text: string, parent?: string) =>
          post(`/${reference}/comments`, { text, alignment: 'for', lang: 'it', ...(parent !== undefined && { parent }) }, other);
        const first = (await comment('Sono d’accordo.')).json<{ id: string }>();
        const second = (await comment('Anch’io.', first.id)).json<{ id: string }>();
        refused(await comment('E io.', second.id), 'invalid-fields');
        refused(await comment('Altrove.', 'x'), 'invalid-fields');
        const { items } = await read<{ items: { id: string; parent?: string; author: string }[] }>(
          `observations/${reference}/comments`,
        );
        assert.deepEqual(
          items.map(({ id, parent }) => [id, parent]).sort(),
          [
            [first.id, undefined],
            [second.id, first.id],
          ].sort(),
        );
        assert.equal((await read<Observation>(`observations/${reference}`)).comments, 2);
      });
      it('are pages, each comment once', async () => {
        const { reference } = await send();
        for (let at = 0; at < 7; at += 1) await post(`/${reference}/comments`, { text: `N. ${String(at)}`, lang: 'it' }, other);
        const seen: string[] = [];
        let cursor = '';
        do {
          const page = await read<{ items: { text: { text: string } }[]; next?: string }>(
            `observations/${reference}/comments?limit=3${cursor}`,
          );
          seen.push(...page.items.map(({ text }) => text.text));
          cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
        } while (cursor !== '');
        assert.equal(new Set(seen).size, 7);
        assert.equal(seen.length, 7);
      });
      it('are reported by anybody', async () => {
        const { reference } = await send();
        assert.equal((await post(`/${reference}/reports`, { reason: 'offensive' })).statusCode, 200);
        const rows = await place.city.database.db.selectFrom('report').selectAll().where('reference', '=', reference).execute();
        assert.equal(rows.length, 1);
      });
    });

    it('never shows what was hidden, in no answer', async () => {
      const secret = 'abracadabra';
      const { reference } = await send(draft({ title: secret, text: `${secret} e altro` }));
      await place.city.database.db
        .updateTable('observation')
        .set({ hidden: JSON.stringify({ reason: 'offensive', at: now.toISOString() }) })
        .where('reference', '=', reference)
        .execute();
      for (const path of [
        `observations?process=parco&limit=100`,
        `observations/${reference}`,
        `observations?process=parco&text=${secret}`,
        'observations/own?process=parco',
      ]) {
        const answer = await place.ask({ url: `/api/v1/${path}`, headers: { cookie: resident } });
        assert.equal(answer.statusCode, 200);
        assert.ok(!answer.body.replaceAll(`text=${secret}`, '').includes(secret), path);
      }
      const found = await read<ObservationPage>(`observations?process=parco&text=${reference}`);
      assert.equal(found.items[0]?.hidden?.reason.value, 'offensive');
    });

    describe('lists', () => {
      it('find words in other forms of theirs, and numbers', async () => {
        const { reference } = await send(draft({ title: 'Alberi', text: 'Piantiamo un albero in ogni piazza.' }));
        for (const words of ['alberi', 'piazze', reference, reference.toLowerCase().replace('-000', ' ')]) {
          const { items } = await read<ObservationPage>(`observations?process=parco&text=${encodeURIComponent(words)}`);
          assert.ok(
            items.some(item => item.reference === reference),
            words,
          );
        }
        const { total } = await read<ObservationPage>('observations?process=parco&text=xilofono');
        assert.equal(total, 0);
      });

      it('find words as the language of the process forms them', async () => {
        const english = { subject: { process: 'piazza' }, kind: 'remark', text: 'Planting trees cools the squares.', lang: 'en' };
        const { reference } = (await post('', english)).json<ObservationReceipt>();
        for (const words of ['planted tree', 'square', 'cooling']) {
          const { items } = await read<ObservationPage>(`observations?process=piazza&text=${encodeURIComponent(words)}`);
          assert.ok(
            items.some(item => item.reference === reference),
            words,
          );
        }
      });

      it('go through all, each once, in each order', async () => {
        for (const sort of ['newest', 'oldest', 'most-liked', 'most-commented', 'passage', 'relevance']) {
          const seen: string[] = [];
          let cursor = '';
          let total: number;
          do {
            const page = await read<ObservationPage>(`observations?process=parco&sort=${sort}&limit=17${cursor}`);
            seen.push(...page.items.map(({ reference }) => reference));
            total = page.total;
            cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
          } while (cursor !== '');
          assert.equal(seen.length, total, sort);
          assert.equal(new Set(seen).size, total, sort);
        }
      });
      it('are narrowed down', async () => {
        await send(draft({ subject: { ...onArticle, passage: 'art-2' }, kind: 'proposal', theme: 'verde' }));
        for (const filter of ['passage=art-2', 'document=piano&passage=art-2', 'theme=verde', 'kind=proposal&document=piano']) {
          const { items } = await read<ObservationPage>(`observations?process=parco&${filter}`);
          assert.equal(items[0]?.subject.passage, 'art-2', filter);
        }
      });
      it('come with a summary that agrees with them', async () => {
        const { total } = await read<ObservationPage>('observations?process=parco&document=piano');
        const summary = await read<ObservationSummary>('observations/summary?process=parco&document=piano');
        assert.equal(summary.total, total);
        for (const counts of [summary.states, summary.kinds, summary.sources, summary.passages]) {
          assert.equal(
            counts.reduce((sum, { count }) => sum + count, 0),
            total,
          );
        }
        const document = await read<{ contents: { id: string; observations: number }[] }>('documents/piano');
        const counted = document.contents.find(({ id }) => id === 'art-2')?.observations;
        assert.equal(counted, summary.passages.find(({ passage }) => passage === 'art-2')?.count);
      });
      it('say what is like what somebody is writing', async () => {
        const { reference } = await send(
          draft({ title: 'Piste ciclabili', text: 'Una pista ciclabile protetta lungo il naviglio.' }),
        );
        const answer = await post('/similar', { subject: onArticle, text: 'Vorrei piste ciclabili protette sul naviglio' });
        const { items } = answer.json<{ items: { reference: string }[] }>();
        assert.equal(items[0]?.reference, reference);
        const none = await post('/similar', { subject: onArticle, text: 'xilofoni quadrati' });
        assert.deepEqual(none.json<{ items: object[] }>().items, []);
      });
    });
  });
}
