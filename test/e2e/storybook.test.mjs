import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { widgets } from '../../scripts/embedded-widgets.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launch } from './browser.mjs';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const index = JSON.parse(readFileSync(new URL('../../storybook-static/index.json', import.meta.url), 'utf8'));
const anyWidget = Object.keys(widgets)
  .map(name => `portico-${name}`)
  .join();
const stories = Object.values(index.entries).filter(entry => entry.type === 'story');

let browser;
let server;

before(async () => {
  // Storybook's own pages need inline scripts.
  server = await serve({ root: 'storybook-static', headers: { 'content-security-policy': undefined } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function visit(id, globals) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  await page.waitForFunction(
    selector =>
      document.querySelector(selector)?.shadowRoot?.querySelector('[part=base][lang]') ||
      document.querySelector('#error-message')?.textContent,
    {},
    anyWidget,
  );
  return { page, errors };
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
    // Storybook's own check may be running on the page, and axe does one thing at a time.
    for (;;) {
      try {
        return (await globalThis.axe.run('#storybook-root', { rules })).violations;
      } catch (error) {
        if (!/already running/.test(error.message)) throw error;
        await new Promise(requestAnimationFrame);
      }
    }
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
}

describe('the built storybook', () => {
  it('has the stories', () => assert.ok(stories.length > 25));

  for (const { id, name } of stories) {
    it(`${name} shows without an error and axe finds nothing`, async () => {
      const { page, errors } = await visit(id, 'locale:it');
      assert.deepEqual(errors, []);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }

  for (const globals of [
    'look:bootstrap-italia',
    'scheme:dark',
    'locale:ar;scheme:dark',
    'network:offline',
    'network:failing',
    'network:busy',
    'network:never',
  ]) {
    it(`signed out with ${globals}: axe finds nothing`, async () => {
      const { page, errors } = await visit('pact-viewer--signed-out', globals);
      assert.deepEqual(errors, []);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }
});
