import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { importContent, ImportRefused } from '../src/content/import.js';
import type { Content } from '../src/content/schema.js';
import { importObservations } from '../src/observations/import/import-observations.js';
import { readFiles } from '../src/observations/import/read-files.js';
import { observed, whileOpen } from './support/observed.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

for (const engine of engines) {
  describe(`content that takes away what people observed, on ${engine}`, () => {
    let place: TestCity;
    beforeEach(async () => {
      place = await testCity(engine, { content: observed, now: whileOpen });
      const line = { process: 'parco', receivedAt: '2026-11-05T09:00:00Z', kind: 'remark', text: 'Ombra.' };
      const on = { ...line, document: 'piano-parco', passage: 'art-3' };
      const text = [line, on].map(each => JSON.stringify(each)).join('\n');
      await importObservations(place.city, readFiles([{ name: 'a.jsonl', text }], 'it'));
    });
    afterEach(() => place.close());

    const bring = (content: Content, remove = false) =>
      importContent(place.city.database.db, content, place.city.now(), { remove });
    const left = async (): Promise<number> =>
      (await place.city.database.db.selectFrom('observation').select('reference').execute()).length;

    it('is refused when it lacks the process, and erases what was left there when that is wanted', async () => {
      const without: Content = {
        processes: observed.processes.filter(({ id }) => id !== 'parco'),
        pacts: observed.pacts.filter(({ process }) => process !== 'parco'),
      };
      await assert.rejects(bring(without), (error: ImportRefused) => error.message.includes('observations: 2'));
      assert.ok((await bring(without, true)).includes("Erased: the process 'parco' is gone; observations: 2"));
      assert.equal(await left(), 0);
    });

    it('is refused when it lacks the passage, and leaves the observations where they are', async () => {
      const without: Content = {
        ...observed,
        documents: (observed.documents ?? []).map(document => ({ ...document, versions: document.versions.slice(0, 1) })),
      };
      const about = "the passage 'art-3' of 'piano-parco' is gone; observations on it: 1";
      await assert.rejects(bring(without), (error: ImportRefused) => error.message === about);
      assert.deepEqual(
        (await bring(without, true)).filter(line => line.startsWith('Kept')),
        [`Kept without what it was on: ${about}`],
      );
      assert.equal(await left(), 2);
    });
  });
}
