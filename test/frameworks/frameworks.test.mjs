import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { filesIn } from '../../scripts/files-in.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launch, open } from '../e2e/browser.mjs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { frameworks, pageFolder, prepare, workspace } from './workspace.mjs';

/**
 * One page, written in five ways, against the package as npm would publish it. The assertions are the same for all.
 */
let browser;
let server;

before(async () => {
  await prepare();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Each framework is built for development, and so is Lit then; it says so once. */
const expected = /^Lit is in dev mode\./;

/** Lines of an app that have a mistake in them on purpose: a comment above them says which. */
const mistakes = name =>
  filesIn(`test/frameworks/apps/${name}`, /^wrong\./i).flatMap(file =>
    readFileSync(`test/frameworks/apps/${name}/${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.includes('wrong: ') ? `${file}:${index + 2}` : [])),
  );

const listed = ['aria-clima-2026', 'bilancio-quartieri-2027'];

const click = (page, id) => page.click(`#${id}`);
const log = page => page.$$eval('#log li', items => items.map(item => item.textContent.trim()));

/** Waits until a viewer shows its pact and knows who reads it. */
const known = (page, id) =>
  page.waitForFunction(
    id => {
      const viewer = document.getElementById(id);
      return viewer?.state?.reader?.type === 'known' && viewer.shadowRoot.querySelector('#title');
    },
    {},
    id,
  );

/** Clicks something inside a viewer, as soon as it is there. */
async function clickInside(page, selector, id = 'first') {
  await inside(page, selector, id);
  await page.evaluate((id, selector) => document.getElementById(id).shadowRoot.querySelector(selector).click(), id, selector);
}

const inside = (page, selector, id = 'first') =>
  page.waitForFunction((id, selector) => document.getElementById(id)?.shadowRoot?.querySelector(selector), {}, id, selector);

const gone = (page, selector, id = 'first') =>
  page.waitForFunction((id, selector) => !document.getElementById(id)?.shadowRoot?.querySelector(selector), {}, id, selector);

const logged = (page, pattern) =>
  page.waitForFunction(
    source => [...document.querySelectorAll('#log li')].some(item => new RegExp(source).test(item.textContent)),
    {},
    pattern.source,
  );

async function signIn(page) {
  await known(page, 'first');
  await clickInside(page, 'a[href^="#accedi"]');
  await inside(page, '#accept');
}

async function agree(page) {
  await clickInside(page, '#accept');
  await inside(page, 'dialog[open]');
  await clickInside(page, '#agree');
  await clickInside(page, 'dialog button[type=submit]');
}

for (const name of frameworks) {
  describe(name, () => {
    before(async () => {
      await build[name]();
      server ??= await serve({ root: `${workspace}/pages` });
    });

    /** Opens the page; at the end nothing may have been complained about, neither by the page nor under the strict policy. */
    const onPage = run => async () => {
      server.reports.length = 0;
      const { page, complaints } = await open(browser, `${server.url}/${basename(pageFolder(name))}/`);
      try {
        await run(page);
        assert.deepEqual(
          complaints.filter(text => !expected.test(text)),
          [],
        );
        assert.deepEqual(server.reports, []);
      } finally {
        await page.close();
      }
    };

    it('has types that find each mistake, and none where there is none', async () => {
      const found = (await check[name]()).map(({ path, line }) => `${basename(path)}:${line}`);
      assert.ok(mistakes(name).length > 0);
      assert.deepEqual([...new Set(found)].sort(), mistakes(name).sort());
    });

    it(
      'hands over attributes and properties, objects as they are',
      onPage(async page => {
        await Promise.all(['first', ...listed].map(id => known(page, id)));
        const seen = await page.evaluate(() => {
          const [first, driven] = ['first', 'driven'].map(id => document.getElementById(id));
          const titles = [...document.querySelectorAll('#list > *')].map(
            viewer => viewer.shadowRoot.querySelector('#title')?.localName,
          );
          return {
            pact: first.pact,
            version: first.version,
            heading: first.shadowRoot.querySelector('#title').localName,
            backend: typeof document.querySelector('portico-backend').backend.pacts.get,
            state: driven.state,
            titles,
          };
        });
        assert.deepEqual(seen, {
          pact: 'aria-clima-2026',
          heading: 'h3',
          backend: 'function',
          state: { type: 'not-found' },
          titles: ['h4', 'h4'],
        });
      }),
    );

    it(
      'changes properties later',
      onPage(async page => {
        await known(page, 'first');
        await click(page, 'older');
        await page.waitForFunction(() => document.getElementById('first').state.pact?.version.number === 1);
        await click(page, 'offline');
        await page.waitForFunction(() => document.getElementById('driven').state.type === 'offline');
      }),
    );

    it(
      'fills slots',
      onPage(async page => {
        await known(page, 'first');
        await inside(page, 'slot:not([name])', 'driven');
        const seen = await page.evaluate(() => {
          const link = (id, selector) => document.getElementById(id).querySelector(selector);
          const actions = link('first', '[slot=actions]');
          return {
            assigned: actions.assignedSlot?.name,
            shown: actions.checkVisibility(),
            hidden: link('first', 'a:not([slot])').checkVisibility(),
            instead: link('driven', 'a').checkVisibility(),
          };
        });
        assert.deepEqual(seen, { assigned: 'actions', shown: true, hidden: false, instead: true });
      }),
    );

    it(
      'hears events once each, with what they carry, and takes a step over by preventing it',
      onPage(async page => {
        await signIn(page);
        assert.doesNotMatch(page.url(), /accedi/);
        await click(page, 'take-over');
        await agree(page);
        await gone(page, 'dialog[open]');
        await logged(page, /^portico-accept /);
        assert.equal(await page.evaluate(() => document.getElementById('first').state.reader.acceptance.type), 'needed');
        await click(page, 'take-over');
        await agree(page);
        await inside(page, '#receipt');
        await logged(page, /^portico-accepted /);
        assert.deepEqual(await log(page), [
          `portico-sign-in /${name}/`,
          'portico-accept aria-clima-2026 2',
          'portico-accept aria-clima-2026 2',
          'portico-accepted PATTO-2026-00001',
        ]);
      }),
    );

    it(
      'moves widgets without losing one, and they go on hearing',
      onPage(async page => {
        await Promise.all(listed.map(id => known(page, id)));
        await page.evaluate(() => {
          globalThis.before = [...document.querySelectorAll('#list > *')];
        });
        await click(page, 'reorder');
        await page.waitForFunction(() => document.querySelector('#list').firstElementChild === globalThis.before[1]);
        const same = await page.evaluate(() => {
          const [now, { before }] = [[...document.querySelectorAll('#list > *')], globalThis];
          return now.length === 2 && now[1] === before[0];
        });
        assert.equal(same, true);
        await signIn(page);
        await page.waitForFunction(() =>
          [...document.querySelectorAll('#list > *')].every(
            ({ state, shadowRoot }) => state.reader?.participation?.type === 'entitled' && shadowRoot.querySelector('#title'),
          ),
        );
      }),
    );

    it(
      'removes a widget and brings it back',
      onPage(async page => {
        await known(page, 'first');
        await click(page, 'toggle');
        await page.waitForFunction(() => !document.getElementById('first'));
        await click(page, 'toggle');
        await signIn(page);
        assert.deepEqual(await log(page), [`portico-sign-in /${name}/`]);
      }),
    );
  });
}
