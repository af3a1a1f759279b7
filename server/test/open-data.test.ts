import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { importObservations } from '../src/observations/import/import-observations.js';
import { readFiles } from '../src/observations/import/read-files.js';
import { csvLine } from '../src/open-data/csv.js';
import { observed, whileOpen } from './support/observed.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const lines = [
  {
    process: 'parco',
    document: 'piano-parco',
    version: 2,
    passage: 'art-1',
    receivedAt: '2026-11-03T09:00:00+01:00',
    kind: 'amendment',
    author: '=cmd|calc',
    title: '+39 02',
    text: '=HYPERLINK("http://male.example";"clic")\nseconda riga, con "virgolette"',
    quote: 'cento alberi',
    wording: { after: 'duecento alberi' },
    theme: 'verde',
    place: { text: '@piazza', point: [-9.19, 45.46] },
    likes: 3,
    comments: [{ at: '2026-11-04T09:00:00Z', author: 'merlo', text: 'Sì.' }],
    responses: [
      {
        outcome: 'partly-accepted',
        text: 'Prima.\n\n- uno\n- due',
        at: '2026-11-20T09:00:00Z',
        act: { kind: 'Determina', number: '0187', date: '2026-11-19' },
      },
    ],
    adoptedIn: { document: 'piano-parco', version: 2, passage: 'art-3' },
  },
  {
    process: 'parco',
    receivedAt: '2026-11-05T09:00:00Z',
    kind: 'remark',
    text: 'segreto',
    hidden: { reason: 'personal-data', at: '2026-11-06T09:00:00Z' },
  },
  { process: 'parco', receivedAt: '2026-11-06T09:00:00Z', kind: 'remark', text: 'ripensamento', state: 'withdrawn' },
];

