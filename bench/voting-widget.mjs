import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from './figures.mjs';
import { inTurn, launch, names, open, tell, widgetPages } from './widget-pages.mjs';

/**
 * How fast a ballot of two hundred projects is, in one run beside the same ballot written by hand. Everything is in memory: no network. It
 * needs the built files.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);

const limits = { ratio: 1.1, choice: 50, filter: 100 };

/** Times the first paint of the whole ballot, some choices and some searches, each until it is on the screen. */
async function measure() {
  const { subject } = globalThis;
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const painted = async () => {
    await frame();
    await frame();
  };
  const until = async done => {
    while (!done()) await frame();
    await painted();
  };
  let begin = performance.now();
  subject.start();
  await until(() => subject.items() > 0);
  const first = performance.now() - begin;
  await new Promise(resolve => setTimeout(resolve, 3_000));
  const choices = [];
  for (let at = 0; at < 5; at += 1) {
    const before = subject.left();
    begin = performance.now();
    subject.choose(at);
    while (subject.left() === before) await frame();
    await frame();
    choices.push(performance.now() - begin);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  const searches = [];
  for (const words of ['ponte', 'ponte numero 1', 'teatro', '']) {
    const before = subject.items();
    begin = performance.now();
    subject.search(words);
    while (subject.items() === before) await frame();
    await frame();
    searches.push(performance.now() - begin);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return { first, choice: Math.max(...choices), filter: Math.max(...searches) };
}

async function visit(address, name) {
  const browser = await launch();
  try {
    const { page } = await open(browser, `${address}/${name}.html`);
    return await page.evaluate(measure);
  } finally {
    await browser.close();
  }
}

const pages = await widgetPages('voting-widget');
try {
  const visits = await inTurn(rounds, name => visit(pages.url, name));
  const figures = {};
  for (const name of names) {
    const of = key => Math.round(median(visits[name].map(each => each[key])));
    figures[name] = { first: of('first'), choice: of('choice'), filter: of('filter') };
  }
  console.log(`200 projects, CPU 4 times slower, medians of ${rounds} rounds, of each round the slowest choice and search\n`);
  console.table(figures);
  tell([
    ['first paint beside the same by hand', Number((figures.ours.first / figures.plain.first).toFixed(2)), limits.ratio],
    ['a choice, ms', figures.ours.choice, limits.choice],
    ['a search, ms', figures.ours.filter, limits.filter],
  ]);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rounds, figures, visits }, null, 2)}\n`);
} finally {
  await pages.close();
}
