import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from '../../scripts/browsers.mjs';
import { freePort } from './support/server-process.js';
import { testCity, type TestCity } from './support/test-city.js';
import { wholePact } from './support/whole-pact.js';

declare global {
  interface Window {
    /** What the tests noted in the page. */
    noted: { violations: string[]; shifts: number; skeletons: number };
    axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const embed = '/embed/pact-viewer/patto-fiume';

/** Notes from the first moment what a policy refused, how far things jumped, and whether grey bars were seen. */
function watchPage(): void {
  window.noted = { violations: [], shifts: 0, skeletons: 0 };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    window.noted.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.noted.shifts += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    if (document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelector('.skeleton')) window.noted.skeletons += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const isReady = (): boolean => document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelector('h1') != null;

describe('pages in a browser', () => {
  let browser: Browser;
  let place: TestCity;
  let origin: string;
  before(async () => {
    const port = await freePort();
    origin = `http://localhost:${String(port)}`;
    place = await testCity('PGlite', { content: wholePact, environment: { PORTICO_URL: origin, READS_PER_MINUTE: '100000' } });
    await place.app.listen({ host: 'localhost', port });
    browser = await puppeteer.launch({ executablePath: chromium(), args: ['--no-sandbox', '--disable-gpu'] });
  });
  after(async () => {
    await browser.close();
    await place.close();
  });

  interface Visit {
    url?: string;
    width?: number;
    javascript?: boolean;
    dark?: boolean;
    /** Keeps the loader away, as a lost connection does. */
    withoutLoader?: boolean;
  }

  async function visit(options: Visit, look: (page: Page, asked: string[]) => Promise<void>): Promise<void> {
    const { url = `${embed}?lang=it`, width = 1280, javascript = true, dark = false, withoutLoader = false } = options;
    const page = await browser.newPage();
    const asked: string[] = [];
    try {
      await page.setViewport({ width, height: 900 });
      await page.setJavaScriptEnabled(javascript);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await page.setRequestInterception(withoutLoader);
      page.on('request', request => {
        asked.push(new URL(request.url()).pathname);
        if (withoutLoader) void (request.url().endsWith('/loader.js') ? request.abort() : request.continue());
      });
      await page.evaluateOnNewDocument(watchPage);
      await page.goto(origin + url, { waitUntil: 'load' });
      await look(page, asked);
    } finally {
      await page.close();
    }
  }

  const noSideways = async (page: Page): Promise<void> => {
    const [content, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(content, screen);
  };

  const accessible = async (page: Page): Promise<void> => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
      [],
    );
  };

  describe('without a script', () => {
    it('show the whole pact', () =>
      visit({ javascript: false }, async page => {
        const text = await page.$eval('portico-pact-viewer', element => (element as HTMLElement).innerText);
        for (const words of [
          'Patto del fiume',
          'Il fiume e le sue rive',
          'Una via per chi cammina',
          'Ho letto il patto del fiume',
        ]) {
          assert.ok(text.includes(words), words);
        }
      }));

    it('lead to a section by its address', () =>
      visit({ javascript: false, url: `${embed}?lang=it#patto-fiume/regole` }, async page => {
        const top = await page.$eval('[id="patto-fiume/regole"]', heading => heading.getBoundingClientRect().top);
        assert.ok(top >= 0 && top < 200, String(top));
      }));

    for (const lang of ['it', 'ar']) {
      it(`fit into 320 pixels, in ${lang}`, () =>
        visit({ javascript: false, width: 320, url: `${embed}?lang=${lang}` }, noSideways));
    }
  });

  describe('with scripts', () => {
    it('become the widget, which breaks no policy', () =>
      visit({}, async page => {
        await page.waitForFunction(isReady);
        await page.waitForNetworkIdle();
        assert.deepEqual(await page.evaluate(() => window.noted.violations), []);
      }));

    it('go on showing the text until the widget is ready, and then nothing jumps', () =>
      visit({}, async page => {
        await page.waitForFunction(isReady);
        await page.waitForNetworkIdle();
        const { shifts, skeletons } = await page.evaluate(() => window.noted);
        assert.equal(skeletons, 0);
        assert.ok(shifts < 0.01, String(shifts));
      }));

    for (const width of [320, 700, 1280]) {
      it(`have their first headings in the same place before and after, at ${String(width)} pixels`, async () => {
        const places = (page: Page) =>
          page.evaluate(() => {
            const { shadowRoot } = document.querySelector('portico-pact-viewer') ?? {};
            const root = shadowRoot?.querySelector('h1') ? shadowRoot : document;
            return [...root.querySelectorAll('h1, h2')]
              .slice(0, 5)
              .map(heading => Math.round(heading.getBoundingClientRect().top));
          });
        let before: number[] = [];
        await visit({ width, withoutLoader: true }, async page => void (before = await places(page)));
        await visit({ width }, async page => {
          await page.waitForFunction(isReady);
          assert.deepEqual(await places(page), before);
        });
      });
    }

    it('ask for each thing once', () =>
      visit({ url: `${embed}?lang=en` }, async (page, asked) => {
        await page.waitForFunction(isReady);
        await page.waitForNetworkIdle();
        const files = asked.filter(path => path.startsWith('/portico/') || path === '/api/v1/pacts/patto-fiume');
        assert.deepEqual(files, [...new Set(files)]);
        assert.ok(files.includes('/api/v1/pacts/patto-fiume'), asked.join(' '));
      }));

    it('open the section that their address names', () =>
      visit({ url: `${embed}?lang=it#patto-fiume/regole` }, async page => {
        await page.waitForFunction(() =>
          document.querySelector('portico-pact-viewer')?.shadowRoot?.activeElement?.textContent.includes('Regole comuni'),
        );
        // The list of contents has links to parts of this very page, which is an embed address.
        const inside = await page.evaluate(
          () => document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelectorAll('portico-pact-viewer').length,
        );
        assert.equal(inside, 0);
      }));

    it('keep the text when the widget does not come', () =>
      visit({ withoutLoader: true }, async page => {
        await page.waitForNetworkIdle();
        const text = await page.$eval('portico-pact-viewer', element => (element as HTMLElement).innerText);
        assert.ok(text.includes('Il fiume e le sue rive'));
      }));

    it('leave the choice of languages a choice', () =>
      visit({}, async page => {
        await page.waitForFunction(isReady);
        await page.click('header nav a[hreflang=en]');
        await page.waitForFunction(() => document.documentElement.lang === 'en');
        await page.waitForFunction(isReady);
        assert.equal(await page.$$eval('portico-pact-viewer', all => all.length), 1);
      }));

    it('let no text become markup by a script', () =>
      visit({}, async page => {
        const error = await page.evaluate(() => {
          try {
            document.body.innerHTML = '<p>';
            return '';
          } catch (thrown) {
            return (thrown as Error).name;
          }
        });
        assert.equal(error, 'TypeError');
      }));

    it('show where focus is, from the first link on', () =>
      visit({}, async page => {
        await page.waitForFunction(isReady);
        const seen: string[] = [];
        for (let step = 0; step < 5; step++) {
          await page.keyboard.press('Tab');
          const [name, outline] = await page.evaluate(() => {
            let focused = document.activeElement;
            while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
            return focused ? [focused.textContent.trim(), getComputedStyle(focused).outlineStyle] : ['', 'none'];
          });
          assert.equal(outline, 'solid', name);
          seen.push(name ?? '');
        }
        assert.deepEqual(seen.slice(0, 4), ['Comune', 'Italiano', 'English', 'العربية']);
      }));
  });

  describe('for everybody', () => {
    const pages = [
      '/?lang=it',
      '/privacy/fiume?lang=it',
      '/problems/not-found?lang=ar',
      '/teaser/pact-viewer/patto-fiume?lang=it',
      '/nothing-here/x',
    ];
    for (const url of pages) {
      it(`have no barrier that axe finds, and fit into 320 pixels: ${url}`, () =>
        visit({ url, width: 320 }, async page => {
          await accessible(page);
          await noSideways(page);
        }));
    }

    for (const [name, options] of Object.entries({
      'as text': { withoutLoader: true },
      'as text in the dark': { withoutLoader: true, dark: true },
      'as text in Arabic on a telephone': { withoutLoader: true, width: 320, url: `${embed}?lang=ar` },
      'as text of a version that no longer applies': { withoutLoader: true, url: `${embed}?version=1&lang=it` },
      'as a widget': {},
      'as a widget in the dark': { dark: true },
    })) {
      it(`have no barrier that axe finds: a pact ${name}`, () =>
        visit(options, async page => {
          if (!('withoutLoader' in options)) await page.waitForFunction(isReady);
          await accessible(page);
        }));
    }
  });

  describe('in a frame of another site', () => {
    let other: Server;
    before(async () => {
      other = createServer((request, response) => {
        const path = decodeURIComponent((request.url ?? '').slice(2));
        response.setHeader('content-type', 'text/html');
        response.end(`<!doctype html><title>Giornale</title><iframe sandbox="allow-scripts" src="${origin}${path}"></iframe>`);
      }).listen(0, '127.0.0.1');
      await once(other, 'listening');
    });
    after(() => {
      other.closeAllConnections();
      other.close();
    });

    /** Opens a page of another site with a frame, sandboxed as a CMS does it, when the frame has loaded or was refused. */
    async function framed(path: string): Promise<{ text: string; font: string }> {
      const page = await browser.newPage();
      try {
        const { port } = other.address() as AddressInfo;
        await page.goto(`http://127.0.0.1:${String(port)}/?${encodeURIComponent(path)}`, { waitUntil: 'load' });
        const [frame] = page.mainFrame().childFrames();
        assert.ok(frame);
        return await frame.evaluate(() => ({
          text: document.body.textContent,
          font: getComputedStyle(document.body).fontFamily,
        }));
      } finally {
        await page.close();
      }
    }

    it('a teaser is shown, with its look', async () => {
      const { text, font } = await framed('/teaser/pact-viewer/patto-fiume?lang=it');
      assert.ok(text.includes('Un sentiero lungo il fiume.'), text);
      assert.match(font, /system-ui/);
    });

    it('a page is not', async () => {
      for (const path of [`${embed}?lang=it`, '/?lang=it']) {
        const { text } = await framed(path);
        assert.ok(!text.includes('fiume'), text);
      }
    });
  });
});