it('a table holds every text as it is, but for what a spreadsheet would compute', () => {
  assert.equal(
    csvLine(['a', undefined, 3, -1.5, 'a,b', 'say "so"', 'two\nlines']),
    'a,,3,-1.5,"a,b","say ""so""","two\nlines"\r\n',
  );
  assert.equal(csvLine(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1']), "'=1,'+1,'-1,'@a,'\t=1,\"'\r'=1\",'＝1\r\n");
  // Where spreadsheets part fields at semicolons, lines and semicolons begin one, whatever is quoted.
  assert.equal(
    csvLine(['sì; =cmd|calc', 'a;"=1', 'uno\n+due', 'già-detto; no', 'a = b; c@d']),
    'sì; \'=cmd|calc,"a;""\'=1","uno\n\'+due",già-detto; no,a = b; c@d\r\n',
  );
});

for (const engine of engines) {
  describe(`open data, on ${engine}`, () => {
    let place: TestCity;
    before(async () => {
      place = await testCity(engine, { content: observed, now: whileOpen });
      const text = lines.map(line => JSON.stringify(line)).join('\n');
      await importObservations(place.city, readFiles([{ name: 'a.jsonl', text }], 'it'));
    });
    after(() => place.close());

    const table = async () => {
      const { body } = await place.ask('/data/observations/parco.csv?locale=it');
      return parse(body, { bom: true, columns: true }) as unknown as Record<string, string>[];
    };

    it('has a table with everything that everybody may read', async () => {
      const [row] = await table();
      assert.deepEqual(row, {
        reference: 'PAR-2026-000001',
        received_at: '2026-11-03T08:00:00.000Z',
        source: 'online',
        kind: 'amendment',
        state: 'in-final-text',
        author: "'=cmd|calc",
        document: 'piano-parco',
        version: '2',
        passage: 'art-1',
        passage_name: row?.['passage_name'],
        quote: 'cento alberi',
        lang: 'it',
        title: "'+39 02",
        text: '\'=HYPERLINK("http://male.example";"clic")\nseconda riga, con "virgolette"',
        wording_before: 'cento alberi',
        wording_after: 'duecento alberi',
        theme: 'verde',
        place: "'@piazza",
        longitude: '-9.19',
        latitude: '45.46',
        attachments: '0',
        likes: '3',
        comments: '1',
        hidden_for: '',
        outcome: 'partly-accepted',
        answered_at: '2026-11-20T09:00:00.000Z',
        answer: 'Prima.\nuno\ndue',
        act_kind: 'Determina',
        act_number: '0187',
        act_date: '2026-11-19',
        adopted_document: 'piano-parco',
        adopted_version: '2',
        adopted_passage: 'art-3',
      });
      assert.match(row.passage_name ?? '', /Art\. 1/);
    });

    it('never tells what was hidden or withdrawn', async () => {
      for (const format of ['csv', 'json']) {
        const { body } = await place.ask(`/data/observations/parco.${format}`);
        assert.ok(!/segreto|ripensamento/.test(body), format);
      }
      const [, hidden, withdrawn] = await table();
      assert.deepEqual([hidden?.['hidden_for'], hidden?.['text']], ['personal-data', '']);
      assert.equal(withdrawn?.['state'], 'withdrawn');
    });

    it('has JSON with comments, responses and history, and says under which licence', async () => {
      const answer = await place.ask('/data/observations/parco.json?locale=en');
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers.link, '<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
      assert.equal(answer.headers['content-disposition'], 'attachment; filename="parco-2026-11-24.json"');
      const data = answer.json<{ licence: string; title: object; observations: Record<string, unknown[]>[] }>();
      assert.equal(data.licence, 'https://creativecommons.org/licenses/by/4.0/');
      assert.deepEqual(data.title, { lang: 'en', text: 'The park in via Roma' });
      assert.deepEqual(
        data.observations.map(({ discussion, responses }) => [discussion?.length, responses?.length]),
        [
          [1, 1],
          [0, 0],
          [0, 0],
        ],
      );
    });

    it('is for the eyes of spreadsheets: UTF-8 with its mark', async () => {
      const { rawPayload, headers } = await place.ask('/data/observations/parco.csv');
      assert.equal(headers['content-type'], 'text/csv; charset=utf-8; header=present');
      assert.deepEqual([...rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    });

    it('is not there for other processes and formats', async () => {
      for (const file of ['scuola.csv', 'nessuno.json']) {
        assert.equal((await place.ask(`/data/observations/${file}`)).statusCode, 404, file);
      }
      for (const file of ['parco.xml', 'parco', '.csv', '..%2Fparco.csv']) {
        assert.equal((await place.ask(`/data/observations/${file}`)).statusCode, 400, file);
      }
    });

    it('has a feed of what came and of what was answered, without what is hidden', async () => {
      const { body, headers } = await place.ask('/processes/parco/observations.xml?locale=it');
      assert.equal(headers['content-type'], 'application/atom+xml; charset=utf-8');
      const titles = [...body.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
      assert.deepEqual(titles, [
        'Il parco di via Roma: osservazioni e risposte',
        'Risposta a PAR-2026-000001',
        'Osservazione PAR-2026-000001: +39 02',
      ]);
      assert.ok(!/segreto|ripensamento/.test(body));
      assert.equal((await place.ask('/processes/scuola/observations.xml')).statusCode, 404);
    });

    it('is made for a few at once, and for the next ones when those are done or went away', async () => {
      const url = `${await place.app.listen({ port: 0, host: 'localhost' })}/data/observations/parco.json`;
      const all = await Promise.all(Array.from({ length: 40 }, () => fetch(url)));
      const statuses = all.map(({ status }) => status);
      assert.ok(statuses.includes(200));
      for (const answer of all) {
        if (answer.status === 200) await answer.json();
        else assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5']);
      }
      for (let round = 0; round < 10; round += 1) {
        const gone = new AbortController();
        await fetch(url, { signal: gone.signal });
        gone.abort();
        assert.equal((await fetch(url, { method: 'HEAD' })).status, 200);
      }
      assert.equal((await fetch(url)).status, 200);
    });

    it('comes in parts, each observation once and in order, however many there are', async () => {
      const more = Array.from({ length: 600 }, (_, index) => ({
        process: 'parco',
        receivedAt: '2026-11-07T09:00:00Z',
        kind: 'remark',
        text: `numero ${String(index)}`,
      }));
      const text = more.map(line => JSON.stringify(line)).join('\n');
      await importObservations(place.city, readFiles([{ name: 'b.jsonl', text }], 'it'));
      const references = Array.from({ length: 603 }, (_, index) => `PAR-2026-${String(index + 1).padStart(6, '0')}`);
      assert.deepEqual(
        (await table()).map(({ reference }) => reference),
        references,
      );
      const json = await place.ask('/data/observations/parco.json');
      assert.deepEqual(
        json.json<{ observations: { reference: string }[] }>().observations.map(({ reference }) => reference),
        references,
      );
    });
  });
}
