import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { focus, launch, open, ready, servePages, tabTo } from './browser.mjs';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), servePages()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const url = query => `${server.url}/viewer.html?${query}`;
const inViewer = (page, code) =>
  page.evaluate(code => new Function('root', `return ${code}`)(document.querySelector('portico-pact-viewer').shadowRoot), code);
const press = async (page, wanted, key = 'Enter') => {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
};
const until = (page, selector) =>
  page.waitForFunction(
    selector => document.querySelector('portico-pact-viewer').shadowRoot.querySelector(selector),
    {},
    selector,
  );
const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens everything that can be opened, by script. */
const openAll = page =>
  page.evaluate(async () => {
    const root = document.querySelector('portico-pact-viewer').shadowRoot;
    for (const button of root.querySelectorAll('.disclosure button[aria-controls]')) button.click();
    while (!root.querySelector('.comparison')) await new Promise(requestAnimationFrame);
    root.querySelector('.comparison button').click();
    while (!root.querySelector('.difference')) await new Promise(requestAnimationFrame);
  });

describe('the pact viewer, built', () => {
  it('works under a strict policy with Trusted Types, without one report', async () => {
    const { page, complaints } = await open(browser, url('person=anna'));
    await ready(page);
    await openAll(page);
    await page.evaluate(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('#accept').click());
    await until(page, 'dialog[open]');
    assert.deepEqual(complaints, []);
    assert.deepEqual(server.reports, []);
    await page.close();
  });

  it('can be read, opened and accepted with the keyboard alone', async () => {
    const { page } = await open(browser, url('person=anna'));
    await ready(page);
    await page.focus('#before');
    await press(page, 'accept');
    await until(page, 'dialog[open]');
    await press(page, 'agree', 'Space');
    await page.keyboard.press('Enter');
    await until(page, '#receipt');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.id === 'receipt');
    await page.focus('#before');
    await tabTo(page, 'after');
    await page.close();
  });

  it('keeps focus inside the dialog, and Escape gives it back to the button', async () => {
    const { page } = await open(browser, url('person=anna'));
    await ready(page);
    await page.focus('#before');
    await press(page, 'accept');
    await until(page, 'dialog[open]');
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('Tab');
    assert.notEqual(await focus(page), 'after');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.id === 'accept');
    await page.close();
  });

  it('says what is missing when the box is not ticked, by keyboard', async () => {
    const { page } = await open(browser, url('person=anna'));
    await ready(page);
    await page.focus('#before');
    await press(page, 'accept');
    await until(page, 'dialog[open]');
    await page.evaluate(() =>
      document.querySelector('portico-pact-viewer').shadowRoot.querySelector('dialog button[type=submit]').focus(),
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.className === 'error-summary');
    await page.close();
  });

  for (const [name, size, query] of [
    ['320 px', { width: 320 }, ''],
    ['320 px from right to left', { width: 320 }, 'lang=ar'],
    ['1280 px at 400 %', { width: 320, height: 256 }, 'lang=en'],
    ['a root of 62.5 %', { width: 360 }, 'style=small-root'],
  ]) {
    it(`needs no scrolling to the side at ${name}, with everything open`, async () => {
      const { page } = await open(browser, url(query), size);
      await ready(page);
      await openAll(page);
      assert.equal(await overflow(page), 0);
      await page.close();
    });
  }

  it('has readable letters on a page whose root is 62.5 %', async () => {
    const { page } = await open(browser, url('style=small-root'));
    await ready(page);
    assert.equal(await inViewer(page, "getComputedStyle(root.querySelector('[part=brief] p')).fontSize"), '16px');
    await page.close();
  });

  it('is not reached by the style sheet of a hostile page', async () => {
    const { page } = await open(browser, url('style=hostile'));
    await ready(page);
    const seen = await inViewer(
      page,
      `({ title: getComputedStyle(root.querySelector('#title')).display, button: getComputedStyle(root.querySelector('button')).display,
          float: getComputedStyle(root.querySelector('.viewer')).float, margin: getComputedStyle(root.querySelector('#title')).marginTop })`,
    );
    assert.deepEqual(seen, { title: 'block', button: 'flex', float: 'none', margin: '0px' });
    await page.close();
  });

  it('keeps its marks and edges in forced colours', async () => {
    const { page } = await open(browser, url('person=anna'));
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await ready(page);
    assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
    const border = await inViewer(page, "getComputedStyle(root.querySelector('#accept')).borderTopWidth");
    assert.notEqual(border, '0px');
    const dot = await inViewer(page, "getComputedStyle(root.querySelector('.phase.active'), '::after').backgroundColor");
    const line = await inViewer(page, "getComputedStyle(root.querySelector('.phase.upcoming'), '::after').backgroundColor");
    assert.notEqual(dot, line);
    await page.close();
  });

  it('reserves its height, so that nothing below it jumps', async () => {
    const { page } = await open(browser, url('person=anna'));
    await ready(page);
    const shift = await page.evaluate(
      () =>
        new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    assert.ok(shift < 0.1, `layout shift ${shift}`);
    await page.close();
  });

  it('prints everything, with addresses written out', async () => {
    const { page } = await open(browser, url(''));
    await ready(page);
    await page.emulateMediaType('print');
    const printed = await inViewer(
      page,
      `({ panel: root.querySelector('#full-text').getBoundingClientRect().height > 400,
          address: getComputedStyle(root.querySelector('header a'), '::after').content,
          buttons: getComputedStyle(root.querySelector('.tools')).display,
          glossary: getComputedStyle(root.querySelector('.print-only')).display })`,
    );
    assert.equal(printed.panel, true);
    assert.match(printed.address, /https:\/\/www\.comune\.pontelago\.example/);
    assert.equal(printed.buttons, 'none');
    assert.equal(printed.glossary, 'block');
    await page.close();
  });

  it('gives the dates of a phase as a calendar file', async () => {
    const { page } = await open(browser, url(''));
    await page.evaluateOnNewDocument(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = blob => {
        globalThis.saved = blob.text();
        return createObjectURL(blob);
      };
    });
    await page.reload();
    await ready(page);
    await inViewer(page, "root.querySelector('.phase.active .text-button').click()");
    await page.waitForFunction(() => globalThis.saved);
    const text = await page.evaluate(() => globalThis.saved);
    assert.match(text, /DTSTART;VALUE=DATE:20261102/);
    assert.match(text, /DTEND;VALUE=DATE:20261219/);
    await page.close();
  });

  it('reads aloud where the browser has a voice for the language, and stops', async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const spoken = [];
      globalThis.spoken = spoken;
      const synthesis = {
        getVoices: () => [{ lang: 'it-IT', name: 'x' }],
        addEventListener() {},
        removeEventListener() {},
        cancel() {},
        speak: utterance => spoken.push(utterance),
      };
      Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
      globalThis.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text;
        }
      };
    });
    await page.goto(url(''));
    await ready(page);
    await inViewer(page, "root.querySelector('#listen').click()");
    await page.waitForFunction(() => globalThis.spoken.length === 1);
    await page.evaluate(() => globalThis.spoken[0].onend());
    await page.waitForFunction(() => globalThis.spoken.length === 2);
    assert.match(await inViewer(page, "root.querySelector('#listen').textContent"), /Ferma/);
    await inViewer(page, "root.querySelector('#listen').click()");
    await page.evaluate(() => globalThis.spoken[1].onend());
    assert.equal(await page.evaluate(() => globalThis.spoken.length), 2);
    await page.close();
  });

  it('tells that a part could not be loaded, and loads it when the network is back', async () => {
    const { page } = await open(browser, url(''));
    await ready(page);
    await page.setOfflineMode(true);
    await inViewer(page, "root.querySelector('[aria-controls=versions]').click()");
    await until(page, '.status');
    await page.setOfflineMode(false);
    await inViewer(page, "root.querySelector('[aria-controls=versions]').click()");
    await inViewer(page, "root.querySelector('[aria-controls=versions]').click()");
    await until(page, '.comparison');
    await page.close();
  });

  it('works where storage throws', async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await page.goto(url('person=anna'));
    await ready(page);
    await page.close();
  });
});
