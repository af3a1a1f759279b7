import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { widgets } from '../../dist/embed/widgets.js';
import { cmsNames } from '../../dist/snippet/cms.js';
import { linkTexts } from '../../dist/snippet/link-text.js';
import { looks } from '../../dist/snippet/looks.js';
import { SnippetError } from '../../dist/snippet/problems.js';
import { snippet } from '../../dist/snippet/snippet.js';
import { filesIn } from '../../scripts/files-in.mjs';
import { launch } from '../e2e/browser.mjs';
import { choice, hashOf, integrity, release } from '../support/snippet-choice.mjs';
import { headOf } from '../support/snippet-heads.mjs';
import { codeOf, pieceOf } from '../support/snippet-pieces.mjs';

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.setOfflineMode(true);
});
after(() => browser?.close());

const make = (changes = {}) => snippet({ ...choice, ...changes });

/** The head that every CMS should end up with. */
function expectedHead(pinned) {
  const folder = `https://partecipa.comune.example/portico/${pinned ? release.version : release.major}`;
  const check = file => ({ ...(pinned && { integrity: hashOf(file) }), crossorigin: 'anonymous' });
  return [
    { tag: 'link', rel: 'stylesheet', href: `${folder}/portico.css`, ...check('portico.css') },
    { tag: 'link', rel: 'stylesheet', href: `${folder}/presets/dsfr.css`, ...check('presets/dsfr.css') },
    { tag: 'link', rel: 'modulepreload', href: `${folder}/pact-viewer.js`, ...check('pact-viewer.js') },
    { tag: 'script', type: 'module', src: `${folder}/loader.js`, ...check('loader.js') },
  ];
}

/** Client extensions have no place for a file to be fetched ahead, nor for hashes of style sheets. */
const asLiferayCan = head =>
  head
    .filter(({ rel }) => rel !== 'modulepreload')
    .map(({ integrity: hash, crossorigin, ...tag }) =>
      tag.tag === 'link' ? tag : { ...tag, 'data-senna-track': 'permanent', ...(hash && { integrity: hash }), crossorigin },
    );

describe('the head of a snippet', () => {
  for (const cms of cmsNames) {
    for (const pinned of [false, true]) {
      it(`${cms}, ${pinned ? 'pinned' : 'following the releases'}`, async () => {
        const head = await headOf[cms](make({ cms, pinned, integrity }), page);
        const expected = expectedHead(pinned);
        assert.deepEqual(head, cms === 'liferay' ? asLiferayCan(expected) : expected);
      });
    }
  }

  const staticHead = changes => headOf.static(make(changes), page);

  it('has nothing that was not asked for: no look, nothing ahead', async () => {
    const head = await staticHead({ look: undefined, preload: 'off' });
    assert.deepEqual(
      head.map(({ href, src }) => (href ?? src).split('/').at(-1)),
      ['portico.css', 'loader.js'],
    );
  });

  it('fetches one file ahead for all widgets', async () => {
    const [, , ahead] = await staticHead({ preload: 'all' });
    assert.match(ahead.href, /\/portico\.js$/);
  });

  it('says the look in the script tag where no style sheet can be added', async () => {
    const head = await staticHead({ lookVia: 'script' });
    assert.equal(head.at(-1)['data-theme'], 'dsfr');
    assert.ok(!head.some(({ href = '' }) => href.includes('presets')));
  });

  it('names the API and the origin of a participation site on another host', async () => {
    const head = await staticHead({ platform: 'https://dialogo.example/it', origins: ['https://terzi.example/x'], lazy: false });
    const { 'data-backend': backend, 'data-origins': origins, 'data-lazy': lazy } = head.at(-1);
    assert.deepEqual(
      [backend, origins, lazy],
      ['https://dialogo.example/it/api/', 'https://dialogo.example https://terzi.example', 'off'],
    );
  });

  it('can use the loader that is no module', async () => {
    const [script] = (await staticHead({ classic: true, pinned: true, integrity })).slice(-1);
    assert.deepEqual(Object.keys(script), ['tag', 'defer', 'src', 'integrity', 'crossorigin']);
    assert.match(script.src, /\/loader\.classic\.js$/);
    assert.equal(script.integrity, hashOf('loader.classic.js'));
  });
});

