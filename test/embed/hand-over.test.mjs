import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bare, only } from './bare-page.mjs';
import { startEngine } from './engines.mjs';
import { kept } from './seen.mjs';
import { loaderTag } from './site.mjs';
import { stage } from './stage.mjs';

/** From a newspaper's page to the city's own page with a sealed draft, as a person goes there. */

const { city, site, put, close } = await stage();
const engines = await Promise.all(['chromium', 'firefox'].map(async name => ({ name, ...(await startEngine(name)) })));
after(async () => {
  await Promise.all(engines.map(({ engine }) => engine.close()));
  await close();
});

const policy = only(`script-src ${city.url}`, `style-src ${city.url}`, `connect-src ${city.url}`);
const article = bare(city.url, { head: loaderTag(city.url) });

/** The links among what the person can do. */
const links = () =>
  [...(document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelectorAll('.you a') ?? [])].map(link => [
    link.textContent.trim(),
    link.href,
  ]);
const hasLink = words =>
  [...(document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelectorAll('.you a') ?? [])].some(
    link => link.textContent.trim() === words,
  );
const follow = () => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.you a').click();
const clickedInFrame = () => {
  const { contentDocument } = document.querySelector('iframe');
  const link = contentDocument?.querySelector('portico-pact-viewer')?.shadowRoot?.querySelector('.you a');
  link?.click();
  return Boolean(link);
};
const take = 'Partecipa sulla pagina del Comune';
const back = `Torna a ${new URL(site.url).host}`;
const asked = path => city.requests.filter(request => request.path.startsWith(path) && request.method === 'POST');

/** Waits over a change of pages: what was asked of the page that is being left is asked again of the next. */
async function afterwards({ evaluate }, question, ...values) {
  const end = Date.now() + 20_000;
  while (!(await evaluate(question, ...values).catch(() => false))) {
    if (Date.now() > end)
      throw new Error(`Waited in vain at ${await evaluate(() => `${location.href}: ${document.body.innerText}`)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

for (const { name, engine } of engines) {
  describe(`taking part from a newspaper's page, in ${name}`, () => {
    it('leads to the city’s page with a draft that only that page can read, and back', async () => {
      const url = put(article, { policy });
      const tab = await engine.open(url);
      await tab.until(hasLink, take);
      const [[, href]] = await tab.evaluate(links);
      assert.equal(href, `${city.url}/embed/pact-viewer/aria-clima-2026?lang=it&version=2`);
      assert.deepEqual(asked('/api/v1/drafts'), []);

      await tab.evaluate(follow);
      await afterwards(tab, hasLink, back);
      assert.equal(await tab.evaluate(() => location.href), href, 'nothing of the draft stays in the address');
      assert.deepEqual((await tab.evaluate(links)).at(-1), [back, url]);

      const [left, opened] = [asked('/api/v1/drafts'), asked('/api/v1/drafts/')];
      assert.equal(left.length - opened.length, 1);
      assert.equal(opened.length, 1);
      assert.equal(left[0].headers.cookie, undefined);
      assert.equal(left[0].headers.origin, site.url);
      await tab.close();
    });

    it('leads out of a frame into the whole window', async () => {
      const inner = put(article, { policy });
      const outer = put(bare(city.url, { content: `<iframe src="${inner}" width="600" height="900"></iframe>` }), {
        policy: `${policy}; frame-src ${site.url}`,
      });
      const tab = await engine.open(outer);
      // The frame is of the same site as the page around it, so one can look into it from there.
      await afterwards(tab, clickedInFrame);
      await afterwards(tab, hasLink, back);
      assert.equal(await tab.evaluate(() => location.origin), city.url);
      await tab.close();
    });

    it('leads there without a draft when the city does not take one from this site', async () => {
      const tab = await engine.open(put(article, { policy }));
      await tab.until(hasLink, take);
      city.trouble.drafts = 403;
      await tab.evaluate(follow);
      await afterwards(tab, hasLink, 'Accedi');
      assert.equal(await tab.evaluate(() => location.origin + location.hash), city.url);
      assert.equal(asked('/api/v1/drafts').length, 1);
      await tab.close();
    });

    it('keeps nothing in the newspaper’s page', async () => {
      const tab = await engine.open(put(article, { policy }));
      await tab.until(hasLink, take);
      // The page leads there in its own way, and so stays where it is.
      await tab.evaluate(() => document.addEventListener('portico-hand-over', event => event.preventDefault()));
      await tab.evaluate(follow);
      assert.deepEqual(await tab.evaluate(kept), { cookies: 0, local: 0, session: 0 });
      assert.deepEqual(asked('/api/v1/drafts'), []);
      await tab.close();
    });
  });
}
