import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromium } from '../scripts/browsers.mjs';
import { cdn } from '../scripts/cdn-folders.mjs';
import { serve } from '../scripts/serve.mjs';
import { median } from './figures.mjs';

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
const names = ['ours', 'plain'];
const fromHere = path => fileURLToPath(new URL(path, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'portico-list-'));
await build({
  entryPoints: names.map(name => fromHere(`./observation-list/${name}.js`)),
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outdir: folder,
  logLevel: 'error',
});
cpSync(cdn.pinned, join(folder, 'portico'), { recursive: true });
const script = src => `<script type="module" src="${src}"></script>`;
for (const name of names)
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="it"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"><main></main>
    ${name === 'ours' ? script('portico/observation-list.js') : ''}${script(`${name}.js`)}</html>`,
  );

const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
const launch = (...more) => puppeteer.launch({ executablePath: chromium(), args: [...args, ...more] });

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

/** Private memory of the renderer in megabytes, where the system tells. */
async function memoryOf(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/Private_Dirty:\s+(\d+)/.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
      } catch {
        return NaN;
      }
    });
  return Math.max(...sizes);
}

async function visit(address, name) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1 });
    const protocol = await page.createCDPSession();
    await page.goto(`${address}/${name}.html?count=${count}`);
    await page.waitForFunction(() => globalThis.subject !== undefined);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
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

const server = await serve({ root: folder });
try {
  const visits = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed()) visits[name].push(await visit(server.url, name));
  const figures = {};
  for (const name of names) {
    const of = key => Math.round(median(visits[name].map(each => each[key])));
    figures[name] = {
      first: of('first'),
      all: of('all'),
      scroll: of('scroll'),
      memory: of('memory'),
      headings: await headingsOf(server.url, name),
    };
  }
  console.log(`${count} observations, CPU 4 times slower, medians of ${rounds} rounds; headings: of ${spoken}\n`);
  console.table(figures);
  const verdict = [
    ['first items, ms', figures.ours.first, limits.first],
    ['scroll frame p95, ms', figures.ours.scroll, limits.scroll],
    ['memory of the renderer, MB', figures.ours.memory, limits.memory],
    ['headings that are not exposed', spoken - figures.ours.headings, 0],
  ];
  for (const [what, value, most] of verdict)
    console.log(`${value <= most ? 'kept   ' : 'BROKEN '} ${what}: ${value}, at most ${most}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ count, rounds, figures, visits }, null, 2)}\n`);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