describe('a page without the loader', () => {
  it('fetches the very address that the widget will ask for, and its one file', async () => {
    const html = codeOf(make({ pinned: true, integrity }), 'one-file-head');
    const head = await headOf.static([{ id: 'head', code: html }], page);
    const data = head.find(({ rel }) => rel === 'preload');
    assert.deepEqual(data, {
      tag: 'link',
      rel: 'preload',
      as: 'fetch',
      crossorigin: 'anonymous',
      href: 'https://partecipa.comune.example/api/v1/pacts/aria-clima-2026?version=2&locale=it',
    });
    assert.equal(head.at(-1).integrity, hashOf('pact-viewer.js'));
  });

  it('carries the look itself where a script tag would have said it', () => {
    assert.match(codeOf(make({ lookVia: 'script' }), 'one-file'), /<portico-pact-viewer [^>]*theme="dsfr"/);
  });
});

describe('the words of the link', () => {
  for (const widget of Object.keys(widgets)) {
    it(`are there for ${widget} in Italian, English and Arabic`, () => {
      assert.deepEqual(Object.keys(linkTexts[widget] ?? {}), ['it', 'en', 'ar']);
    });
  }

  it('are those of the language for a variant of it', () => {
    assert.match(codeOf(make({ lang: 'en-GB' }), 'content'), />Read the participation pact</);
  });

  it('are written by whoever wants a language that has none', () => {
    assert.throws(() => make({ lang: 'de' }), /There are no ready words in 'de'/);
    assert.match(codeOf(make({ lang: 'de', text: 'Zum\n\n Pakt' }), 'content'), />Zum Pakt</);
  });
});

describe('hostile words', () => {
  const hostile = `"><script>alert(1)</script>'; [gallery] {{x}} ''' ~~~~ __TOC__ <?php ?> \${x} \\ ]]> https://a.example`;

  for (const cms of cmsNames.filter(name => name !== 'mediawiki')) {
    it(`stay words in ${cms}`, async () => {
      const codes = make({ cms, text: hostile })
        .filter(({ code, language }) => language === 'html' && code.includes('alert'))
        .map(({ code }) => code);
      assert.ok(codes.length > 1);
      for (const code of codes) {
        // Neither a shortcode nor a variable of a template.
        assert.ok(!/[[{]/.test(code), code);
        const found = await page.evaluate(html => {
          const { body } = new DOMParser().parseFromString(html, 'text/html');
          return { scripts: body.querySelectorAll('script').length, words: body.querySelector('a').textContent };
        }, code);
        assert.deepEqual(found, { scripts: 0, words: hostile });
      }
    });
  }

  it('stay words in Markdown', () => {
    const code = codeOf(make({ text: 'a](javascript:alert(1)) <b> *x*' }), 'markdown');
    assert.match(code, /^\[a\\\]\\\(javascript:alert\\\(1\\\)\\\) &lt;b&gt; \\\*x\\\*\]\(https:\/\/partecipa\.[^\s)]+\)$/);
  });
});

