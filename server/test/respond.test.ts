import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { importObservations } from '../src/observations/import/import-observations.js';
import { readFiles } from '../src/observations/import/read-files.js';
import { previewResponses } from '../src/responses/plan-responses.js';
import { publishResponses, ResponsesRefused } from '../src/responses/publish-responses.js';
import { readResponses, type ResponseFormat } from '../src/responses/read-responses.js';
import { countsOf, type ResponsePlan } from '../src/responses/response-plan.js';
import { responseWords } from '../src/responses/response-words.js';
import { observed, whileOpen } from './support/observed.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const t = responseWords('en');

const problemsIn = (source: string, format: ResponseFormat = 'csv'): string[] =>
  readResponses(source, format, { file: 'r', lang: 'it', locale: 'en' }).problems.map(
    ({ line, column, message }) => `${String(line)}:${String(column)} ${message}`,
  );

describe('reading a file of responses', () => {
  it('reads a table as spreadsheets write it, with semicolons, lines in a field and a byte order mark', () => {
    const source =
      '\uFEFFReference;Outcome;Text;act_kind;act_number;act_date\r\nPAR-2026-000001;accepted;"Prima ""riga""\n\nseconda; fine";Determina;0187;2026-11-23\r\n';
    const { responses, problems } = readResponses(source, 'csv', { file: 'r.csv', lang: 'it' });
    assert.deepEqual(problems, []);
    assert.deepEqual(responses, [
      {
        reference: 'PAR-2026-000001',
        outcome: 'accepted',
        text: {
          lang: 'it',
          blocks: [
            { type: 'paragraph', children: ['Prima "riga"'] },
            { type: 'paragraph', children: ['seconda; fine'] },
          ],
        },
        act: { kind: { lang: 'it', text: 'Determina' }, number: '0187', date: '2026-11-23' },
        place: { file: 'r.csv', line: 2, column: 1 },
      },
    ]);
  });

  it('reads the same from YAML', () => {
    const source = `responses:
  - reference: par-2026-000001
    outcome: rejected
    text: |
      Perché no.
    act: { kind: Determina, number: 0187, date: 2026-11-23 }
  - reference: PAR-2026-000002
    outcome: accepted
    text: Sì.
    adoptedIn: { document: piano-parco, version: 2, passage: art-3 }
`;
    const { responses, problems } = readResponses(source, 'yaml', { file: 'r.yaml', lang: 'it' });
    assert.deepEqual(problems, []);
    assert.equal(responses[0]?.act?.number, '0187');
    assert.deepEqual(responses[1]?.adoptedIn, { document: 'piano-parco', version: 2, passage: 'art-3' });
    assert.deepEqual(responses[1].place, { file: 'r.yaml', line: 7, column: 16 });
  });

  it('says everything that is wrong, and where', () => {
    const source = `reference,outcome,text,act_kind,act_number,act_date,adopted_document,adopted_version
PAR-2026-000001,forse,"uno
due",,,,,
,accepted,Sì,,,,,
PAR-2026-000002,rejected,,,,,,
PAR-2026-000003,accepted,Sì,Determina,,2026-11-23,,
PAR-2026-000004,accepted,Sì,Determina,1,2026-02-30,,
PAR-2026-000005,rejected,No,,,,piano-parco,2
PAR-2026-000006,accepted,<b>Sì</b>,,,,,
PAR-2026-000007,accepted,Sì,,,,,
PAR-2026-000007,accepted,Sì,,,,,
`;
    assert.deepEqual(problemsIn(source), [
      "2:17 the outcome 'forse' is not known; known are accepted, partly-accepted, rejected, not-pertinent",
      '4:1 the number of the observation is missing',
      '5:26 the reasons are missing',
      '6:39 an act has a kind, a number and a date: one is missing',
      "7:41 '2026-02-30' is not a day such as 2026-11-23",
      '8:17 an observation that is not accepted does not go into the text',
      '9:26 in the reasons, line 1: HTML is not allowed; to show the sign < write \\<',
      "11:1 'PAR-2026-000007' has a response in line 10 already",
    ]);
  });

  it('says what is wrong with the table itself', () => {
    assert.match(problemsIn('reference,text\nA,b').join(), /1:1 the column 'outcome' is missing/);
    assert.match(problemsIn('reference,outcome,text,voto\n').join(), /1:24 the column 'voto' is not known/);
    assert.match(problemsIn('reference,outcome,text,text\n').join(), /1:24 the column 'text' is there twice/);
    assert.match(problemsIn('').join(), /the column 'reference' is missing/);
    assert.match(problemsIn('reference,outcome,text\n').join(), /there is no response in it/);
    assert.match(problemsIn('reference,outcome,text\nA,accepted,"never ends\n').join(), /is not a CSV file/);
    assert.match(problemsIn('responses: [', 'yaml').join(), /is not valid YAML/);
    assert.match(problemsIn('responses:\n  - outcome: accepted\n', 'yaml').join(), /2:5 'reference' is missing/);
  });
});

