import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from '../../scripts/browsers.mjs';
import type { ObservationReceipt } from '../../src/model/observation-draft.js';
import { hide } from '../src/moderation/decide.js';
import { observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { freePort } from './support/server-process.js';
import { testCity, type TestCity } from './support/test-city.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const official = { ...people.otherResident, identity: 'official', nickname: 'Ufficio 1', roles: ['official'] as const };

interface Looked {
  violations: unknown[];
  content: number;
  screen: number;
}

/** What axe finds, and whether anything stands out of the screen. */
const looked = `axe.run().then(({ violations }) => ({
  violations: violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
  content: document.documentElement.scrollWidth,
  screen: document.documentElement.clientWidth,
}))`;

describe('pages about observations in a browser, without a script of ours', () => {
  let browser: Browser;
  let place: TestCity;
  let origin: string;
  let cookies: Record<'resident' | 'official', string>;
  let reference: string;
  let hidden: string;
  before(async () => {
    const port = await freePort();
    origin = `http://localhost:${String(port)}`;
    place = await testCity('PGlite', {
      content: observedContent,
      now: () => new Date('2026-11-25T10:00:00Z'),
      environment: { PORTICO_URL: origin, READS_PER_MINUTE: '100000', WRITES_PER_MINUTE: '100000' },
    });
    cookies = { resident: await place.signIn(people.resident), official: await place.signIn(official) };
    [reference, hidden] = [await observe('Più ombra davanti alla scuola.'), await observe('Parole forti.')];
    await hide(
      place.city,
      { process: 'parco', reference: hidden },
      { official: 'Ufficio 1', reason: 'offensive', note: 'Offende.' },
    );
    const report = { reason: 'offensive', note: 'Guardate qui.' };
    const headers = place.writing(cookies.official);
    headers['origin'] = origin;
    await place.ask({ method: 'POST', url: `/api/v1/observations/${reference}/reports`, payload: report, headers });
    await place.app.listen({ host: 'localhost', port });
    browser = await puppeteer.launch({ executablePath: chromium(), args: ['--no-sandbox', '--disable-gpu'] });
  });
  after(async () => {
    await browser.close();
    await place.close();
  });

  async function observe(text: string): Promise<string> {
    const payload = {
      subject: { process: 'parco', document: 'piano', version: 2, passage: 'art-1' },
      kind: 'remark',
      text,
      lang: 'it',
    };
    const headers = { ...place.writing(cookies.resident), origin };
    const answer = await place.ask({ method: 'POST', url: '/api/v1/observations', payload, headers });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<ObservationReceipt>().reference;
  }

  interface Visit {
    width?: number;
    dark?: boolean;
    as?: 'resident' | 'official' | undefined;
  }

  async function visit(
    path: string,
    { width = 1280, dark = false, as }: Visit,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    try {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      if (as) await page.setExtraHTTPHeaders({ cookie: cookies[as] });
      // The widget would take the place of what is looked at here.
      await page.setRequestInterception(true);
      page.on('request', request => void (request.url().endsWith('/loader.js') ? request.abort() : request.continue()));
      const answer = await page.goto(origin + path, { waitUntil: 'load' });
      assert.equal(answer?.status(), 200, path);
      await look(page);
    } finally {
      await context.close();
    }
  }

  const pages: readonly [path: (lang: string) => string, as?: 'resident' | 'official'][] = [
    [lang => `/embed/observation-list/parco?lang=${lang}`],
    [lang => `/embed/observation-list/parco?lang=${lang}&reference=${reference}`],
    [lang => `/embed/follow/parco?lang=${lang}&reference=${reference}`],
    [lang => `/embed/observation-form/parco?lang=${lang}&document=piano&passage=art-1`],
    [lang => `/embed/observation-form/parco/paper?lang=${lang}&document=piano&passage=art-1`],
    [lang => `/you?lang=${lang}`, 'resident'],
    [lang => `/you/appeal/${hidden}?lang=${lang}`, 'resident'],
    [lang => `/staff?lang=${lang}`, 'official'],
    [lang => `/staff/parco?lang=${lang}`, 'official'],
    [lang => `/staff/parco/reports?lang=${lang}`, 'official'],
    [lang => `/staff/parco/hidden?lang=${lang}`, 'official'],
    [lang => `/staff/parco/decide?lang=${lang}&reference=${reference}`, 'official'],
    [lang => `/staff/parco/paper?lang=${lang}&document=piano`, 'official'],
    [lang => `/staff/parco/answer?lang=${lang}&reference=${reference}`, 'official'],
    [lang => `/staff/parco/file?lang=${lang}`, 'official'],
    [lang => `/staff/parco/log?lang=${lang}`, 'official'],
  ];
  for (const [lang, options] of Object.entries({ it: {}, en: { dark: true }, ar: { width: 320 } })) {
    it(`have no barrier that axe finds, and fit: ${lang} ${JSON.stringify(options)}`, async () => {
      for (const [path, as] of pages) {
        await visit(path(lang), { ...options, as }, async page => {
          await page.evaluate(axe);
          const { violations, content, screen } = (await page.evaluate(looked)) as Looked;
          assert.deepEqual(violations, [], path(lang));
          assert.equal(content, screen, path(lang));
        });
      }
    });
  }

  it('are answered by keyboard alone, with the focus always in sight', () =>
    visit(`/staff/parco/answer?lang=it&reference=${reference}`, { as: 'official' }, async page => {
      const focused = (): Promise<[name: string, outline: string]> =>
        page.evaluate((): [name: string, outline: string] => {
          const { activeElement: at } = document;
          // At the end of the page the browser's own controls have the focus.
          if (!at || at === document.body) return ['', 'none'];
          const name = at.localName === 'button' ? at.textContent.trim() : (at.getAttribute('name') ?? at.textContent.trim());
          return [name, getComputedStyle(at).outlineStyle];
        });
      const to = async (wanted: string): Promise<void> => {
        for (let steps = 0; steps < 60; steps += 1) {
          await page.keyboard.press('Tab');
          const [name, outline] = await focused();
          if (name !== '') assert.notEqual(outline, 'none', name);
          if (name === wanted) return;
        }
        assert.fail(`no way to ${wanted}`);
      };
      await to('outcome');
      await page.keyboard.press('Space');
      await to('text');
      await page.keyboard.type('Si fa, con gli alberi.');
      await to('Anteprima');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await to('Pubblica');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      const answer = await place.ask(`/api/v1/observations/${reference}`);
      assert.ok(answer.body.includes('Si fa, con gli alberi.'), answer.body);
    }));
});