describe('options that make no snippet', () => {
  const refused = [
    [{ site: 'partecipa.comune.example' }, 'site', /no address.*https:\/\//],
    [{ site: 'http://partecipa.comune.example/portico' }, 'site', /must begin with https/],
    [{ site: 'javascript:alert(1)' }, 'site', /must begin with https/],
    [{ site: 'https://a.example/portico?x=1' }, 'site', /must be a folder/],
    [{ site: 'https://me:secret@a.example/' }, 'site', /any password/],
    [{ site: "https://a.example/';alert(1)//" }, 'site', /signs that not every CMS takes/],
    [{ subject: '' }, 'subject', /Write the id/],
    [{ subject: '"><script>' }, 'subject', /is no id/],
    [{ subject: '..' }, 'subject', /is no id/],
    [{ subject: 'https://a.example/embed/pact-viewer/x' }, 'subject', /only its last part/],
    [{ lang: 'italiano' }, 'lang', /no language tag/],
    [{ lang: 'it_IT' }, 'lang', /no language tag/],
    [{ widget: 'toString' }, 'widget', /not among document, follow, observation-form/],
    [{ look: 'constructor' }, 'look', /not among bootstrap-italia/],
    [{ lookVia: 'magic' }, 'lookVia', /not among sheet/],
    [{ cms: 'sharepoint' }, 'cms', /not among wordpress/],
    [{ version: 'latest' }, 'version', /like 0\.1\.0/],
    [{ attributes: { onclick: 'x' } }, 'attributes', /has no attribute 'onclick'/],
    [{ attributes: { 'heading-level': '9' } }, 'attributes', /from 1 to 6/],
    [{ attributes: { version: 'two' } }, 'attributes', /is a number/],
    [{ text: 'x'.repeat(201) }, 'text', /longer than 200/],
    [{ text: 'a\u0000b' }, 'text', /control character/],
    [{ backend: 'ftp://a.example' }, 'backend', /https/],
    [{ origins: ['https://a.example', '*'] }, 'origins', /no address/],
    [{ preload: 'everything' }, 'preload', /not among widget/],
    [{ pinned: true }, 'integrity', /npm run build/],
    [{ pinned: true, integrity: { ...integrity, version: '9.9.9' } }, 'integrity', /of release 9\.9\.9/],
    [{ pinned: true, integrity, look: 'kern' }, 'integrity', /no hash for presets\/kern\.css/],
    [
      { pinned: true, integrity: { ...integrity, files: { ...integrity.files, 'loader.js': '"><script>' } } },
      'integrity',
      /loader\.js/,
    ],
  ];

  for (const [changes, option, message] of refused) {
    it(`${JSON.stringify(changes)}: says what to do about '${option}'`, () => {
      assert.throws(
        () => make(changes),
        error => {
          assert.ok(error instanceof SnippetError);
          assert.deepEqual(
            error.problems.map(problem => problem.option),
            [option],
          );
          assert.match(error.problems[0].message, message);
          return true;
        },
      );
    });
  }

  it('are named all at once, in the order of the form', () => {
    assert.throws(() => make({ site: '', subject: '', cms: '' }), {
      problems: [{ option: 'subject' }, { option: 'cms' }, { option: 'site' }].map(({ option }) => ({
        option,
        message: findMessage(option),
      })),
    });
  });

  const findMessage = option => {
    try {
      make({ [option]: '' });
    } catch (error) {
      return error.problems[0].message;
    }
    throw new Error(`An empty ${option} made a snippet.`);
  };

  it('localhost may do without encryption', () => {
    assert.match(
      codeOf(make({ site: 'http://localhost:5173/portico/' }), 'head'),
      /http:\/\/localhost:5173\/portico\/\d+\/loader\.js/,
    );
  });
});

describe('what a team is told', () => {
  it('there is a look for each preset', () => {
    assert.deepEqual(
      filesIn('src/styles/presets', /\.css$/).map(file => file.replace('.css', '')),
      Object.keys(looks).sort(),
    );
  });

  for (const cms of cmsNames) {
    it(`${cms}: what is needed comes first, then the rest, each with its place`, () => {
      const pieces = make({ cms });
      const order = pieces.map(({ optional }) => optional);
      assert.deepEqual(order, [...order].sort());
      assert.equal(pieceOf(pieces, 'head').optional, false);
      assert.equal(pieceOf(pieces, 'content').optional, false);
      assert.equal(new Set(pieces.map(({ id }) => id)).size, pieces.length);
      for (const { where, notes } of pieces) assert.ok([where, ...notes].every(words => /\S/.test(words)));
    });

    it(`${cms}: says whether the files are checked`, () => {
      assert.match(pieceOf(make({ cms }), 'head').notes.join(), /cannot check/);
      assert.match(pieceOf(make({ cms, pinned: true, integrity }), 'head').notes.join(), /never change/);
    });
  }
});
