import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { cdn } from '../../scripts/cdn-folders.mjs';
import { filesIn } from '../../scripts/files-in.mjs';
import { typeOf } from '../../scripts/serve.mjs';
import { bare, linkIsThere, only, openAll, saysThatItFailed } from './bare-page.mjs';
import { startEngine } from './engines.mjs';
import { eventually } from './eventually.mjs';
import { ownScript } from './own-script.mjs';
import { shows } from './seen.mjs';
import { loaderTag, pasted, stylesTag } from './site.mjs';
import { stage } from './stage.mjs';

/** What `docs/csp.md` says of policies: which directives are enough, and what happens where one is missing. */

const { city, site, pages, put, close } = await stage();
const engines = await Promise.all(['chromium', 'firefox'].map(async name => ({ name, ...(await startEngine(name)) })));

after(async () => {
  await Promise.all(engines.map(({ engine }) => engine.close()));
  await close();
});

const scripts = (...sources) => `script-src ${sources.join(' ')}`;
const data = `connect-src ${city.url}`;
const trustedTypes = "require-trusted-types-for 'script'";
const strictDynamic = "'strict-dynamic'";

const nonce = "'nonce-cGF0dG8'";
const withNonce = tag => tag.replace(/^<(\w+)/, '<$1 nonce="cGF0dG8"');
const preload = `<link rel="modulepreload" href="${city.url}/portico/0/pact-viewer.js">`;

const loader = loaderTag(city.url);
const usual = bare(city.url, { head: loader });

/** Puts the files and the data on the site's own host. */
async function selfHosted() {
  for (const file of filesIn('dist/cdn', /\.(js|css)$/)) {
    pages.set(`/portico/${file}`, { body: readFileSync(`dist/cdn/${file}`, 'utf8'), type: typeOf(file) });
  }
  const json = body => ({ body, type: 'application/json' });
  const pact = await fetch(`${city.url}/api/v1/pacts/aria-clima-2026?locale=it`);
  pages.set('/api/v1/pacts/aria-clima-2026', json(await pact.text()));
  pages.set('/api/v1/pacts/aria-clima-2026/acceptance', json('{}'));
  pages.set('/api/v1/session', json('{"type":"signed-out"}'));
}

/** A pinned release as a page names it: the loader with its hash, and the import map with the hashes of all files. */
function pinned() {
  const read = file => JSON.parse(readFileSync(`${cdn.pinned}/${file}`, 'utf8'));
  const hash = read('integrity.json').files['loader.js'];
  const { integrity } = read('importmap.json');
  const map = JSON.stringify({
    integrity: Object.fromEntries(Object.entries(integrity).map(([path, of]) => [city.url + path, of])),
  });
  const tag = `<script type="module" src="${city.url}/portico/${cdn.version}/loader.js" integrity="${hash}" crossorigin="anonymous"></script>`;
  return {
    tag,
    map,
    mapTag: `<script type="importmap">${map}</script>`,
    hash: `'${hash}'`,
    all: Object.values(integrity).map(of => `'${of}'`),
  };
}

const hashOf = text => `'sha384-${createHash('sha384').update(text).digest('base64')}'`;

