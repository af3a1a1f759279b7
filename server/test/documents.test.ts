import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Passage, PlanDocument } from '../../src/model/document.js';
import type { Page } from '../../src/model/page.js';
import { exportContent } from '../src/content/export.js';
import { importContent } from '../src/content/import.js';
import type { Content } from '../src/content/schema.js';
import { content as usual } from './support/content.js';
import { longPlan, plan } from './support/plan.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const content: Content = { ...usual, documents: [plan, longPlan(3000)] };
const now = new Date('2026-11-24T10:20:30Z');

for (const engine of engines) {
  describe(`documents on ${engine}`, () => {
    let place: TestCity;
    before(async () => {
      place = await testCity(engine, { content, now: () => now, environment: { READS_PER_MINUTE: '100000' } });
    });
    after(() => place.close());

    const read = async <Answer>(path: string): Promise<Answer> => {
      const response = await place.ask({ url: `/api/v1/documents/${path}` });
      assert.equal(response.statusCode, 200, response.body);
      return response.json();
    };
    const status = async (path: string): Promise<number> => (await place.ask({ url: `/api/v1/documents/${path}` })).statusCode;
    const pages = async (path: string): Promise<Passage[]> => {
      const items: Passage[] = [];
      let next: string | undefined;
      do {
        const page: Page<Passage> = await read(`${path}${next === undefined ? '' : `&cursor=${next}`}`);
        items.push(...page.items);
        next = page.next;
      } while (next !== undefined && items.length < 5000);
      return items;
    };

    it('give the version that is open with its contents, and no passage', async () => {
      const { version, versions, contents, title, summary, asOf, process } = await read<PlanDocument>('piano-parco?locale=en');
      assert.deepEqual([version.number, version.status, process.id], [2, { value: 'open' }, 'parco']);
      assert.deepEqual(version, versions[1]);
      assert.equal(contents.length, 7);
      assert.deepEqual(contents[0], {
        id: 'parte-1',
        kind: { value: 'part' },
        level: 1,
        label: { lang: 'it', text: 'Parte I' },
        title: { lang: 'en', text: 'The park' },
        observations: 0,
      });
      assert.deepEqual(contents[3]?.kind, { value: 'comma', label: { lang: 'en', text: 'Clause' } });
      assert.deepEqual(title, { lang: 'en', text: 'Plan of the park' });
      assert.equal(summary?.lang, 'en');
      assert.equal(asOf, '2026-11-24T10:00:00.000Z');
    });

    it('give an older version when it is asked for, and none that there never was', async () => {
      const { version, contents } = await read<PlanDocument>('piano-parco?version=1');
      assert.deepEqual([version.number, contents.length], [1, 6]);
      for (const path of ['piano-parco?version=9', 'piano-parco/passages?version=9', 'piano', 'piano/passages'])
        assert.equal(await status(path), 404, path);
    });

    it('give passages page by page in reading order, each as its contents have it', async () => {
      const { contents } = await read<PlanDocument>('piano-parco');
      const passages = await pages('piano-parco/passages?limit=2');
      assert.deepEqual(
        passages.map(({ id, kind, level, observations }) => ({ id, kind, level, observations })),
        contents.map(({ id, kind, level, observations }) => ({ id, kind, level, observations })),
      );
      const [part, tree] = passages;
      assert.equal(part?.observable, false);
      assert.deepEqual(tree?.plain?.blocks, [{ type: 'paragraph', children: ['Ci saranno più alberi.'] }]);
      assert.deepEqual(passages.find(({ id }) => id === 'art-3')?.changedBy, ['INC-2026-000001', 'INC-2026-000004']);
    });

    it('begin with a passage that somebody links to', async () => {
      const page = await read<Page<Passage>>('piano-parco/passages?from=art-2.1&limit=2');
      assert.deepEqual(
        page.items.map(({ id }) => id),
        ['art-2.1', 'art-2.2'],
      );
      assert.equal(await status('piano-parco/passages?from=art-99'), 404);
      assert.equal(await status('piano-parco/passages?version=1&from=art-3'), 404);
    });

    it('refuse what nobody can have been given', async () => {
      for (const path of ['piano-parco/passages?from=a%20b', 'piano-parco/passages?cursor=_w', 'piano-parco/passages?limit=0', 'piano-parco?version=0'])
        assert.ok([400, 422].includes(await status(path)), path);
    }); // prettier-ignore

    it('are sent again as they are to whoever has them, for an hour', async () => {
      const { headers } = await place.ask({ url: '/api/v1/documents/piano-parco' });
      const again = await place.ask({
        url: '/api/v1/documents/piano-parco',
        headers: { 'if-none-match': String(headers.etag) },
      });
      assert.equal(again.statusCode, 304);
    });

    it('may have 3,000 passages, all of which can be walked, and each reached at once', async () => {
      const { contents } = await read<PlanDocument>('piano-lungo');
      assert.equal(contents.length, 3000);
      const passages = await pages('piano-lungo/passages?limit=100');
      assert.deepEqual(
        passages.map(({ id }) => id),
        contents.map(({ id }) => id),
      );
      const { items, next } = await read<Page<Passage>>('piano-lungo/passages?from=art-2998');
      assert.deepEqual([items.map(({ id }) => id), next], [['art-2998', 'art-2999'], undefined]);
    });

    it('come out of the database as they went in', async () => {
      assert.deepEqual(await exportContent(place.city.database.db), content);
    });

    it('say when a text changes on which people could have spoken, and go when they are taken out', async () => {
      const [first, second] = plan.versions;
      assert.ok(first && second);
      const changed = { ...second, passages: second.passages.map(each => (each.id === 'art-3' ? { ...each, title: { lang: 'it', text: 'Altro' } } : each)) };
      const db = place.city.database.db;
      assert.deepEqual(await importContent(db, { ...usual, documents: [{ ...plan, versions: [first, changed] }] }, now), []);
      const silent = { ...(changed.passages[1] ?? assert.fail()) };
      delete silent.body;
      const cut = { ...changed, passages: changed.passages.map(each => (each.id === 'art-1' ? silent : each)) };
      assert.deepEqual(await importContent(db, { ...usual, documents: [{ ...plan, versions: [first, cut] }] }, now), [
        "The text of version 2 of 'piano-parco' has been published, and changes with this import.",
      ]);
      await place.city.content.refresh();
      assert.equal(await status('piano-lungo'), 404);
      await importContent(db, usual, now);
      await place.city.content.refresh();
      assert.equal(await status('piano-parco/passages'), 404);
      assert.deepEqual(await exportContent(db), usual);
    }); // prettier-ignore
  });
}
