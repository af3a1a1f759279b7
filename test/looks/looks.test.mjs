import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launch, open, ready, tabTo } from '../e2e/browser.mjs';
import { installMeasures } from './in-page.mjs';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const looks = Object.keys(JSON.parse(readFileSync(new URL('../../demo/systems/files.json', import.meta.url), 'utf8')));
const withDark = ['dsfr', 'kern', 'utrecht'];

let browser;
let server;

before(async () => {
  // The whole repository, since the style sheets are those that the systems' own packages ship.
  [browser, server] = await Promise.all([launch(), serve({ root: '.' })]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page of a design system and waits until its viewer has the look. */
async function openLook(query, size) {
  const { page } = await open(browser, `${server.url}/dist/e2e/looks.html?${query}`, size);
  await ready(page);
  await page.waitForFunction(() => {
    const viewer = document.querySelector('portico-pact-viewer');
    return getComputedStyle(viewer).getPropertyValue('--portico-color-surface') !== '';
  });
  await page.evaluate(installMeasures);
  return page;
}

/** Calls one of the measures in the page. */
const measure = (page, name, ...args) => page.evaluate((name, args) => globalThis.looks[name](...args), name, args);

/** What falls short of its least contrast, each measure being `[least, name, ...args]`. All of it, so that a look is mended at once. */
async function shortOf(page, measures) {
  const short = [];
  for (const [least, name, ...args] of measures) {
    const found = await measure(page, name, ...args);
    if (found < least) short.push(`${name} of ${args.filter(Boolean).join(' ')} is ${found.toFixed(2)}, not ${least}`);
  }
  return short;
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await globalThis.axe.run()).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
}

const text = [
  '[part=brief] p',
  '#title',
  '.phase-dates',
  '.reciprocity td li',
  '.difference',
  '.notice.success p',
  '.disclosure .panel p',
];
const muted = [
  '.muted',
  'header dt',
  '.phase-kind .muted',
  '.disclosure .hint',
  '.reciprocity .role',
  '[part=brief] .muted',
  '.section-link',
];
const links = ['header a', '.documents a', '.phase-actions a', '.text-button', '.disclosure button', '.button.quiet', '.term'];
const states = ['.days-left', 'ins', 'del', '.badge.success', '.badge.muted'];
const tones = ['info', 'success', 'warning', 'error'];

/** Everything that a person reads or aims at, in one look. */
function checks(query, dark) {
  let page;
  before(async () => {
    page = await openLook(query);
  });
  after(() => page?.close());

  it(`is ${dark ? 'dark' : 'light'} with its page`, async () => {
    for (const part of ['page', 'surface']) {
      const light = await measure(page, part);
      assert.ok(dark ? light < 0.03 : light > 0.85, `${part}: ${light}`);
    }
  });

  it('can be read: text, muted text, links, states, 4.5:1', async () => {
    await measure(page, 'openAll');
    const marks = ['.decided li', '.not-decided li'].map(item => [4.5, 'text', item, '::marker']);
    const words = [...text, ...muted, ...links, ...states].map(selector => [4.5, 'text', selector]);
    assert.deepEqual(await shortOf(page, [...words, ...marks]), []);
  });

  it('has messages of every kind that can be read, with an edge of 3:1', async () => {
    await measure(page, 'addProbes', tones);
    const measures = tones.flatMap(tone => [
      [4.5, 'text', `#notice-${tone}`],
      [4.5, 'text', `#notice-${tone} a`],
      [4.5, 'text', `#badge-${tone}`],
      [3, 'edge', `#notice-${tone}`, undefined, 'border-inline-start'],
    ]);
    assert.deepEqual(await shortOf(page, [[4.5, 'text', '#link-on-panel'], ...measures]), []);
  });

  it('has buttons and controls that can be read, with edges of 3:1', async () => {
    const controls = ['.comparison .button', 'select'];
    const measures = [
      [4.5, 'text', '#accept'],
      [3, 'fill', '#accept'],
      ...controls.flatMap(control => [
        [4.5, 'text', control],
        [3, 'edge', control],
      ]),
      ...['past', 'active', 'upcoming'].map(state => [3, 'edge', `.phase.${state}`, '::after']),
    ];
    assert.deepEqual(await shortOf(page, measures), []);
    await page.hover('portico-pact-viewer >>> #accept');
    assert.deepEqual(await shortOf(page, [[4.5, 'text', '#accept']]), []);
  });

  it('shows by keyboard where focus is: a ring of 2px and 3:1', async () => {
    for (const wanted of ['accept', 'compare-from']) {
      await page.evaluate(() => document.querySelector('[data-sample=button]').focus());
      await tabTo(page, wanted);
      const rings = await measure(page, 'rings');
      assert.ok(
        rings.some(({ width, contrast }) => width >= 2 && contrast >= 3),
        `${wanted}: ${JSON.stringify(rings)}`,
      );
    }
  });

  it('shows what is wrong in a form', async () => {
    await measure(page, 'openDialog');
    const measures = [
      [4.5, 'text', '.error-summary a'],
      [3, 'edge', '.error-summary'],
      [4.5, 'text', '.field-error'],
    ];
    assert.deepEqual(await shortOf(page, measures), []);
    await page.keyboard.press('Escape');
  });

  it('is the look of the system: main button, font and size of text, links', async () => {
    const same = async (selector, sample, names) =>
      assert.deepEqual(
        await measure(page, 'style', selector, names),
        await measure(page, 'style', `[data-sample=${sample}]`, names, true),
      );
    await page.mouse.move(0, 0);
    await same('#accept', 'button', ['background-color']);
    await same('.way', 'text', ['font-family', 'color']);
    await same('header a', 'link', ['color']);
  });

  it('has nothing that axe finds wrong, with everything open', async () => assert.deepEqual(await violations(page), []));
}

for (const look of looks) {
  for (const scheme of withDark.includes(look) ? ['light', 'dark'] : ['light']) {
    for (const by of ['preset', 'theme']) {
      describe(`${look}, ${scheme}, by ${by}`, () => {
        checks(`look=${look}&by=${by}&scheme=${scheme}`, scheme === 'dark');
      });
    }
  }

  it(`${look} needs no scrolling to the side at 320 px`, async () => {
    const page = await openLook(`look=${look}&by=preset`, { width: 320 });
    await measure(page, 'openAll');
    const beyond = await page.evaluate(() => {
      const viewer = document.querySelector('portico-pact-viewer');
      return viewer.scrollWidth - viewer.clientWidth;
    });
    assert.equal(beyond, 0);
    await page.close();
  });
}

describe('a page that is dark in one part', () => {
  for (const by of ['preset', 'theme']) {
    it(`has a dark viewer there, by ${by}`, async () => {
      const page = await openLook(`look=kern&by=${by}`);
      assert.ok((await measure(page, 'surface')) > 0.85);
      await page.evaluate(() => document.querySelector('portico-backend').setAttribute('data-kern-theme', 'dark'));
      assert.ok((await measure(page, 'surface')) < 0.03);
      await page.close();
    });
  }
});

describe('a theme that cannot be loaded', () => {
  it('leaves the default look, and is there when the widget comes back to a better network', async () => {
    const page = await browser.newPage();
    const isTheme = request => /\/govuk-[^/]*\.js$/.test(request.url());
    let lost = true;
    await page.setRequestInterception(true);
    page.on('request', request => (lost && isTheme(request) ? request.abort() : request.continue()));
    const failed = new Promise(done => page.on('requestfailed', request => isTheme(request) && done()));
    await page.goto(`${server.url}/dist/e2e/looks.html?look=govuk&by=theme`);
    await ready(page);
    await failed;
    const radius = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('portico-pact-viewer')).getPropertyValue('--portico-radius'));
    assert.equal(await radius(), '');
    lost = false;
    await page.evaluate(() => {
      const viewer = document.querySelector('portico-pact-viewer');
      viewer.parentElement.append(viewer);
    });
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('portico-pact-viewer')).getPropertyValue('--portico-radius') !== '',
    );
    await page.close();
  });
});
