import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ObservationPage } from '../../src/model/observation.js';
import type { ObservationReceipt } from '../../src/model/observation-draft.js';
import { chance, nasty } from './support/nasty.js';
import { observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const draft = {
  subject: { process: 'parco', document: 'piano', version: 2, passage: 'art-1' },
  kind: 'amendment',
  title: 'Autobus',
  text: 'Entro il 2028.',
  wording: { before: 'a', after: 'b' },
  theme: 'mobilita',
  place: { text: 'Il mulino', hub: 'mulino', point: [9.1, 45.4] },
  attachments: [] as unknown[],
  lang: 'it',
};

const written = [
  'subject',
  'process',
  'document',
  'passage',
  'quote',
  'exact',
  'kind',
  'title',
  'text',
  'wording',
  'before',
  'after',
  'theme',
  'place',
  'point',
  'attachments',
  'lang',
  'onBehalf',
  'source',
  'comment',
  'parent',
  'reason',
  'liked',
  'alignment',
] as const;

/** Everything that a part of a draft is not. */
function strange(next: () => number): unknown {
  const kinds: (() => unknown)[] = [
    () => nasty[Math.floor(next() * nasty.length)],
    () => (next() - 0.5) * 10 ** Math.floor(next() * 300),
    () => null,
    () => ({ __proto__: { text: 'x' }, text: nasty[Math.floor(next() * nasty.length)] }),
    () => Array.from({ length: Math.floor(next() * 30) }, () => nasty[Math.floor(next() * nasty.length)]),
    () => true,
  ];
  return kinds[Math.floor(next() * kinds.length)]?.();
}

/** A draft of which some part, at any depth, is something else. */
function bent(next: () => number, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || next() < 0.15) return strange(next);
  const entries = Object.entries(given);
  const [name] = entries[Math.floor(next() * entries.length)] ?? ['text'];
  const more = next() < 0.2 ? { [written[Math.floor(next() * written.length)] ?? 'text']: strange(next) } : {};
  return { ...given, [name]: bent(next, (given as Record<string, unknown>)[name]), ...more };
}

for (const engine of engines) {
  describe(`hostile requests about observations, on ${engine}`, () => {
    let place: TestCity;
    let cookie: string;
    let reference: string;
    before(async () => {
      const environment = { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000' };
      place = await testCity(engine, { content: observedContent, now: () => new Date('2026-11-25T10:00:00Z'), environment });
      cookie = await place.signIn(people.resident);
      const text = { subject: { process: 'parco' }, kind: 'remark', text: 'Più ombra.', lang: 'it' };
      const sent = await post('/observations', text);
      assert.equal(sent.statusCode, 200, sent.body);
      ({ reference } = sent.json<ObservationReceipt>());
    });
    after(() => place.close());

    const post = (path: string, payload: unknown) =>
      place.ask({
        method: 'POST',
        url: `/api/v1${path}`,
        payload: JSON.stringify(payload),
        headers: { ...place.writing(cookie), 'content-type': 'application/json' },
      });

    /** Taken, or refused with a problem document that tells nothing of the inside. */
    function harmless({ statusCode, body, headers }: Awaited<ReturnType<TestCity['ask']>>, what: string): void {
      assert.ok(statusCode < 500, `${what}: ${String(statusCode)} ${body.slice(0, 300)}`);
      assert.equal(headers['set-cookie'], undefined, what);
      assert.ok(
        !/\bat .+:\d+:\d+|node_modules|node:internal|SELECT|insert into|tsquery/.test(body),
        `${what}: ${body.slice(0, 300)}`,
      );
      if (statusCode >= 400 && !String(headers['content-type']).startsWith('text/html')) {
        assert.match(String(headers['content-type']), /^application\/problem\+json/, what);
      }
    }

    it('drafts of which any part is something else', async () => {
      const next = chance(20_261_125);
      const writes = ['/observations', `/observations/${reference}/edit`, '/observations/similar'];
      for (let round = 0; round < 400; round += 1) {
        const body = bent(next, draft);
        const path = writes[round % writes.length] ?? '';
        harmless(await post(path, body), `${path} ${JSON.stringify(body).slice(0, 400)}`);
      }
    });

    it('comments, likes, reports and withdrawals that are something else', async () => {
      const next = chance(7);
      const bodies = {
        comments: { text: 'Sono d’accordo.', alignment: 'for', lang: 'it', parent: 'x' },
        like: { liked: true },
        reports: { reason: 'offensive', note: 'x', comment: 'y' },
        withdrawal: [],
      };
      for (const [name, body] of Object.entries(bodies)) {
        for (let round = 0; round < 60; round += 1) {
          const sent = bent(next, body);
          harmless(await post(`/observations/${reference}/${name}`, sent), `${name} ${JSON.stringify(sent).slice(0, 400)}`);
        }
      }
    });

    it('filters, cursors, references and pages of what nobody would ask', async () => {
      const filters = [
        'document',
        'passage',
        'text',
        'kind',
        'theme',
        'state',
        'outcome',
        'source',
        'sort',
        'cursor',
        'limit',
        'reference',
      ];
      for (const text of nasty) {
        const encoded = encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
        const all = filters.map(name => `${name}=${encoded}`).join('&');
        const each = filters.map(name => `${name}=${encoded}`);
        for (const query of [all, ...each]) {
          for (const url of [
            `/api/v1/observations?process=parco&${query}`,
            `/api/v1/observations/summary?process=parco&${query}`,
            `/embed/observation-list/parco?${query}`,
            `/embed/follow/parco?${query}`,
            `/data/observations/parco.csv?${query}`,
          ]) {
            harmless(await place.ask(url), url.slice(0, 200));
          }
        }
        for (const url of [
          `/api/v1/observations/${encoded}`,
          `/api/v1/observations/${encoded}/comments`,
          `/o/${encoded}`,
          `/files/${encoded}/x`,
        ])
          harmless(await place.ask(url), url.slice(0, 200));
      }
    });

    it('searches that are a language of their own', async () => {
      for (const words of [
        '"',
        '""',
        '-',
        '- -',
        'a & | !',
        "it's",
        ':*',
        '<->',
        '(((',
        '\\',
        '%',
        '_',
        'x'.repeat(200),
        'OR OR',
        '-"a b" or -c',
      ]) {
        const answer = await place.ask(`/api/v1/observations?process=parco&text=${encodeURIComponent(words)}`);
        assert.equal(answer.statusCode, 200, `${words}: ${answer.body}`);
        harmless(await post('/observations/similar', { subject: { process: 'parco' }, text: `${words} ombra alberi` }), words);
      }
    });

    it('and none of it changed what was there', async () => {
      const { items, total } = (await place.ask('/api/v1/observations?process=parco')).json<ObservationPage>();
      assert.ok(items.some(item => item.reference === reference));
      const { size } = (await place.ask('/api/v1/logs/parco')).json<{ head: { size: number } }>().head;
      // Each that was taken, and each later text of it, is a leaf.
      assert.ok(size >= total, `${String(size)} ${String(total)}`);
    });
  });
}
