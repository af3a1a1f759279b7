import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { cdn } from '../../scripts/cdn-folders.mjs';
import { demoCity } from '../../scripts/demo-city.mjs';
import { startEngine } from './engines.mjs';
import { eventually } from './eventually.mjs';
import { ownScript } from './own-script.mjs';
import { hostLook, kept, origins, placeHeights, shown, shows, sideways, styled, title } from './seen.mjs';
import { link, loaderTag, page, pasted, policy, stylesTag } from './site.mjs';
import { otherRelease, stage } from './stage.mjs';

/**
 * What a page that is not ours may be like, and what must hold there: the same in every engine.
 *
 * @param name - Name of the engine.
 */
export async function embedTests(name) {
  const { engine, why } = await startEngine(name);
  const { city, site, pages, put, close } = await stage();

  const head = (options = {}) => stylesTag(city.url) + loaderTag(city.url, options);
  const strict = policy(city.url);
  /** The page that most tests need: the loader in the head, a link in the content, a strict policy. */
  const usual = ({ html, query, ...options } = {}) =>
    put(page({ html, head: head(options), content: pasted(city.url, { query }) }), { policy: strict });

  describe(`a page that is not ours, in ${name}`, { skip: why ?? false }, () => {
    after(async () => {
      await engine?.close();
      await close();
    });

    /** Opens a page, waits until so many widgets show their pact, and asks. */
    async function visit(url, { count = 1, ...options } = {}, look = () => {}) {
      const tab = await engine.open(url, options);
      try {
        if (count > 0) await tab.until(shows, count);
        await look(tab);
      } finally {
        await tab.close();
      }
    }

    it('shows the pact in the place of a pasted link, under its own strict policy with a list of Trusted Types', async () => {
      await visit(usual(), {}, async ({ evaluate, complaints }) => {
        assert.equal(await evaluate(title), 'Patto di partecipazione al Piano Aria e Clima');
        assert.deepEqual(complaints, []);
        assert.deepEqual(site.reports, []);
      });
    });

    it('does so without a list of Trusted Types too', async () => {
      const body = page({ head: head(), content: pasted(city.url) });
      await visit(put(body, { policy: policy(city.url, { trustedTypes: '' }) }), {}, ({ complaints }) => {
        assert.deepEqual(complaints, []);
        assert.deepEqual(site.reports, []);
      });
    });

    it('asks for five things at most until the pact is there, and for each once', async () => {
      const url = put(page({ head: loaderTag(city.url), content: pasted(city.url) }), { policy: strict });
      await visit(url, {}, () => {
        const asked = city.requests.map(({ path }) => path);
        const first = asked.filter(path => !/pact-details|add-styles/.test(path));
        assert.equal(first.length, 5, asked.join('\n'));
        assert.equal(new Set(asked).size, asked.length);
      });
    });

    it('asks for core, widget, words and data together: none waits for another', async () => {
      let go;
      const url = usual();
      city.trouble.hold = { pattern: /\/(chunks|locales|api)\//, until: new Promise(resolve => (go = resolve)) };
      await visit(url, { count: 0 }, async ({ until }) => {
        await until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/loader.js')));
        const wanted = [
          /chunks\/core\.js/,
          /chunks\/pact-viewer\.js/,
          /locales\/it\.js/,
          /api\/v1\/pacts\/aria-clima-2026\?locale=it$/,
        ];
        await eventually(
          () => wanted.every(pattern => city.requests.some(({ path }) => pattern.test(path))),
          'all four requests',
        );
        go();
        await until(shows, 1);
      });
    });

    it('uses the whole file where the head preloads it, and asks for no chunk', async () => {
      const preload = `<link rel="modulepreload" href="${city.url}/portico/0/pact-viewer.js">`;
      const url = put(page({ head: head() + preload, content: pasted(city.url) }), { policy: strict });
      await visit(url, {}, ({ complaints }) => {
        const asked = city.requests.map(({ path }) => path);
        assert.deepEqual([...asked].sort(), [
          '/api/v1/pacts/aria-clima-2026?locale=it',
          '/portico/0/loader.js',
          '/portico/0/pact-viewer.js',
          '/portico/0/portico.css',
        ]);
        assert.deepEqual(complaints, []);
      });
    });

    it('works from one file without the loader, which uses the data that the page preloads', async () => {
      const data = `${city.url}/api/v1/pacts/aria-clima-2026?locale=it`;
      const url = put(
        page({
          head: `<link rel="preload" as="fetch" crossorigin="anonymous" href="${data}">
            <script type="module" src="${city.url}/portico/0/pact-viewer.js"></script>`,
          content: `<portico-backend http="${city.url}/api/"><portico-pact-viewer pact="aria-clima-2026"></portico-pact-viewer></portico-backend>`,
        }),
        { policy: strict },
      );
      await visit(url, {}, ({ complaints }) => {
        assert.equal(city.requests.filter(({ path }) => path.startsWith('/api/')).length, 1);
        assert.deepEqual(complaints, []);
      });
    });

    it('works from the classic loader, in the middle of the body', async () => {
      const content = `${pasted(city.url)}<script src="${city.url}/portico/0/loader.classic.js"></script>${pasted(city.url, { query: '?lang=en' })}`;
      await visit(put(page({ head: stylesTag(city.url), content }), { policy: strict }), { count: 2 }, ({ complaints }) => {
        assert.deepEqual(complaints, []);
      });
    });

    it('turns placeholders and tags into widgets too, and gives tags the backend of the script tag', async () => {
      const content = `<div data-portico="pact-viewer" data-pact="aria-clima-2026" data-lang="en">${link(city.url)}</div>
        <portico-pact-viewer pact="aria-clima-2026" lang="ar">${link(city.url)}</portico-pact-viewer>`;
      const url = put(page({ head: head({ 'data-backend': `${city.url}/api/`, 'data-lazy': 'off' }), content }), {
        policy: strict,
      });
      await visit(url, { count: 2 }, async ({ evaluate, complaints }) => {
        const all = await evaluate(() =>
          [...document.querySelectorAll('portico-pact-viewer')].map(viewer => ({
            lang: viewer.lang,
            dir: viewer.shadowRoot.querySelector('.viewer').dir,
            fallback: viewer.querySelectorAll('a').length,
            inside: viewer.parentElement.dataset.portico ?? '',
          })),
        );
        assert.deepEqual(all, [
          { lang: 'en', dir: 'ltr', fallback: 1, inside: 'pact-viewer' },
          { lang: 'ar', dir: 'rtl', fallback: 1, inside: '' },
        ]);
        assert.deepEqual(complaints, []);
      });
    });

    it('upgrades an address that is alone in its paragraph, and leaves one inside a sentence', async () => {
      const content = `${pasted(city.url, { name: 'other' })}<p>Vedi ${link(city.url, { name: 'other' })} sul sito.</p>`;
      await visit(put(page({ head: head({ 'data-lazy': 'off' }), content }), { policy: strict }), {}, async ({ evaluate }) => {
        assert.equal(await evaluate(shown), 1);
        assert.equal(await evaluate(() => document.querySelectorAll('p > a.portico-other').length), 1);
      });
    });

    it('leaves a link that asks to be left alone', async () => {
      const content = pasted(city.url) + pasted(city.url).replace('<a ', '<a data-portico="off" ');
      await visit(put(page({ head: head({ 'data-lazy': 'off' }), content }), { policy: strict }), {}, async ({ evaluate }) => {
        assert.equal(await evaluate(() => document.querySelectorAll('p > a[data-portico=off]').length), 1);
      });
    });

    it('takes from an address only what is allowed', async () => {
      const query = `?lang=en&heading-level=3&onclick=alert(1)&style=color:red&class=x&http=https://evil.example/&theme=%22%3E%3Cscript%3E&pact=other`;
      await visit(usual({ query }), {}, async ({ evaluate }) => {
        const attributes = await evaluate(() => document.querySelector('portico-pact-viewer').getAttributeNames().sort());
        assert.deepEqual(attributes, ['heading-level', 'lang', 'pact']);
        assert.equal(await evaluate(() => document.querySelector('portico-pact-viewer').pact), 'aria-clima-2026');
      });
    });

    it('leaves a forged link a link, and says how to trust it', async () => {
      const { host } = new URL(city.url);
      const forged = [
        'https://evil.example',
        `https://${host}.evil.example`,
        `https://${host}@evil.example`,
        'http://localhost:1',
      ];
      const content =
        forged.map(origin => pasted(origin)).join('') +
        `<p><a class="portico-embed" href="javascript:/embed/pact-viewer/x">x</a></p>` +
        pasted(city.url);
      await visit(
        put(page({ head: head({ 'data-lazy': 'off' }), content }), { policy: strict }),
        {},
        async ({ evaluate, until, complaints }) => {
          assert.equal(await evaluate(() => document.querySelectorAll('p > a.portico-embed').length), 5);
          if (!engine.can.includes('complaints')) return;
          await until(() => true);
          await eventually(() => complaints.length >= 5, 'five warnings');
          assert.equal(complaints.filter(text => /data-origins="/.test(text)).length, 5, complaints.join('\n'));
        },
      );
    });

    it('follows a link to another city that the page trusts, to its own data', async () => {
      const other = await demoCity();
      const url = put(page({ head: head({ 'data-origins': other.url }), content: pasted(other.url) }), {
        policy: strict.replace('connect-src', `connect-src ${other.url}`),
      });
      await visit(url, {}, () => {
        assert.deepEqual(
          other.requests.map(({ path }) => path),
          ['/api/v1/pacts/aria-clima-2026?locale=it'],
        );
      });
      await other.close();
    });

    it('asks nobody else for anything, keeps nothing and sends no cookie', async () => {
      await visit(`${city.url}/embed/pact-viewer/aria-clima-2026`, { count: 0 }, ({ evaluate }) =>
        evaluate(() => (document.cookie = 'who=me; path=/')),
      );
      await visit(usual(), {}, async ({ evaluate, until }) => {
        await until(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('#full-text'));
        const known = [city.url, site.url].sort();
        assert.deepEqual(
          (await evaluate(origins)).filter(origin => !known.includes(origin)),
          [],
        );
        assert.deepEqual(await evaluate(kept), { cookies: 0, local: 0, session: 0 });
        assert.deepEqual(
          city.requests.filter(({ headers }) => headers.cookie !== undefined).map(({ path }) => path),
          [],
        );
      });
    });

    it('changes nothing else on the page', async () => {
      let plain;
      await visit(put(page({ content: pasted(city.url) })), { count: 0 }, async ({ evaluate, until }) => {
        await until(styled);
        plain = await evaluate(hostLook);
      });
      await visit(usual(), {}, async ({ evaluate }) => {
        assert.equal(
          JSON.stringify(await evaluate(hostLook)) === JSON.stringify(plain),
          true,
          'an element of the page looks different',
        );
        assert.deepEqual(await evaluate(() => Object.keys(globalThis).filter(key => /portico/i.test(key))), []);
      });
    });

    it('stands on a page with hostile styles and a root of 62.5 %', async () => {
      const css = `html { font-size: 62.5% } * { float: left !important; margin: 7px !important; color: #f0f !important; text-transform: uppercase !important }
        p, button, h2 { display: none !important }`;
      pages.set('/hostile.css', { body: css, type: 'text/css' });
      const url = put(
        page({ head: `${head()}<link rel="stylesheet" href="/hostile.css">`, content: `<div>${link(city.url)}</div>` }),
        { policy: strict },
      );
      await visit(url, {}, async ({ evaluate }) => {
        const seen = await evaluate(() => {
          const root = document.querySelector('portico-pact-viewer').shadowRoot;
          const style = getComputedStyle(root.querySelector('#title'));
          return [style.display, style.float, style.marginTop, style.textTransform];
        });
        assert.deepEqual(seen.slice(0, 3), ['block', 'none', '0px']);
      });
    });

    for (const [look, css] of [
      ['a dark page that says so', ':root { color-scheme: dark } body { background: #111; color: #eee }'],
      ['a dark page that does not say so', 'body { background: #000; color: #eee }'],
    ]) {
      it(`can be read on ${look}`, async () => {
        pages.set('/look.css', { body: css, type: 'text/css' });
        const url = put(page({ head: `${head()}<link rel="stylesheet" href="/look.css">`, content: pasted(city.url) }), {
          policy: strict,
        });
        await visit(url, {}, async ({ evaluate }) => {
          const [text, surface] = await evaluate(() => {
            const paint = color => {
              const context = new OffscreenCanvas(1, 1).getContext('2d');
              context.fillStyle = color;
              context.fillRect(0, 0, 1, 1);
              return [...context.getImageData(0, 0, 1, 1).data];
            };
            const viewer = document.querySelector('portico-pact-viewer');
            const title = viewer.shadowRoot.querySelector('#title');
            return [paint(getComputedStyle(title).color), paint(getComputedStyle(viewer).backgroundColor)];
          });
          assert.equal(surface[3], 255, 'the surface lets the page through');
          assert.ok(contrast(text, surface) >= 7, `${text} on ${surface}`);
        });
      });
    }

    it('reads from right to left where the page does', async () => {
      await visit(usual({ html: 'lang="ar" dir="rtl"' }), {}, async ({ evaluate }) => {
        assert.equal(
          await evaluate(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.viewer').dir),
          'rtl',
        );
        assert.equal(await evaluate(sideways), 0);
        assert.ok(city.requests.some(({ path }) => path === '/api/v1/pacts/aria-clima-2026?locale=ar'));
        assert.equal(city.requests.filter(({ path }) => path.startsWith('/api/')).length, 1);
      });
    });

    it('needs no scrolling to the side at 320 px', { skip: !engine?.can.includes('viewport') }, async () => {
      await visit(usual(), { width: 320 }, async ({ evaluate }) => assert.equal(await evaluate(sideways), 0));
    });

    it('takes the language of the script tag where the page has none, and that of the address before all', async () => {
      await visit(usual({ html: '', 'data-locale': 'en' }), {}, async ({ evaluate }) =>
        assert.equal(
          await evaluate(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.viewer').lang),
          'en',
        ),
      );
      await visit(usual({ 'data-locale': 'en', query: '?lang=it-simple' }), {}, async ({ evaluate }) =>
        assert.equal(
          await evaluate(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.viewer').lang),
          'it-simple',
        ),
      );
    });

    it('wears the look that the script tag or the address names', async () => {
      await visit(usual({ 'data-theme': 'dsfr', query: '?theme=govuk' }), {}, async ({ evaluate, until }) => {
        assert.equal(await evaluate(() => document.querySelector('portico-pact-viewer').getAttribute('theme')), 'govuk');
        await until(() =>
          document
            .querySelector('portico-pact-viewer')
            .shadowRoot.adoptedStyleSheets.some(sheet => [...sheet.cssRules].some(rule => rule.cssText.includes('--govuk-'))),
        );
      });
    });

    it('shows ten widgets at once, with one request for what all of them show', async () => {
      const content = Array.from({ length: 10 }, () => pasted(city.url)).join('');
      await visit(
        put(page({ head: head({ 'data-lazy': 'off' }), content }), { policy: strict }),
        { count: 10 },
        ({ complaints }) => {
          assert.equal(city.requests.filter(({ path }) => path.startsWith('/api/')).length, 1);
          assert.deepEqual(complaints, []);
        },
      );
    });

    it('waits with a widget far below until somebody comes near, and with a named one not', async () => {
      // Tall by itself: the loader may look before a style sheet has come.
      const far = `<p><canvas width="10" height="4000"></canvas></p>${pasted(city.url)}`;
      const url = put(page({ head: head(), content: far }), { policy: strict });
      await visit(url, { count: 0 }, async ({ evaluate, until }) => {
        await until(() => document.querySelector('a.portico-embed').style.minBlockSize !== '');
        assert.deepEqual(
          city.requests.filter(({ path }) => /chunks|api/.test(path)),
          [],
        );
        await evaluate(() => document.querySelector('a.portico-embed').scrollIntoView({ behavior: 'instant' }));
        await until(shows, 1);
      });
      const named = put(page({ head: head({ 'data-components': 'pact-viewer' }), content: far }), { policy: strict });
      await visit(named, { count: 1 });
    });

    it('takes in what is inserted later, moved and taken away', async () => {
      await visit(put(page({ head: head() }), { policy: strict }), { count: 0 }, async ({ evaluate, until, complaints }) => {
        const insert = href => {
          const link = document.createElement('a');
          link.className = 'portico-embed';
          link.href = href;
          link.textContent = 'Il patto';
          document.querySelector('#before').after(link);
        };
        await until(() => document.querySelector('script[data-backend]'));
        await evaluate(insert, `${city.url}/embed/pact-viewer/aria-clima-2026`);
        await until(shows, 1);
        await evaluate(() => document.querySelector('main').prepend(document.querySelector('portico-backend')));
        await until(shows, 1);
        await evaluate(() => document.querySelector('portico-backend').remove());
        await evaluate(insert, `${city.url}/embed/pact-viewer/aria-clima-2026`);
        await until(shows, 1);
        assert.deepEqual(complaints, []);
      });
    });

    it("works inside a host's shadow root, also of an element that is defined later", async () => {
      const url = put(page({ head: head({ 'data-lazy': 'off' }), content: '<site-card></site-card>' }), { policy: strict });
      await visit(url, { count: 0 }, async ({ evaluate, until, complaints }) => {
        await until(() => document.querySelector('script[data-backend]'));
        await evaluate(href => {
          const fill = host => {
            const link = document.createElement('a');
            link.className = 'portico-embed';
            link.href = href;
            host.attachShadow({ mode: 'open' }).append(link);
          };
          customElements.define(
            'site-card',
            class extends HTMLElement {
              constructor() {
                super();
                fill(this);
              }
            },
          );
          const box = document.createElement('div');
          fill(box);
          document.querySelector('main').append(box);
        }, `${city.url}/embed/pact-viewer/aria-clima-2026`);
        await until(shows, 2);
        assert.deepEqual(complaints, []);
      });
    });

    it('runs once where the loader stands twice', async () => {
      const twice = head({ 'data-lazy': 'off' }) + loaderTag(city.url, { classic: true }) + loaderTag(city.url);
      await visit(
        put(page({ head: twice, content: pasted(city.url) }), { policy: strict }),
        {},
        async ({ evaluate, complaints }) => {
          assert.equal(await evaluate(() => document.querySelectorAll('portico-pact-viewer').length), 1);
          assert.deepEqual(complaints, []);
        },
      );
    });

    it('lets two releases of two cities share a page', async () => {
      const other = await demoCity({ files: otherRelease('0.0.9') });
      const url = put(
        page({
          head: head({ 'data-lazy': 'off' }) + loaderTag(other.url, { 'data-lazy': 'off' }),
          content: pasted(city.url) + pasted(other.url, { query: '?lang=en' }),
        }),
        {
          policy: policy(`${city.url} ${other.url}`, { trustedTypes: "lit-html 'allow-duplicates'" }),
        },
      );
      await visit(url, { count: 2 }, ({ complaints }) => {
        assert.deepEqual(
          complaints.filter(text => !/steps back/.test(text)),
          [],
        );
      });
      await other.close();
    });

    it('shows the pact when its backend comes late', async () => {
      const content = `<portico-backend><portico-pact-viewer pact="aria-clima-2026"></portico-pact-viewer></portico-backend>`;
      await visit(put(page({ head: head(), content }), { policy: strict }), { count: 0 }, async ({ evaluate, until }) => {
        await until(() => document.querySelector('portico-pact-viewer').shadowRoot?.querySelector('.skeleton'));
        assert.deepEqual(
          city.requests.filter(({ path }) => path.startsWith('/api/')),
          [],
        );
        await evaluate(api => (document.querySelector('portico-backend').http = api), `${city.url}/api/`);
        await until(shows, 1);
      });
    });

    it('leaves the link where a chunk is missing, gives the space back at once, and says what to look for', async () => {
      const content = `${pasted(city.url)}
        <div data-portico="pact-viewer" data-pact="aria-clima-2026">${link(city.url)}</div>
        <portico-pact-viewer pact="aria-clima-2026">${link(city.url)}</portico-pact-viewer>`;
      const url = put(page({ head: head({ 'data-lazy': 'off' }), content }), { policy: strict });
      let go;
      city.trouble.missing = /\/core\./;
      city.trouble.hold = { pattern: /\/core\./, until: new Promise(resolve => (go = resolve)) };
      await visit(url, { count: 0 }, async ({ evaluate, until, complaints }) => {
        await until(styled);
        await until(() => document.querySelector('p > a.portico-embed').style.minBlockSize !== '');
        const before = await evaluate(placeHeights);
        assert.equal(before.length, 3);
        for (const height of before) assert.ok(height >= 720, `${height} px were kept free`);
        go();
        await until(() => document.querySelector('p > a.portico-embed').style.minBlockSize === '');
        await until(() => document.querySelectorAll('[data-portico=off]').length === 3);
        for (const height of await evaluate(placeHeights)) assert.ok(height > 0 && height < 100, `${height} px are left`);
        assert.equal(await evaluate(() => document.querySelector('p > a.portico-embed').textContent), 'Leggi il patto');
        await until(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('advice.js')));
        if (!engine.can.includes('complaints')) return;
        await eventually(() => complaints.some(text => text.startsWith('Portico')), 'the warning');
        assert.match(complaints.filter(text => text.startsWith('Portico')).join(), /did not load.*script-src/s);
      });
    });

    it('keeps no space for what asks to be left alone', async () => {
      const content = `${pasted(city.url).replace('<a ', '<a data-portico="off" ')}<div data-portico="off">${pasted(city.url)}</div>`;
      const url = put(page({ head: stylesTag(city.url), content }), { policy: strict });
      await visit(url, { count: 0 }, async ({ evaluate, until }) => {
        await until(styled);
        const heights = await evaluate(placeHeights);
        assert.equal(heights.length, 3);
        for (const height of heights) assert.ok(height > 0 && height < 100, `${height} px`);
      });
    });

    it('shows what happened and the link where the backend is down', async () => {
      const url = usual();
      city.trouble.api = 503;
      await visit(url, { count: 0 }, async ({ until }) => {
        await until(() => document.querySelector('portico-pact-viewer')?.state?.type === 'failed');
        await until(() => {
          const { width, height } = document.querySelector('portico-pact-viewer a').getBoundingClientRect();
          return width > 0 && height > 0 && height < 100;
        });
      });
    });

    it('gets along with a page that has its own Lit and its own i18next', async () => {
      pages.set('/own.js', { body: await ownScript(), type: 'text/javascript' });
      const url = put(
        page({
          head: `<script type="module" src="/own.js"></script>${head()}`,
          content: `<site-counter></site-counter>${pasted(city.url)}`,
        }),
        { policy: policy(city.url, { trustedTypes: "lit-html 'allow-duplicates'" }) },
      );
      await visit(url, {}, async ({ evaluate, until, complaints }) => {
        await until(() => document.querySelector('site-counter').shadowRoot?.textContent.includes('Compteur'));
        assert.equal(await evaluate(() => globalThis.siteLanguage()), 'fr');
        assert.deepEqual(
          complaints.filter(text => !/dev mode/.test(text)),
          [],
        );
      });
    });

    it('works in a frame with a sandbox', async () => {
      const inner = usual();
      const content = `<iframe sandbox="allow-scripts" src="${inner}" width="600" height="900"></iframe>`;
      const outer = put(page({ content }), { policy: `${strict}; frame-src ${site.url}` });
      await visit(outer, { count: 0 }, async ({ frame }) => {
        const { until, evaluate } = await frame(0);
        await until(shows, 1);
        assert.equal(await evaluate(() => globalThis.origin), 'null');
      });
    });

    it('waits with its place in line while somebody has focus on the link', async () => {
      let go;
      const url = usual();
      city.trouble.hold = { pattern: /\/chunks\//, until: new Promise(resolve => (go = resolve)) };
      await visit(url, { count: 0 }, async ({ evaluate, until }) => {
        await until(() => document.querySelector('a.portico-embed').style.minBlockSize !== '');
        await evaluate(() => document.querySelector('a.portico-embed').focus());
        go();
        await until(() => customElements.get('portico-pact-viewer'));
        await until(() => document.querySelector('a.portico-embed').style.minBlockSize === '');
        assert.equal(await evaluate(() => document.activeElement.className), 'portico-embed');
        await evaluate(() => document.activeElement.blur());
        await until(shows, 1);
      });
    });

    it('checks every file of a pinned release, and takes none that was changed', async () => {
      const { files } = JSON.parse(readFileSync(`${cdn.pinned}/integrity.json`, 'utf8'));
      const folder = `${city.url}/portico/${cdn.version}`;
      const checked = file => `integrity="${files[file]}" crossorigin="anonymous"`;
      const pinned = `<link rel="stylesheet" href="${folder}/portico.css" ${checked('portico.css')}>
        <link rel="modulepreload" href="${folder}/pact-viewer.js" ${checked('pact-viewer.js')}>
        <script type="module" src="${folder}/loader.js" ${checked('loader.js')}></script>`;
      const body = page({ head: pinned, content: pasted(city.url) });
      await visit(put(body, { policy: strict }), {}, ({ complaints }) => assert.deepEqual(complaints, []));
      const url = put(body, { policy: strict });
      city.trouble.spoil = /\/loader\.js$/;
      await visit(url, { count: 0 }, async ({ evaluate }) => {
        await eventually(() => city.requests.some(({ path }) => path.endsWith('/loader.js')), 'the loader');
        assert.equal(await evaluate(() => document.querySelectorAll('p > a.portico-embed').length), 1);
      });
    });
  });
}

/** Contrast of two colours (WCAG 2.2, relative luminance). */
function contrast(one, two) {
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
