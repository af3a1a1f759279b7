import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { rootOfLeaves } from '../../src/model/log/frontier.js';
import { leafHash } from '../../src/model/log/hash.js';
import { importObservations, ObservationsRefused } from '../src/observations/import/import-observations.js';
import { readFiles } from '../src/observations/import/read-files.js';
import { commitmentOf } from '../src/participation/commitment.js';
import { observed, whileOpen } from './support/observed.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const head = 'process: parco\ndocument: piano-parco\nversion: 2\n';
const one = `  - receivedAt: 2026-11-03T09:00:00+01:00
    kind: remark
    author: glicine
    text: Gli alberi danno ombra.
    passage: art-1
`;

const file = (...observations: string[]) => `${head}observations:\n${observations.join('')}`;

for (const engine of engines) {
  describe(`importing observations that were received elsewhere, on ${engine}`, () => {
    let place: TestCity;
    beforeEach(async () => {
      place = await testCity(engine, { content: observed, now: whileOpen });
    });
    afterEach(() => place.close());

    const bring = (text: string, name = 'a.yaml', options = {}) =>
      importObservations(place.city, readFiles([{ name, text }], 'it'), options);
    const problemsOf = async (text: string, name?: string): Promise<string[]> => {
      try {
        await bring(text, name);
      } catch (error) {
        if (!(error instanceof ObservationsRefused)) throw error;
        return error.problems.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
      }
      return [];
    };
    const rows = () => place.city.database.db.selectFrom('observation').selectAll().orderBy('number').execute();

    it('gives numbers in the order in which they were received, whatever file they stand in', async () => {
      const later = one.replace('03T09', '05T09').replace('danno', 'hanno');
      const done = await importObservations(
        place.city,
        readFiles(
          [
            { name: 'a.yaml', text: file(later) },
            { name: 'b.yaml', text: file(one) },
          ],
          'it',
        ),
      );
      assert.deepEqual(done, [
        { process: 'parco', observations: 2, comments: 0, responses: 0, from: 'PAR-2026-000001', to: 'PAR-2026-000002' },
      ]);
      const found = await rows();
      assert.deepEqual(
        found.map(({ reference, author, state, leaf }) => ({ reference, author, state, leaf })),
        [
          { reference: 'PAR-2026-000001', author: 'glicine', state: 'received', leaf: 0 },
          { reference: 'PAR-2026-000002', author: 'glicine', state: 'received', leaf: 1 },
        ],
      );
      assert.equal((found[0]?.body as { text?: string } | undefined)?.text, 'Gli alberi danno ombra.');
      await bring(file(one));
      assert.equal((await rows()).at(-1)?.reference, 'PAR-2026-000003');
    });

    it('puts each into the log, so that salt and content show that it stands there', async () => {
      await bring(file(one, one, one));
      const leaves = await Promise.all(
        (await rows()).map(({ salt, content }) => leafHash(commitmentOf(content, salt ?? Buffer.alloc(0)))),
      );
      const { db } = place.city.database;
      const kept = await db.selectFrom('log_node').select('hash').where('level', '=', 0).orderBy('position').execute();
      assert.deepEqual(
        kept.map(({ hash }) => Buffer.from(hash).toString('hex')),
        leaves.map(leaf => Buffer.from(leaf).toString('hex')),
      );
      const head = await db.selectFrom('log_head').selectAll().where('size', '=', 3).executeTakeFirstOrThrow();
      assert.equal(head.root, Buffer.from(await rootOfLeaves(leaves)).toString('base64'));
    });

    it('takes over comments in two levels, likes, responses, history and where it went', async () => {
      await bring(
        file(`${one.replace('remark', 'amendment')}    wording:
      after: Si piantano duecento alberi.
    likes: 12
    comments:
      - at: 2026-11-04T10:00:00Z
        author: merlo
        text: D’accordo.
        alignment: for
        answers:
          - at: 2026-11-04T11:00:00Z
            text: Anch’io.
    responses:
      - outcome: accepted
        text: |
          Accolta, *con gioia*.

          - uno
        at: 2026-11-20T10:00:00+01:00
        act:
          kind: Determinazione
          number: 0187
          date: 2026-11-19
    adoptedIn:
      document: piano-parco
      version: 2
      passage: art-3
`),
      );
      const whole = (await place.ask('/api/v1/observations/PAR-2026-000001')).json<Record<string, unknown>>();
      assert.deepEqual(whole['wording'], { before: 'Si piantano cento alberi.', after: 'Si piantano duecento alberi.' });
      assert.equal(whole['likes'], 12);
      assert.equal(whole['comments'], 2);
      assert.deepEqual(whole['state'], { value: 'in-final-text' });
      assert.deepEqual(whole['adoptedIn'], { document: 'piano-parco', version: 2, passage: 'art-3' });
      const [response] = whole['responses'] as Record<string, Record<string, unknown>>[];
      assert.equal(response?.['act']?.['number'], '0187');
      assert.equal((response['text']?.['blocks'] as unknown[]).length, 2);
      assert.deepEqual(
        (whole['history'] as { event: { value: string } }[]).map(({ event }) => event.value),
        ['received', 'answered', 'in-final-text'],
      );
      const comments = (await place.ask('/api/v1/observations/PAR-2026-000001/comments')).json<{
        items: { parent?: string }[];
      }>();
      assert.deepEqual(
        comments.items.map(({ parent }) => parent !== undefined),
        [false, true],
      );
    });

    it('finds quoted words and what stands around them', async () => {
      await bring(file(`${one}    quote: cento alberi\n`));
      const [row] = await rows();
      assert.deepEqual((row?.body as { subject?: { quote?: object } } | undefined)?.subject?.quote, {
        exact: 'cento alberi',
        prefix: 'Si piantano ',
        suffix: '.',
      });
    });

    it('reads one observation a line', async () => {
      const line = { process: 'parco', receivedAt: '2026-11-03T09:00:00Z', kind: 'proposal', text: 'Una “fontana”\nin più' };
      await bring(`${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, source: 'paper' })}\n`, 'a.jsonl');
      assert.deepEqual(
        (await rows()).map(({ source }) => source),
        ['online', 'paper'],
      );
      assert.deepEqual(
        await problemsOf(`${JSON.stringify(line)}\n{"kind": "opinion"}\n`, 'a.jsonl').then(all => all.length > 0),
        true,
      );
      assert.match((await problemsOf(`${JSON.stringify(line)}\n{"kind": "remark"`, 'a.jsonl')).join(), /^2:/);
    });

    it('goes on from the last number where numbers are given, and refuses a gap', async () => {
      await bring(file(one));
      const given = (reference: string) => `${one}    reference: ${reference}\n`;
      assert.deepEqual(await problemsOf(file(given('PAR-2026-000003'))), [
        "10:16 'PAR-2026-000003' is not the next number, which is PAR-2026-000002",
      ]);
      assert.match((await problemsOf(file(one, given('PAR-2026-000002')))).join(), /^5:5 is missing: either all/);
      await bring(file(given('PAR-2026-000003'), given('PAR-2026-000002')));
      assert.equal((await rows()).length, 3);
    });

    const faults: [string, string, RegExp][] = [
      ['a passage that is not there', one.replace('art-1', 'art-99'), /^9:14 there is no passage 'art-99'/],
      ['a passage that takes none', one.replace('art-1', 'parte-1'), /takes no observations/],
      ['words that do not stand there', `${one}    quote: mille alberi\n`, /^10:12 these words do not stand/],
      ['a wording that is not the passage’s', `${one.replace('remark', 'amendment')}    wording:\n      before: Altro.\n      after: Ancora altro.\n`, /is not what stands in the passage/],
      ['an amendment without a wording', one.replace('remark', 'amendment'), /needs 'wording'/],
      ['an unknown kind', one.replace('remark', 'opinion'), /^6:11 is not what belongs here/],
      ['an unknown theme', `${one}    theme: mare\n`, /no theme 'mare'/],
      ['a moment to come', one.replace('2026-11-03', '2026-12-03'), /^5:17 is still to come/],
      ['a text of signs that nobody sees', one.replace('Gli alberi danno ombra.', '"\\u200b"'), /has no words/],
      ['something unknown', `${one}    voto: 3\n`, /'voto' is not known here/],
      ['a response before it was received', `${one}    responses:\n      - outcome: rejected\n        text: No.\n        at: 2026-11-01T09:00:00Z\n`, /is before it was received/],
      ['a state beside a response', `${one}    state: received\n    responses:\n      - outcome: rejected\n        text: No.\n        at: 2026-11-09T09:00:00Z\n`, /is said by the responses/],
    ]; // prettier-ignore
    for (const [what, observation, expected] of faults) {
      it(`refuses ${what} and imports nothing of the file`, async () => {
        assert.match(
          (await problemsOf(file(one, observation))).join('\n').replace(/^(\d+)/, line => String(Number(line) - 5)),
          expected,
        );
        assert.deepEqual(await rows(), []);
      });
    }

    it('only looks when it is asked to', async () => {
      assert.equal((await bring(file(one), 'a.yaml', { onlyCheck: true }))[0]?.observations, 1);
      assert.deepEqual(await rows(), []);
      await bring(file(one));
      assert.equal((await rows())[0]?.reference, 'PAR-2026-000001');
    });
  });
}

describe('importing many observations', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { content: observed, now: whileOpen });
  });
  after(() => place.close());

  it('takes 500 with their leaves in one go', async t => {
    const start = performance.now();
    const [done] = await importObservations(
      place.city,
      readFiles([{ name: 'a.yaml', text: file(...Array.from({ length: 500 }, () => one)) }], 'it'),
    );
    t.diagnostic(`${Math.round(performance.now() - start).toString()} ms`);
    assert.equal(done?.to, 'PAR-2026-000500');
  });
});
