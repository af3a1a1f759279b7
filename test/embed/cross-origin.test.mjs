import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { bare, linkIsThere, only, openAll, saysThatItFailed } from './bare-page.mjs';
import { startEngine } from './engines.mjs';
import { eventually } from './eventually.mjs';
import { shows } from './seen.mjs';
import { stage } from './stage.mjs';

/** What `docs/csp.md` says of headers between two hosts: what the server of files and data must send, and pages that are isolated or in a frame. */

const { city, site, put, close } = await stage();
const engines = await Promise.all(['chromium', 'firefox'].map(async name => ({ name, ...(await startEngine(name)) })));

const everybody = { 'access-control-allow-origin': '*' };
const nobody = { 'access-control-allow-origin': undefined };

/** A server that sends what a test wants and nothing more. */
const sent = { files: everybody, data: everybody };
const pact = await (await fetch(`${city.url}/api/v1/pacts/aria-clima-2026?locale=it`)).text();
const asked = [];
const plain = await serve({
  root: 'dist/cdn',
  headers: () => sent.files,
  answer: (request, response, { pathname }) => {
    asked.push(pathname);
    if (!pathname.startsWith('/api/')) return false;
    const headers = Object.entries(sent.data).filter(([, value]) => value !== undefined);
    response.writeHead(200, { 'content-type': 'application/json', ...Object.fromEntries(headers) });
    response.end(pact);
    return true;
  },
});
const host = plain.url.replace('localhost', '127.0.0.1');

after(async () => {
  await Promise.all(engines.map(({ engine }) => engine.close()));
  await Promise.all([close(), plain.close()]);
});

const policy = only(`script-src ${host}`, `style-src ${host}`, `connect-src ${host}`);
const loader = `<script type="module" src="${host}/0/loader.js"></script>`;
const usual = bare(host, { head: loader });

for (const { name, engine } of engines) {
  /** Opens a page while the server sends this. */
  const visit = async ({ files = everybody, data = everybody }, url, look) => {
    Object.assign(sent, { files, data });
    asked.length = 0;
    const tab = await engine.open(url);
    try {
      await look(tab);
    } finally {
      await tab.close();
    }
  };

  describe(`the server of files and data, in ${name}`, () => {
    it('needs no header but Access-Control-Allow-Origin', () =>
      visit({}, put(usual, { policy }), async tab => {
        await tab.until(shows, 1);
        await openAll(tab);
        assert.deepEqual(tab.complaints, []);
      }));

    it('that does not send it with the files leaves the link', () =>
      visit({ files: nobody }, put(usual, { policy }), async ({ evaluate, complaints }) => {
        await eventually(() => complaints.some(text => /CORS|Cross-Origin|cross-origin/.test(text)), 'the warning');
        assert.equal(await evaluate(linkIsThere), true);
        assert.deepEqual(
          asked.filter(path => /chunks|api/.test(path)),
          [],
        );
      }));

    it('that does not send it with the data lets the widget say that it has none, above the link', () =>
      visit({ data: nobody }, put(usual, { policy }), async ({ until }) => {
        await until(saysThatItFailed);
        await until(linkIsThere);
      }));

    it('is asked without a preflight', () =>
      visit({}, put(usual, { policy }), async ({ until }) => {
        await until(shows, 1);
        assert.equal(asked.filter(path => path.startsWith('/api/')).length, 1);
      }));
  });

  describe(`an isolated page, in ${name}`, () => {
    const headers = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };
    const styles = `<link rel="stylesheet" href="${host}/0/presets/helsinki.css" crossorigin="anonymous">`;
    /** Whether the preset is at work. */
    const styled = () => getComputedStyle(document.documentElement).getPropertyValue('--portico-font-weight-heading') !== '';

    it('takes the widget and a style sheet with crossorigin from a server without Cross-Origin-Resource-Policy', () =>
      visit({}, put(bare(host, { head: styles + loader }), { policy, headers }), async tab => {
        await tab.until(shows, 1);
        assert.equal(await tab.evaluate(() => globalThis.crossOriginIsolated), true);
        assert.equal(await tab.evaluate(styled), true);
        assert.deepEqual(tab.complaints, []);
      }));

    it('takes a style sheet without crossorigin only with Cross-Origin-Resource-Policy', async () => {
      const url = put(bare(host, { head: styles.replace(' crossorigin="anonymous"', '') + loader }), { policy, headers });
      await visit({}, url, async tab => {
        await tab.until(shows, 1);
        assert.equal(await tab.evaluate(styled), false);
      });
      await visit({ files: { ...everybody, 'cross-origin-resource-policy': 'cross-origin' } }, url, async tab => {
        await tab.until(shows, 1);
        assert.equal(await tab.evaluate(styled), true);
      });
    });
  });

  describe(`a frame with a sandbox, in ${name}`, () => {
    const framed = sandbox => {
      const inner = put(usual, { policy });
      const content = `<iframe sandbox="${sandbox}" src="${inner}" width="600" height="900"></iframe>`;
      return put(bare(host, { content }), { policy: `${policy}; frame-src ${site.url}` });
    };

    it('shows the link without allow-scripts', () =>
      visit({}, framed(''), async tab => {
        const { until } = await tab.frame(0);
        await until(linkIsThere);
        assert.deepEqual(
          asked.filter(path => /api/.test(path)),
          [],
        );
      }));

    it('gets no data from a server that answers the origin of the site alone', () =>
      visit({ data: { 'access-control-allow-origin': site.url } }, framed('allow-scripts'), async tab => {
        const { until } = await tab.frame(0);
        await until(saysThatItFailed);
      }));
  });
}

describe('the same server, asked by the site itself', () => {
  it('gives its data to the origin that it names', async () => {
    Object.assign(sent, { files: everybody, data: { 'access-control-allow-origin': site.url } });
    const tab = await engines[0].engine.open(put(bare(host, { head: loader }), { policy }));
    await tab.until(shows, 1);
    await tab.close();
  });
});
