import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { release } from '../support/snippet-choice.mjs';
import { focus, launch, tabTo } from './browser.mjs';

let browser;
let server;
let page;

before(async () => {
  // Storybook's own pages need inline scripts.
  server = await serve({ root: 'storybook-static', headers: { 'content-security-policy': undefined } });
  browser = await launch();
  await browser.defaultBrowserContext().overridePermissions(server.url, ['clipboard-read', 'clipboard-sanitized-write']);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the generator anew. `early` runs in the page before anything of it. */
async function open(story = 'generator', early) {
  page = await browser.newPage();
  if (early) await page.evaluateOnNewDocument(early);
  await page.goto(`${server.url}/iframe.html?id=embed-snippet-generator--${story}&viewMode=story`);
  await inGenerator(root => root.querySelector('.piece, .problems'));
}

/** Waits until something holds in the generator; the function runs in the page. */
const inGenerator = (holds, ...args) =>
  page.waitForFunction(
    `(() => { const root = document.querySelector('snippet-generator')?.shadowRoot; return root && (${holds})(root, ${args.map(arg => JSON.stringify(arg)).join()}); })()`,
  );

const codeHas = part =>
  inGenerator((root, text) => [...root.querySelectorAll('code')].some(code => code.textContent.includes(text)), part);
const statusSays = words => inGenerator((root, text) => root.querySelector('[role=status]').textContent.includes(text), words);
const previewSays = words =>
  page.waitForFunction(
    text => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.viewer')?.textContent.includes(text),
    {},
    words,
  );
const codeOf = id =>
  page.evaluate(
    piece => document.querySelector('snippet-generator').shadowRoot.querySelector(`#piece-${piece} code`).textContent,
    id,
  );

/** Tabs to a field and types over what is in it; in a list, to the choice that begins so. */
async function choose(field, words) {
  await tabTo(page, field);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  if (words === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(words);
}

describe('the snippet generator, by keyboard alone', () => {
  it('another CMS gives other code', async () => {
    await open();
    assert.match(await codeOf('head'), /^<\?php/);
    await choose('cms', 'MediaWiki');
    await codeHas('add( "script", {');
    await statusSays('MediaWiki: 2 pieces to paste.');
    assert.match(
      await codeOf('content'),
      /^\[https:\/\/partecipa\.comune\.example\/embed\/pact-viewer\/aria-clima-2026\?lang=it Leggi il patto/,
    );
    await page.close();
  });

  it('another language changes the code and the preview', async () => {
    await open();
    await previewSays('Patto di partecipazione');
    await choose('lang', 'English');
    await codeHas('?lang=en">Read the participation pact</a>');
    await previewSays('Participation pact');
    await page.close();
  });

  it('another look asks who says so, and the preview wears it', async () => {
    await open();
    await choose('look', 'GOV');
    await codeHas('/presets/govuk.css');
    await page.waitForFunction(() => {
      const { fontFamily, backgroundColor } = getComputedStyle(document.querySelector('portico-pact-viewer'));
      return fontFamily.includes('GDS Transport') && backgroundColor === 'rgb(255, 255, 255)';
    });
    // The three ways are one stop of Tab; arrows go among them.
    await tabTo(page, 'lookVia');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await codeHas('?lang=it&amp;theme=govuk"');
    assert.ok(!(await codeOf('head')).includes('presets'));
    await page.close();
  });

  it('pinned code has the hashes of the build', async () => {
    const { files } = JSON.parse(readFileSync(`dist/cdn/${release.version}/integrity.json`, 'utf8'));
    await open();
    await tabTo(page, 'release');
    await page.keyboard.press('ArrowDown');
    await codeHas(`${release.version}/loader.js" integrity="${files['loader.js']}"`);
    await page.close();
  });

  it('copies a piece and says so', async () => {
    await open();
    await tabTo(page, 'button');
    await page.keyboard.press('Enter');
    await statusSays('Copied. Once per site: a new file wp-content/mu-plugins/portico.php');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await codeOf('head'));
    await page.close();
  });

  it('selects the code where the browser lets nobody copy', async () => {
    await open('generator', () => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await tabTo(page, 'button');
    await page.keyboard.press('Enter');
    await statusSays('press Ctrl+C');
    assert.equal(await page.evaluate(() => String(getSelection())), await codeOf('head'));
    await page.close();
  });
});

describe('a form with something to mend', () => {
  it('says nothing while somebody types, and at the field afterwards', async () => {
    await open();
    await choose('site', 'partecipa.comune.example');
    await inGenerator(root => root.querySelector('#site').value === 'partecipa.comune.example');
    assert.match(await codeOf('head'), /^<\?php/);
    await page.keyboard.press('Tab');
    await inGenerator(root => root.querySelector('#site-problem')?.textContent.includes('is no address'));
    await inGenerator(root => root.querySelector('#site').getAttribute('aria-describedby') === 'site-hint site-problem');
    await statusSays('No snippet: 1 to mend.');
    await page.close();
  });

  it('leads from each problem to its field, also into what is folded away', async () => {
    await open();
    await inGenerator(root => (root.querySelector('form details').open = true));
    await choose('platform', 'dialogo');
    await page.keyboard.press('Tab');
    await inGenerator(root => root.querySelector('.problems a'));
    await inGenerator(root => !(root.querySelector('form details').open = false));
    await inGenerator(root => (root.querySelector('.problems a').focus(), true));
    await page.keyboard.press('Enter');
    assert.equal(await focus(page), 'platform');
    await choose('platform', 'https://dialogo.example');
    await codeHas('data-origins="https://dialogo.example"');
    await page.close();
  });
});
