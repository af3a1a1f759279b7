import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildSync } from 'esbuild';
import { snippet } from '../../dist/snippet/snippet.js';
import { launch } from '../e2e/browser.mjs';
import { cmsFilters, filtered, rendered } from '../support/cms-filters.mjs';
import { address, choice } from '../support/snippet-choice.mjs';
import { codeOf } from '../support/snippet-pieces.mjs';

/** What the loader itself takes for a widget, and what it reads in an address. */
const loader = `
  import { kindOf } from './src/embed/candidates.js';
  import { embedOfAddress } from './src/embed/embed.js';
  Object.assign(globalThis, { kindOf, embedOfAddress });
`;

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await browser.newPage();
  const { outputFiles } = buildSync({
    stdin: { contents: loader, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
  });
  await page.evaluate(outputFiles[0].text);
});
after(() => browser?.close());

/** What is left of pasted code behind a filter. */
async function pasted(cms, code) {
  const html = cms === 'mediawiki' ? rendered(code) : code;
  return cmsFilters[cms] ? page.evaluate(`(${filtered})(${JSON.stringify(html)}, ${JSON.stringify(cmsFilters[cms])})`) : html;
}

/** The links and placeholders of a page as the loader sees them. */
const seen = html =>
  page.evaluate(markup => {
    document.body.innerHTML = markup;
    return [...document.body.querySelectorAll('a, [data-portico]')].map(element => ({
      kind: globalThis.kindOf(element),
      embed: globalThis.embedOfAddress(element.href),
      words: element.textContent,
      data: { ...element.dataset },
    }));
  }, html);

const everything = { ...choice, lookVia: 'link' };
const attributes = { pact: 'aria-clima-2026', lang: 'it', theme: 'dsfr', version: '2', 'heading-level': '3' };
const words = 'Leggi il patto di partecipazione';

describe('the link of a snippet', () => {
  for (const cms of ['wordpress', 'drupal', 'typo3', 'plone', 'joomla', 'liferay', 'mediawiki', 'static']) {
    it(`is still a link with all that was chosen in ${cms}, and the loader knows it`, async () => {
      const [link, ...others] = await seen(await pasted(cms, codeOf(snippet({ ...everything, cms }), 'content')));
      assert.deepEqual(others, []);
      const { kind, embed } = link;
      // Drupal and wikis take the class away; alone in its paragraph it is known all the same.
      assert.equal(kind, ['drupal', 'mediawiki'].includes(cms) ? 'link' : 'asked');
      const { name, attributes: given, api } = embed;
      assert.deepEqual(
        { name, given, api },
        { name: 'pact-viewer', given: attributes, api: 'https://partecipa.comune.example/api/' },
      );
      assert.equal(link.words, words);
    });
  }

  it('leads to the address of the widget on the site', async () => {
    const html = codeOf(snippet(everything), 'content');
    const href = await page.evaluate(markup => {
      document.body.innerHTML = markup;
      return document.querySelector('a').href;
    }, html);
    assert.equal(href, `${address}?lang=it&theme=dsfr&version=2&heading-level=3`);
  });

  it('keeps its own words in a wiki, whatever signs are in them', async () => {
    const text = `L'aria: "[[più]] {{pulita}}" ''subito'' ~~~~ __TOC__ <b> | https://a.example`;
    const [link] = await seen(await pasted('mediawiki', codeOf(snippet({ ...everything, cms: 'mediawiki', text }), 'content')));
    assert.equal(link.words, text);
    assert.deepEqual(link.embed.attributes, attributes);
  });

  it('has no blank line, which would end its paragraph in most editors', () => {
    for (const cms of Object.keys(cmsFilters)) {
      for (const { code, id } of snippet({ ...everything, cms, text: 'Uno\n\ndue' })) {
        if (['content', 'placeholder', 'element'].includes(id)) assert.ok(!code.includes('\n'), code);
      }
    }
  });
});

describe('the placeholder of a snippet', () => {
  const data = { portico: 'pact-viewer', pact: 'aria-clima-2026', lang: 'it', theme: 'dsfr', version: '2', headingLevel: '3' };

  for (const cms of ['wordpress', 'typo3', 'joomla', 'mediawiki', 'liferay', 'static']) {
    it(`keeps its attributes and its link in ${cms}`, async () => {
      const [placeholder, link] = await seen(await pasted(cms, codeOf(snippet({ ...everything, cms }), 'placeholder')));
      assert.equal(placeholder.kind, 'placeholder');
      assert.deepEqual(placeholder.data, data);
      assert.deepEqual(link.embed.attributes, attributes);
    });
  }

  it('leaves a link behind where the filter takes its attributes away', async () => {
    const code = codeOf(snippet({ ...everything, cms: 'static' }), 'placeholder');
    for (const cms of ['plone', 'drupal']) {
      const [link, ...others] = await seen(await pasted(cms, code));
      assert.deepEqual([link.embed.attributes, others], [attributes, []]);
    }
  });

  it('is not offered where it cannot survive', () => {
    assert.ok(!snippet({ ...everything, cms: 'plone' }).some(({ id }) => id === 'placeholder'));
  });
});

describe('the element of a snippet', () => {
  const code = codeOf(snippet(everything), 'element');

  it('holds nothing but a link, and is closed', async () => {
    const found = await page.evaluate(html => {
      document.body.innerHTML = `${html}<p id="after"></p>`;
      const [element] = document.body.children;
      return {
        tag: element.localName,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        inside: [...element.children].map(({ localName }) => localName),
        after: element.nextElementSibling?.id,
      };
    }, code);
    assert.deepEqual(found, { tag: 'portico-pact-viewer', attributes, inside: ['a'], after: 'after' });
  });

  it('leaves its link behind in every filter that does not know it', async () => {
    for (const cms of ['wordpress', 'drupal', 'typo3', 'plone', 'joomla']) {
      const html = await pasted(cms, code);
      assert.ok(!html.includes('<portico'), html);
      const [link] = await seen(html);
      assert.deepEqual(link.embed.attributes, attributes);
    }
  });
});
