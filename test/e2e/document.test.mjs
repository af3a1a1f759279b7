import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { focus, launch, open, servePages } from './browser.mjs';

const passages = 3_000;

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), servePages()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const visit = (address = '', size = {}) => open(browser, `${server.url}/long-document.html?passages=${passages}${address}`, size);

/** Counts in the document. */
const count = (page, selector) =>
  page.evaluate(selector => document.querySelector('portico-document').shadowRoot.querySelectorAll(selector).length, selector);

/** Waits until so many are in the document. */
const counted = (page, selector, wanted) =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector('portico-document')?.shadowRoot?.querySelectorAll(selector).length >= wanted,
    { timeout: 20_000 },
    selector,
    wanted,
  );

describe(`a document of ${passages} passages, under the strictest policy`, () => {
  it('reads only what is near, and has all headings in the end', async () => {
    const { page, complaints } = await visit();
    await counted(page, '.sheet.here', 1);
    await counted(page, '.passage-head > :is(h3, h4)', passages);
    await counted(page, '.contents a', passages);
    assert.ok((await count(page, '.sheet.here')) < 10, 'reads only what is near');
    assert.equal(await page.evaluate(() => globalThis.find('Misura 2990')), true);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('begins at a passage far down, and stays there while the rest is drawn', async () => {
    const { page, complaints } = await visit('#piano-lungo/misura-2750');
    await page.waitForFunction(
      () => document.querySelector('portico-document')?.shadowRoot?.activeElement?.id === 'passage-misura-2750',
      { timeout: 20_000 },
    );
    await counted(page, '.passage-head > :is(h3, h4)', passages);
    assert.equal(await focus(page), 'passage-misura-2750');
    const place = await page.evaluate(() => {
      const heading = document.querySelector('portico-document').shadowRoot.activeElement;
      return { top: heading.getBoundingClientRect().top, height: innerHeight };
    });
    assert.ok(place.top >= -1 && place.top < place.height, `its heading is at ${place.top} of ${place.height}`);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('brings all of it on a phone, and is no wider than that', async () => {
    const { page, complaints } = await visit('', { width: 320, height: 640 });
    await counted(page, '#load-all', 1);
    await page.evaluate(() => document.querySelector('portico-document').shadowRoot.querySelector('#load-all').click());
    await counted(page, '.sheet.here', passages / 50);
    assert.equal(await page.evaluate(() => globalThis.find('la misura numero 2990 si attua')), true);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