for (const engine of engines) {
  describe(`publishing responses, on ${engine}`, () => {
    let place: TestCity;
    let time: Date;
    beforeEach(async () => {
      time = whileOpen();
      place = await testCity(engine, { content: observed, now: () => time });
      const observations = ['uno', 'due', 'tre'].map(
        (text, index) => `  - { receivedAt: 2026-11-03T09:0${String(index)}:00Z, kind: remark, text: ${text} }\n`,
      );
      const gone = '  - { receivedAt: 2026-11-03T10:00:00Z, kind: remark, text: via, state: withdrawn }\n';
      const text = `process: parco\nobservations:\n${observations.join('')}${gone}`;
      await importObservations(place.city, readFiles([{ name: 'a.yaml', text }], 'it'));
    });
    afterEach(() => place.close());

    const entries = (source: string) => {
      const { responses, problems } = readResponses(source, 'csv', { file: 'r.csv', lang: 'it', locale: 'en' });
      assert.deepEqual(problems, []);
      return responses;
    };
    const publish = (source: string): Promise<ResponsePlan> =>
      publishResponses(place.city, entries(source), { official: 'Anna', t });
    const whole = async (reference: string) =>
      (await place.ask(`/api/v1/observations/${reference}`)).json<{
        state: { value: string };
        outcome?: { value: string };
        responses: { outcome: { value: string }; text: { blocks: { children: string[] }[] } }[];
        history: { event: { value: string } }[];
        adoptedIn?: object;
      }>();
    const head = 'reference,outcome,text,adopted_document,adopted_version,adopted_passage\n';

    it('answers, and says so in the history and to the officials', async () => {
      const plan = await publish(`${head}PAR-2026-000001,accepted,Sì.,piano-parco,2,art-3\nPAR-2026-000002,rejected,No.,,,\n`);
      assert.deepEqual(countsOf(plan), { steps: { first: 2, later: 0, same: 0 }, outcomes: { accepted: 1, rejected: 1 } });
      const [one, two] = [await whole('PAR-2026-000001'), await whole('PAR-2026-000002')];
      assert.deepEqual(one.state, { value: 'in-final-text' });
      assert.deepEqual(one.adoptedIn, { document: 'piano-parco', version: 2, passage: 'art-3' });
      assert.deepEqual(
        one.history.map(({ event }) => event.value),
        ['received', 'answered', 'in-final-text'],
      );
      assert.deepEqual([two.state, two.outcome], [{ value: 'answered' }, { value: 'rejected' }]);
      const log = await place.city.database.db.selectFrom('moderation').select(['official', 'action', 'reason']).execute();
      assert.deepEqual(log.map(({ official, action, reason }) => `${official} ${action} ${String(reason)}`).sort(), [
        'Anna answered accepted',
        'Anna answered rejected',
      ]);
    });

    it('lets a later response follow, and never changes the first', async () => {
      await publish(`${head}PAR-2026-000001,rejected,No.,,,\n`);
      time = new Date('2026-11-25T10:00:00Z');
      const plan = await publish(`${head}PAR-2026-000001,partly-accepted,In parte.,,,\n`);
      assert.equal(plan.planned[0]?.step, 'later');
      assert.equal(plan.planned[0].before, 'rejected');
      const { responses, outcome } = await whole('PAR-2026-000001');
      assert.deepEqual(
        responses.map(each => `${each.outcome.value} ${each.text.blocks[0]?.children.join('') ?? ''}`),
        ['rejected No.', 'partly-accepted In parte.'],
      );
      assert.deepEqual(outcome, { value: 'partly-accepted' });
    });

    it('passes over what is in force already in the same words', async () => {
      const source = `${head}PAR-2026-000001,accepted,Sì.,piano-parco,2,art-3\nPAR-2026-000002,rejected,No.,,,\n`;
      await publish(source);
      assert.deepEqual(countsOf(await publish(source)).steps, { first: 0, later: 0, same: 2 });
      assert.deepEqual(
        (await publish(source.replace('No.', 'No!'))).planned.map(({ step }) => step),
        ['same', 'later'],
      );
      assert.equal((await whole('PAR-2026-000001')).responses.length, 1);
    });

    it('publishes nothing when one of them is wrong', async () => {
      const wrong = [
        ['PAR-2026-000099,accepted,Sì.,,,', /no observation has the number/],
        ['PAR-2026-000004,accepted,Sì.,,,', /was withdrawn/],
        ['PAR-2026-000002,accepted,Sì.,piano-parco,2,art-99', /has no such passage/],
        ['PAR-2026-000002,accepted,Sì.,altro,1,', /has no such passage/],
      ] as const;
      for (const [line, expected] of wrong) {
        const responses = entries(`${head}PAR-2026-000001,accepted,Sì.,,,\n${line}\n`);
        const preview = await previewResponses(place.city.database.db, responses, t);
        assert.deepEqual(
          preview.problems.map(problem => [problem.line, expected.test(problem.message)]),
          [[3, true]],
        );
        await assert.rejects(publishResponses(place.city, responses, { official: 'Anna', t }), ResponsesRefused);
        assert.deepEqual((await whole('PAR-2026-000001')).responses, []);
      }
    });

    it('publishes once what two officials publish at the same moment', async () => {
      const source = `${head}PAR-2026-000001,accepted,Sì.,,,\nPAR-2026-000003,rejected,No.,,,\n`;
      const plans = await Promise.all([publish(source), publish(source)]);
      assert.deepEqual(plans.map(plan => countsOf(plan).steps.first).sort(), [0, 2]);
      assert.equal((await whole('PAR-2026-000001')).responses.length, 1);
    });

    it('writes to who asked for it, in their language, and to nobody else', async () => {
      const cookie = await place.signIn(people.resident);
      const other = await place.signIn(people.otherResident);
      const send = async (who: string) =>
        (
          await place.ask({
            method: 'POST',
            url: '/api/v1/observations',
            headers: place.writing(who),
            payload: { subject: { process: 'parco' }, kind: 'remark', title: 'Ombra', text: 'Più ombra.', lang: 'it' },
          })
        ).json<{ reference: string }>().reference;
      const [mine, theirs] = [await send(cookie), await send(other)];
      for (const [who, kinds] of [
        [cookie, ['answer']],
        [other, ['receipt']],
      ] as const) {
        const answer = await place.ask({
          method: 'PUT',
          url: '/api/v1/processes/parco/notices?locale=en',
          headers: place.writing(who),
          payload: { address: 'lia@comune.example', kinds },
        });
        assert.equal(answer.statusCode, 200, answer.body);
      }
      const { db } = place.city.database;
      await db.deleteFrom('outgoing').execute();
      await publish(`${head}${mine},accepted,Sì.,,,\n`);
      assert.deepEqual(await db.selectFrom('outgoing').selectAll().execute(), [], 'the address is not confirmed yet');
      await db.updateTable('subscription').set({ confirmed_at: time }).execute();
      await publish(`${head}${mine},rejected,No.,,,\n${theirs},rejected,No.,,,\n`);
      const letters = await db.selectFrom('outgoing').selectAll().execute();
      const [letter] = letters.map(({ sealed }) => JSON.parse(place.city.keys.open('outgoing', sealed) ?? '') as object);
      assert.equal(letters.length, 1);
      assert.deepEqual(letter, {
        kind: 'answer',
        process: 'parco',
        title: { lang: 'en', text: 'The park in via Roma' },
        reference: mine,
        subject: { lang: 'it', text: 'Ombra' },
        url: `http://localhost:8080/embed/follow/parco?reference=${mine}&lang=en`,
      });
    });
  });
}