for (const { name, engine } of engines) {
  const visit = async (url, look) => {
    const tab = await engine.open(url);
    try {
      await look(tab);
    } finally {
      await tab.close();
    }
  };

  const reported = pattern =>
    eventually(() => site.reports.some(report => pattern.test(JSON.stringify(report))), `a report of ${pattern}`);

  /** The widget comes, all in it opens, and nothing is blocked. */
  const works = (body, policy) =>
    visit(put(body, { policy }), async tab => {
      await tab.until(shows, 1);
      await openAll(tab);
      assert.deepEqual(tab.complaints, []);
      assert.deepEqual(site.reports, []);
    });

  /** Something is blocked, and the link stays. */
  const leavesLink = (body, policy, blocked) =>
    visit(put(body, { policy }), async ({ evaluate, until }) => {
      await reported(blocked);
      await until(linkIsThere);
      await until(() => document.querySelector('a.portico-embed').style.minBlockSize === '');
      assert.equal(await evaluate(() => document.querySelector('portico-pact-viewer')), null);
    });

  describe(`a policy, in ${name}`, () => {
    it("of 'self' for scripts and data is enough where everything is on the site's own host", async () => {
      await selfHosted();
      await works(
        bare(site.url, { head: loaderTag('') }),
        only("script-src 'self'", "connect-src 'self'", trustedTypes, 'trusted-types lit-html'),
      );
    });

    it('of scripts and data of the city is enough: nothing for styles, images, fonts, frames', () =>
      works(usual, only(scripts(city.url), data, trustedTypes)));

    it('needs a source for styles only where the head links some', () =>
      works(bare(city.url, { head: stylesTag(city.url) + loader }), only(scripts(city.url), `style-src ${city.url}`, data)));

    it('without that source leaves out what the head links, and the widget comes all the same', () =>
      visit(
        put(bare(city.url, { head: stylesTag(city.url) + loader }), { policy: only(scripts(city.url), data) }),
        async ({ until }) => {
          await reported(/portico\.css/);
          await until(shows, 1);
        },
      ));

    it('needs none where the script tag names a look', () =>
      visit(
        put(bare(city.url, { head: loaderTag(city.url, { 'data-theme': 'govuk' }) }), { policy: only(scripts(city.url), data) }),
        async ({ until }) => {
          await until(shows, 1);
          await until(() =>
            document
              .querySelector('portico-pact-viewer')
              .shadowRoot.adoptedStyleSheets.some(sheet => [...sheet.cssRules].some(rule => rule.cssText.includes('--govuk-'))),
          );
          assert.deepEqual(site.reports, []);
        },
      ));

    it('may name the folder above the release and the major version', () =>
      works(usual, only(scripts(`${city.url}/portico/`), `connect-src ${city.url}/api/`)));

    it('that names the folder of the floating loader alone keeps out the release', () =>
      leavesLink(usual, only(scripts(`${city.url}/portico/0/`), data), /portico\/\d+\.\d+\.\d+\/chunks/));

    it('may stand in a meta element', () => {
      const policy = ["default-src 'none'", 'img-src data:', scripts(city.url), data, trustedTypes].join('; ');
      const head = `<meta http-equiv="content-security-policy" content="${policy}">${loader}`;
      return works(bare(city.url, { head }), "object-src 'none'");
    });

    it('without the source of the scripts leaves the link', () =>
      leavesLink(usual, only("script-src 'self'", data), /loader\.js/));

    it('without the source of the data lets the widget say that it has none, above the link', () =>
      visit(put(usual, { policy: only(scripts(city.url)) }), async ({ until }) => {
        await reported(/connect-src/);
        await until(saysThatItFailed);
        await until(linkIsThere);
      }));
  });

  describe(`a policy of nonces, in ${name}`, () => {
    const nonced = bare(city.url, { head: withNonce(loader) });

    it('lets in the loader and all that it imports', () => works(nonced, only(scripts(nonce), data, trustedTypes)));

    it("does so with 'strict-dynamic'", () => works(nonced, only(scripts(nonce, strictDynamic), data, trustedTypes)));

    it("lets in the classic loader with 'strict-dynamic'", () =>
      works(
        bare(city.url, { head: withNonce(loaderTag(city.url, { classic: true })) }),
        only(scripts(nonce, strictDynamic), data, trustedTypes),
      ));

    it('lets in a preloaded file that has the nonce', () =>
      works(bare(city.url, { head: withNonce(preload) + withNonce(loader) }), only(scripts(nonce, strictDynamic), data)));

    it('shows the widget where only the preloaded file has no nonce', () =>
      visit(put(bare(city.url, { head: preload + withNonce(loader) }), { policy: only(scripts(nonce), data) }), ({ until }) =>
        until(shows, 1),
      ));

    it("with 'strict-dynamic' lets in no loader by its host", () =>
      leavesLink(usual, only(scripts(nonce, strictDynamic, city.url), data), /loader\.js/));
  });

  describe(`a policy of hashes, in ${name}`, () => {
    it('lets in the pinned loader, and by their host the files that it imports', () => {
      const { tag, hash } = pinned();
      return works(bare(city.url, { head: tag }), only(scripts(hash, city.url), data, trustedTypes));
    });

    it("lets in the loader alone, with 'strict-dynamic' and without", async () => {
      const { tag, hash } = pinned();
      for (const more of ['', strictDynamic]) {
        await leavesLink(bare(city.url, { head: tag }), only(scripts(hash, more), data), /chunks/);
      }
    });

    it('lets in every file by its hash where the import map names them', () => {
      const { tag, map, mapTag, all } = pinned();
      return works(bare(city.url, { head: mapTag + tag }), only(scripts(hashOf(map), ...all), data, trustedTypes));
    });

    describe("with 'strict-dynamic' and a script that inserts the loader", () => {
      const code = `const tag = document.createElement('script'); tag.type = 'module'; tag.src = '${city.url}/portico/0/loader.js'; document.head.append(tag);`;
      const body = bare(city.url, { head: `<script>${code}</script>` });
      const inserted = scripts(hashOf(code), strictDynamic);

      it('lets in all', () => works(body, only(inserted, data)));

      it('lets in nothing where the page asks for Trusted Types and the script has none', () =>
        leavesLink(body, only(inserted, data, trustedTypes), /require-trusted-types-for/));
    });
  });

  describe(`the import map of a release, in ${name}`, () => {
    it('is let in by its hash, and then no changed file is taken', async () => {
      const { tag, map, mapTag } = pinned();
      const url = put(bare(city.url, { head: mapTag + tag }), { policy: only(scripts(city.url, hashOf(map)), data) });
      city.trouble.spoil = /\/core\./;
      await visit(url, async ({ evaluate, until, complaints }) => {
        await eventually(() => complaints.some(text => /core\..*(digest|hash)|(digest|hash).*core\./s.test(text)), 'the warning');
        await until(linkIsThere);
        assert.equal(await evaluate(() => document.querySelector('portico-pact-viewer')), null);
      });
    });

    it('is let in by a nonce', () => {
      const { tag, mapTag } = pinned();
      return works(bare(city.url, { head: withNonce(mapTag) + withNonce(tag) }), only(scripts(nonce), data, trustedTypes));
    });

    it('is not read where the policy does not let it in: a changed file is taken then', async () => {
      const { tag, mapTag } = pinned();
      const url = put(bare(city.url, { head: mapTag + tag }), { policy: only(scripts(city.url), data) });
      city.trouble.spoil = /\/core\./;
      await visit(url, async ({ until }) => {
        await reported(/"inline"/);
        await until(shows, 1);
      });
    });
  });

  describe(`Trusted Types, in ${name}`, () => {
    it("with the list 'none' leave the link", () =>
      leavesLink(usual, only(scripts(city.url), data, trustedTypes, "trusted-types 'none'"), /trusted-types/));

    it("with the list lit-html and no 'allow-duplicates' keep out a second copy of Lit", async () => {
      pages.set('/own.js', { body: await ownScript(), type: 'text/javascript' });
      const head = `<script type="module" src="/own.js"></script>${loader}`;
      const content = `<site-counter></site-counter>${pasted(city.url)}`;
      const policy = only(scripts("'self'", city.url), data, trustedTypes, 'trusted-types lit-html');
      const url = put(bare(city.url, { head, content }), { policy });
      let go;
      city.trouble.hold = { pattern: /\/chunks\//, until: new Promise(resolve => (go = resolve)) };
      await visit(url, async ({ evaluate, until }) => {
        await until(() => document.querySelector('site-counter').shadowRoot?.textContent.includes('Compteur'));
        go();
        await reported(/trusted-types/);
        await until(linkIsThere);
        assert.equal(await evaluate(() => document.querySelector('portico-pact-viewer')), null);
      });
    });
  });
}
