import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchFirefox, open, ready, servePages } from './browser.mjs';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchFirefox(), servePages()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

describe('the pact viewer in Firefox, built', () => {
  it('works under a strict policy with Trusted Types, without one report', async () => {
    const { page, complaints } = await open(browser, `${server.url}/viewer.html?person=anna`);
    await ready(page);
    await page.evaluate(async () => {
      const root = document.querySelector('portico-pact-viewer').shadowRoot;
      for (const button of root.querySelectorAll('.disclosure button[aria-controls]')) button.click();
      while (!root.querySelector('.comparison')) await new Promise(requestAnimationFrame);
      root.querySelector('.comparison button').click();
      while (!root.querySelector('.difference')) await new Promise(requestAnimationFrame);
      root.querySelector('#accept').click();
      while (!root.querySelector('dialog[open]')) await new Promise(requestAnimationFrame);
    });
    assert.deepEqual(complaints, []);
    assert.deepEqual(server.reports, []);
    await page.close();
  });
});
