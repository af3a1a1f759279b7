import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from './figures.mjs';
import { memoryOf } from './memory.mjs';
import { inTurn, launch, names, open, tell, widgetPages } from './widget-pages.mjs';

/**
 * How fast a list of ten thousand observations is, in one run beside the same list in plain DOM. Everything is in memory: no network. It
 * needs the built files.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, count: { type: 'string', default: '10000' }, json: { type: 'string' } },
});
const rounds = Number(values.rounds);
const count = Number(values.count);

/** As many as the accessibility tree is asked for: it is slow itself. */
const spoken = Math.min(count, 2_000);

const limits = { first: 300, scroll: 20, memory: 100 };
/** Times when the first items are painted, and takes down the frames of a scroll through everything. */
async function measure(page) {
  const subject = globalThis.subject;
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const begin = performance.now();
  subject.start();
  while (subject.items() === 0) await frame();
  // The frame after the next one comes when this one is on the screen.
  await frame();
  await frame();
  const first = performance.now() - begin;
  subject.all();
  while (subject.items() < page.count) await frame();
  await frame();
  const all = performance.now() - begin;
  await new Promise(resolve => setTimeout(resolve, 1500));
  const gaps = [];
  let before = await frame();
  const end = before + 4_000;
  while (before < end) {
    scrollBy({ top: 400, behavior: 'instant' });
    const now = await frame();
    gaps.push(now - before);
    before = now;
  }
  gaps.sort((one, two) => one - two);
  return { first, all, scroll: gaps[Math.floor(gaps.length * 0.95)], reached: scrollY };
}

async function visit(address, name) {
  const browser = await launch();
  try {
    const { page, protocol } = await open(browser, `${address}/${name}.html?count=${count}`);
    const times = await page.evaluate(measure, { count });
    await protocol.send('HeapProfiler.collectGarbage');
    return { ...times, memory: await memoryOf(browser) };
  } finally {
    await browser.close();
  }
}

/** How many headings assistive technology is given. Without the flag Chromium leaves out what it does not draw. */
async function headingsOf(address, name) {
  const browser = await launch('--force-renderer-accessibility');
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/${name}.html?count=${spoken}`);
    await page.waitForFunction(() => globalThis.subject !== undefined);
    await page.evaluate(() => globalThis.subject.start());
    await page.waitForFunction(() => globalThis.subject.items() > 0);
    await page.evaluate(() => globalThis.subject.all());
    await page.waitForFunction(wanted => globalThis.subject.items() >= wanted, { timeout: 60_000 }, spoken);
    const protocol = await page.createCDPSession();
    const { nodes } = await protocol.send('Accessibility.getFullAXTree');
    return nodes.filter(({ role, properties = [] }) => {
      const level = properties.find(({ name: property }) => property === 'level')?.value.value;
      return role?.value === 'heading' && level === 4;
    }).length;
  } finally {
    await browser.close();
  }
}

const pages = await widgetPages('observation-list');
try {
  const visits = await inTurn(rounds, name => visit(pages.url, name));
  const figures = {};
  for (const name of names) {
    const of = key => Math.round(median(visits[name].map(each => each[key])));
    figures[name] = {
      first: of('first'),
      all: of('all'),
      scroll: of('scroll'),
      memory: of('memory'),
      headings: await headingsOf(pages.url, name),
    };
  }
  console.log(`${count} observations, CPU 4 times slower, medians of ${rounds} rounds; headings: of ${spoken}\n`);
  console.table(figures);
  tell([
    ['first items, ms', figures.ours.first, limits.first],
    ['scroll frame p95, ms', figures.ours.scroll, limits.scroll],
    ['memory of the renderer, MB', figures.ours.memory, limits.memory],
    ['headings that are not exposed', spoken - figures.ours.headings, 0],
  ]);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ count, rounds, figures, visits }, null, 2)}\n`);
} finally {
  await pages.close();
}
