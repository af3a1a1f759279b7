import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from './figures.mjs';
import { typed } from './observation-form/data.js';
import { inTurn, launch, names, open, tell, widgetPages } from './widget-pages.mjs';

/**
 * How the form feels while somebody types in a long passage, beside a bare text field. Everything is in memory: no network. It needs the
 * built files.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);

const limits = { blocked: 50 };

/** Between two letters, and where somebody stops to think, in milliseconds. */
const pace = 90;
const thinking = 900;

/** Takes down every task that holds the page up, and how long each letter takes to be painted. */
function watch() {
  const seen = { tasks: [], letters: [] };
  globalThis.seen = seen;
  new PerformanceObserver(list => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  new PerformanceObserver(list =>
    seen.letters.push(...list.getEntries().flatMap(({ name, duration }) => (name === 'keydown' ? [duration] : []))),
  ).observe({ type: 'event', durationThreshold: 16 });
}

async function visit(address, name) {
  const browser = await launch();
  try {
    const { page } = await open(browser, `${address}/${name}.html`);
    await page.waitForFunction(() => globalThis.subject.ready());
    // What the form prepares in idle time is prepared by the time that somebody has read the passage.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 4_000)));
    await page.evaluate(watch);
    await page.evaluate(() => {
      const field = globalThis.subject.field();
      field.focus();
      field.setSelectionRange(300, 300);
    });
    for (let time = 0; time < 3; time += 1) {
      await page.keyboard.type(typed, { delay: pace });
      await new Promise(resolve => setTimeout(resolve, thinking));
    }
    await page.waitForFunction(words => globalThis.subject.shown(words), {}, typed.trim());
    return await page.evaluate(() => {
      const { tasks, letters } = globalThis.seen;
      return { blocked: Math.max(0, ...tasks), slowest: Math.max(16, ...letters), long: tasks.length };
    });
  } finally {
    await browser.close();
  }
}

const pages = await widgetPages('observation-form');
try {
  const visits = await inTurn(rounds, name => visit(pages.url, name));
  const of = (name, key) => Math.round(median(visits[name].map(each => each[key])));
  const figures = Object.fromEntries(
    names.map(name => [name, { blocked: of(name, 'blocked'), long: of(name, 'long'), slowest: of(name, 'slowest') }]),
  );
  console.log(`typing in 5,000 letters, CPU 4 times slower, medians of ${rounds} rounds; tasks below 50 ms are not told\n`);
  console.table(figures);
  tell([['longest task while typing, ms', figures.ours.blocked, limits.blocked]]);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rounds, figures, visits }, null, 2)}\n`);
} finally {
  await pages.close();
}
