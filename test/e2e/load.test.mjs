import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, open, servePages } from './browser.mjs';

/** A small load in every test run; `npm run test:load` sets a large one. */
const large = process.env.LOAD === 'large';
const viewers = large ? 100 : 8;
const sections = large ? 300 : 40;
const rounds = large ? 50 : 5;

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), servePages()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const allReady = (page, count) =>
  page.waitForFunction(
    count =>
      [...document.querySelectorAll('portico-pact-viewer')].filter(viewer => viewer.shadowRoot?.querySelector('#full-text'))
        .length === count,
    { timeout: 110_000 },
    count,
  );

describe(`${viewers} viewers of a pact with ${sections} sections`, () => {
  it('all show it, on one page, without an error', async () => {
    const { page, complaints } = await open(browser, `${server.url}/many.html?viewers=${viewers}&sections=${sections}`);
    await allReady(page, viewers);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('survive being taken out and put back in the middle of their reads', async () => {
    const { page, complaints } = await open(browser, `${server.url}/many.html?viewers=4&sections=10`);
    await page.evaluate(async rounds => {
      const provider = document.querySelector('portico-backend');
      for (let round = 0; round < rounds; round += 1) {
        const all = [...provider.querySelectorAll('portico-pact-viewer')];
        for (const viewer of all) viewer.remove();
        await new Promise(requestAnimationFrame);
        provider.append(...all);
        for (const viewer of all) viewer.reload();
      }
    }, rounds);
    await allReady(page, 4);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
