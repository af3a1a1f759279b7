import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sweepFiles } from '../src/attachments/let-go.js';
import { eraseEverythingOf } from '../src/privacy/erasure.js';
import { exportOf } from '../src/privacy/export.js';
import { eraseWhatIsOver } from '../src/privacy/retention.js';
import { commitmentOf } from '../src/participation/commitment.js';
import { publishResponses } from '../src/responses/publish-responses.js';
import { readResponses } from '../src/responses/read-responses.js';
import { responseWords } from '../src/responses/response-words.js';
import { everyValue } from './support/every-value.js';
import { observed, whileOpen } from './support/observed.js';
import { people } from './support/people.js';
import { jpeg } from './support/pictures.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

/** Words that only this person wrote, so that each of them can be looked for. */
const words = ['libellula', 'pergolato', 'selciato', 'gelsomino', 'corbezzolo', 'tamerice', 'ranuncolo'];

interface Exported {
  processes: {
    contributions: { kind: string; reference: string; content: object; log?: { commitment: string; salt: string } }[];
    likes?: string[];
    reports?: { reference: string; note?: string }[];
    files?: { name: string }[];
  }[];
}

for (const engine of engines) {
  describe(`what one person gave around observations, on ${engine}`, () => {
    let place: TestCity;
    let time = whileOpen();
    let answered: string;
    let open: string;
    let theirs: string;
    let cookie: string;
    let other: string;
    const person = people.resident;
    const db = () => place.city.database.db;

    const write = async <Answer>(who: string, path: string, payload: object | Buffer): Promise<Answer> => {
      const answer = await place.ask({ method: 'POST', url: `/api/v1/${path}`, headers: place.writing(who), payload });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<Answer>();
    };
    const observe = async (who: string, rest: object): Promise<string> => {
      const subject = { process: 'parco', document: 'piano-parco', version: 2, passage: 'art-1' };
      const draft = { subject, kind: 'remark', lang: 'it', ...rest };
      return (await write<{ reference: string }>(who, 'observations', draft)).reference;
    };
    const attach = async (name: string): Promise<string> =>
      (await write<{ id: string }>(cookie, `attachments?process=parco&name=${name}`, jpeg())).id;
    const comment = async (who: string, text: string, parent?: string): Promise<string> => {
      const draft = { text, lang: 'it', alignment: 'for', ...(parent !== undefined && { parent }) };
      return (await write<{ id: string }>(who, `observations/${theirs}/comments`, draft)).id;
    };

    before(async () => {
      place = await testCity(engine, { content: observed, now: () => time, environment: { WRITES_PER_MINUTE: '1000' } });
      [cookie, other] = [await place.signIn(person), await place.signIn(people.otherResident)];
      const attachments = [await attach('corbezzolo.jpg')];
      answered = await observe(cookie, { title: 'Una libellula', text: 'Sotto il pergolato.', attachments });
      open = await observe(cookie, { text: 'Il selciato.', place: { text: 'Viale gelsomino' } });
      theirs = await observe(other, { text: 'Di un’altra persona.' });
      const first = await comment(cookie, 'Con una tamerice.');
      await comment(other, 'Rispondo.', first);
      await comment(cookie, 'Senza risposta: tamerice.');
      await write(cookie, `observations/${theirs}/like`, { liked: true });
      await write(cookie, `observations/${theirs}/reports`, { reason: 'offensive', note: 'ranuncolo' });
      await attach('tamerice.jpg');
      const { responses } = readResponses(`reference,outcome,text\n${answered},accepted,Motivata.\n`, 'csv', {
        file: 'r.csv',
        lang: 'it',
      });
      await publishResponses(place.city, responses, { official: 'Anna', t: responseWords('it') });
    });
    after(() => place.close());

    it('comes as a file, with what opens the entries of the log', async () => {
      const data = (await exportOf(place.city, person, 'it')) as Exported;
      const [mine] = data.processes;
      assert.deepEqual(
        mine?.contributions.map(({ kind, reference }) => `${kind} ${reference}`),
        [`observation ${answered}`, `observation ${open}`, `comment ${theirs}`, `comment ${theirs}`],
      );
      for (const { log, content } of mine.contributions.slice(0, 2)) {
        assert.equal(commitmentOf(content, Buffer.from(log?.salt ?? '', 'base64')).toString('base64'), log?.commitment);
      }
      assert.deepEqual(mine.likes, [theirs]);
      assert.deepEqual(
        mine.reports?.map(({ note }) => note),
        ['ranuncolo'],
      );
      assert.deepEqual(
        mine.files?.map(({ name }) => name),
        ['tamerice.jpg'],
      );
      for (const word of words) assert.ok(JSON.stringify(data).includes(word) || word === 'corbezzolo', word);
    });

    it('stands on the person’s own page', async () => {
      const { body } = await place.ask({ url: '/you?lang=it', headers: { cookie } });
      for (const shown of [answered, open, 'Una libellula', `Sostieni: ${theirs}`, `Hai segnalato: ${theirs}`, 'tamerice.jpg']) {
        assert.ok(body.includes(shown), shown);
      }
    });

    it('is erased with every word; number, passage and answer stay', async () => {
      const { contributions } = await eraseEverythingOf(place.city, person);
      assert.equal(contributions, 4);
      const values = await everyValue(db());
      for (const [table, text] of values) {
        for (const word of [...words, person.nickname]) assert.ok(!text.includes(word), `'${word}' is still in ${table}`);
      }
      const whole = async (reference: string) =>
        (await place.ask(`/api/v1/observations/${reference}`)).json<{
          subject: object;
          author?: string;
          text: { text: string };
          state: { value: string };
          responses: unknown[];
          attachments: unknown[];
          history: { event: { value: string }; note?: { text: string } }[];
          likes: number;
          comments: number;
        }>();
      const [one, two, three] = [await whole(answered), await whole(open), await whole(theirs)];
      assert.deepEqual(one.subject, { process: 'parco', document: 'piano-parco', version: 2, passage: 'art-1' });
      assert.deepEqual([one.author, one.text.text, one.attachments], [undefined, '', []]);
      assert.deepEqual([one.state.value, one.responses.length], ['answered', 1]);
      assert.deepEqual(
        one.history.flatMap(({ event, note }) => (note ? [`${event.value}: ${note.text}`] : [])),
        ['redacted: Chi l’ha scritta ha cancellato i propri dati.'],
      );
      assert.equal(two.state.value, 'withdrawn');
      assert.deepEqual([three.likes, three.comments], [0, 2]);
      const { items } = (await place.ask(`/api/v1/observations/${theirs}/comments`)).json<{
        items: { text: { text: string }; author?: string }[];
      }>();
      assert.deepEqual(
        items.map(({ text, author }) => `${text.text}|${author ?? ''}`).sort((one, other) => one.length - other.length),
        ['|', `Rispondo.|${people.otherResident.nickname}`],
      );
    });

    it('can no longer be found by who searches, nor shown from the log', async () => {
      const found = (await place.ask('/api/v1/observations?process=parco&text=pergolato')).json<{ total: number }>();
      assert.equal(found.total, 0);
      const rows = await db().selectFrom('observation').select(['reference', 'salt', 'content']).orderBy('number').execute();
      assert.deepEqual(
        rows.map(({ salt, content }) => salt === null && content === null),
        [true, true, false],
      );
    });

    it('goes from the store with the next sweep', async () => {
      assert.equal(await sweepFiles(place.city), 2);
      assert.deepEqual(await db().selectFrom('attachment').selectAll().execute(), []);
    });

    it('goes altogether when the time of the process is over, but for what says nothing', async () => {
      time = new Date('2027-06-30T00:00:00Z');
      const [erased] = await eraseWhatIsOver(place.city);
      assert.deepEqual([erased?.observations, erased?.comments], [3, 2]);
      const values = await everyValue(db());
      for (const table of [
        'observation',
        'observation_event',
        'response',
        'observation_like',
        'comment',
        'report',
        'moderation',
      ]) {
        assert.equal(values.get(table), '[]', table);
      }
      assert.notEqual(values.get('log_node'), '[]');
      assert.deepEqual(await db().selectFrom('reference_counter').select('last').execute(), [{ last: 3 }]);
    });
  });
}
