import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from './figures.mjs';
import { memoryOf } from './memory.mjs';
import { inTurn, launch, names, open, tell, widgetPages } from './widget-pages.mjs';

/** How fast a plan of three thousand passages is, in one run beside the same text in plain DOM. Everything is in memory: no network. It needs the built files. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, count: { type: 'string', default: '3000' }, json: { type: 'string' } },
});
const rounds = Number(values.rounds);
const count = Number(values.count);

const limits = { scroll: 20, memory: 100 };

/** Times when the first words are painted, and takes down the frames of a scroll. */
async function measure() {
  const { subject } = globalThis;
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const begin = performance.now();
  subject.start();
  while (subject.words() === 0) await frame();
  // The frame after the next one comes when this one is on the screen.
  await frame();
  await frame();
  const first = performance.now() - begin;
  await new Promise(resolve => setTimeout(resolve, 2_000));
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
  return { first, scroll: gaps[Math.floor(gaps.length * 0.95)], reached: scrollY };
}

async function visit(address, name) {
  const browser = await launch();
  try {
    const { page, protocol } = await open(browser, `${address}/${name}.html?count=${count}`);
    const times = await page.evaluate(measure);
    const items = await page.evaluate(() => globalThis.subject.items());
    await protocol.send('HeapProfiler.collectGarbage');
    return { ...times, items, memory: await memoryOf(browser) };
  } finally {
    await browser.close();
  }
}

const pages = await widgetPages('document');
try {
  const visits = await inTurn(rounds, name => visit(pages.url, name));
  const of = (name, key) => Math.round(median(visits[name].map(each => each[key])));
  const figures = Object.fromEntries(
    names.map(name => [
      name,
      Object.fromEntries(['first', 'scroll', 'memory', 'items', 'reached'].map(key => [key, of(name, key)])),
    ]),
  );
  console.log(`${count} passages, CPU 4 times slower, medians of ${rounds} rounds\n`);
  console.table(figures);
  tell([
    ['scroll frame p95, ms', figures.ours.scroll, limits.scroll],
    ['memory of the renderer, MB', figures.ours.memory, limits.memory],
  ]);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ count, rounds, figures, visits }, null, 2)}\n`);
} finally {
  await pages.close();
}
