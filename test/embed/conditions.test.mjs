import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { firefox } from '../../scripts/browsers.mjs';
import { startEngine } from './engines.mjs';
import { shows, styled } from './seen.mjs';
import { link, loaderTag, page, pasted, policy, stylesTag } from './site.mjs';
import { stage } from './stage.mjs';

const { city, pages, put, close } = await stage();
const { engine } = await startEngine('chromium');
after(async () => {
  await engine.close();
  await close();
});

const strict = policy(city.url);
const head = stylesTag(city.url) + loaderTag(city.url);

/** Adds up the layout shifts of the page from its beginning. */
const watchShifts = tab =>
  tab.evaluateOnNewDocument(() => {
    globalThis.shifts = [];
    new PerformanceObserver(list => {
      for (const { value, sources } of list.getEntries()) {
        globalThis.shifts.push({ value, what: sources.map(({ node }) => node?.id || node?.nodeName) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

async function visit(url, options, look) {
  const tab = await engine.open(url, options);
  try {
    await look(tab);
  } finally {
    await tab.page.close();
  }
}

/** Waits until the widget is whole and has been painted. */
const whole = async ({ until, evaluate }) => {
  await until(() => document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelector('#full-text'));
  await evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
};

describe('nothing on the page jumps', () => {
  for (const [screen, size] of [
    ['a phone', { width: 360, height: 740 }],
    ['a laptop', { width: 1280, height: 800 }],
    ['a tall screen', { width: 1200, height: 1900 }],
  ]) {
    it(`while a link becomes a widget, on ${screen}`, async () => {
      const url = put(page({ head, content: pasted(city.url) }), { policy: strict });
      await visit(url, { ...size, before: watchShifts }, async tab => {
        await whole(tab);
        assert.deepEqual(await tab.evaluate(() => globalThis.shifts), []);
      });
    });
  }

  it('which is measured: without the style sheet the text below would', async () => {
    let go;
    const url = put(page({ head: loaderTag(city.url, { async: '' }), content: pasted(city.url) }), { policy: strict });
    city.trouble.hold = { pattern: /loader\.js$/, until: new Promise(resolve => (go = resolve)) };
    await visit(url, { before: watchShifts }, async tab => {
      await tab.until(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      go();
      await whole(tab);
      assert.ok((await tab.evaluate(() => globalThis.shifts.length)) > 0);
    });
  });

  it('while a placeholder and a tag become widgets', async () => {
    for (const content of [
      `<div data-portico="pact-viewer" data-pact="aria-clima-2026">${link(city.url)}</div>`,
      `<portico-pact-viewer pact="aria-clima-2026">${link(city.url)}</portico-pact-viewer>`,
    ]) {
      await visit(put(page({ head, content }), { policy: strict }), { before: watchShifts }, async tab => {
        await whole(tab);
        assert.deepEqual(await tab.evaluate(() => globalThis.shifts), []);
      });
    }
  });

  it('while somebody has scrolled to a widget far below', async () => {
    pages.set('/far.css', { body: '.far { block-size: 3000px }', type: 'text/css' });
    const content = `<div class="far"></div>${pasted(city.url)}`;
    const url = put(page({ head: `<link rel="stylesheet" href="/far.css">${head}`, content }), { policy: strict });
    await visit(url, { before: watchShifts }, async tab => {
      await tab.until(() => document.querySelector('a.portico-embed').style.minBlockSize !== '');
      await tab.evaluate(() => document.querySelector('a.portico-embed').scrollIntoView({ behavior: 'instant', block: 'end' }));
      await whole(tab);
      assert.deepEqual(await tab.evaluate(() => globalThis.shifts), []);
    });
  });
});

describe('on paper', () => {
  it('the pact is printed whole, without what only a screen needs', async () => {
    await visit(put(page({ head, content: pasted(city.url) }), { policy: strict }), {}, async tab => {
      await whole(tab);
      await tab.page.emulateMediaType('print');
      const seen = await tab.evaluate(() => {
        const root = document.querySelector('portico-pact-viewer').shadowRoot;
        return {
          text: root.querySelector('#full-text').getBoundingClientRect().height > 400,
          buttons: getComputedStyle(root.querySelector('.tools')).display,
        };
      });
      assert.deepEqual(seen, { text: true, buttons: 'none' });
    });
  });

  it('a widget that has not come leaves its link and no empty space', async () => {
    const url = put(page({ head: stylesTag(city.url), content: pasted(city.url) }), { policy: strict });
    await visit(url, {}, async tab => {
      await tab.until(styled);
      assert.ok((await tab.evaluate(() => document.querySelector('a.portico-embed').offsetHeight)) > 500);
      await tab.page.emulateMediaType('print');
      assert.ok((await tab.evaluate(() => document.querySelector('a.portico-embed').offsetHeight)) < 100);
    });
  });
});

describe('where the loader never comes', () => {
  it('the space is given back after a while', async () => {
    const url = put(page({ head: stylesTag(city.url), content: pasted(city.url) }), { policy: strict });
    await visit(url, {}, async tab => {
      await tab.until(styled);
      await tab.until(() => document.getAnimations().length > 0);
      await tab.evaluate(() => document.getAnimations().forEach(animation => animation.finish()));
      assert.ok((await tab.evaluate(() => document.querySelector('a.portico-embed').offsetHeight)) < 100);
    });
  });

  it('a missing loader leaves a link that works', async () => {
    const url = put(page({ head, content: pasted(city.url) }), { policy: strict });
    city.trouble.missing = /loader\.js$/;
    await visit(url, {}, async tab => {
      delete city.trouble.missing;
      await Promise.all([tab.page.waitForNavigation(), tab.page.click('a.portico-embed')]);
      assert.match(tab.page.url(), /\/embed\/pact-viewer\/aria-clima-2026$/);
      await tab.until(shows, 1);
    });
  });
});

describe('without JavaScript', () => {
  it('there is a link and no hole, and it leads to the pact in words', async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefox(),
      extraPrefsFirefox: { 'javascript.enabled': false },
      timeout: 120_000,
    });
    try {
      const tab = await browser.newPage();
      await tab.goto(put(page({ head, content: pasted(city.url) }), { policy: strict }));
      const height = await tab.evaluate(() => document.querySelector('a.portico-embed').getBoundingClientRect().height);
      assert.ok(height > 0 && height < 100, `${height}px`);
      await tab.goto(await tab.evaluate(() => document.querySelector('a.portico-embed').href));
      const text = await tab.evaluate(() => document.body.textContent);
      assert.match(text, /Patto di partecipazione al Piano Aria e Clima/);
      assert.match(text, /puoi dire la tua/);
      assert.equal(await tab.evaluate(() => document.querySelector('portico-pact-viewer').shadowRoot), null);
    } finally {
      await browser.close();
    }
  });
});
