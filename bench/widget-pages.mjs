import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromium } from '../scripts/browsers.mjs';
import { cdn } from '../scripts/cdn-folders.mjs';
import { serve } from '../scripts/serve.mjs';

/** What is measured, and beside it the same by hand. */
export const names = ['ours', 'plain'];

const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** A browser of its own for each visit, so that none is warm from another one. */
export const launch = (...more) => puppeteer.launch({ executablePath: chromium(), args: [...args, ...more] });

/**
 * Serves one page with a built widget and one by hand, each with its script in `bench/<widget>`. Each script leaves `globalThis.subject`.
 *
 * @param widget - Name of the widget, without `portico-`.
 */
export async function widgetPages(widget) {
  const folder = mkdtempSync(join(tmpdir(), `portico-${widget}-`));
  await build({
    entryPoints: names.map(name => fileURLToPath(new URL(`./${widget}/${name}.js`, import.meta.url))),
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
  for (const name of names) {
    const scripts = `${name === 'ours' ? script(`portico/${widget}.js`) : ''}${script(`${name}.js`)}`;
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="icon" href="data:,"><main></main>${scripts}</html>`,
    );
  }
  const server = await serve({ root: folder });
  return {
    url: server.url,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens one of the two pages on a small screen, with the processor this many times slower once its script is there. */
export async function open(browser, address, { slower = 4 } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1 });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.subject !== undefined);
  const protocol = await page.createCDPSession();
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { page, protocol };
}

/** Both pages in turn, in the other order each round, so that neither is always the first. */
export async function inTurn(rounds, visit) {
  const visits = Object.fromEntries(names.map(name => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed()) visits[name].push(await visit(name));
  return visits;
}

/** Prints which limits hold. */
export function tell(limits) {
  for (const [what, value, most] of limits)
    console.log(`${value <= most ? 'kept   ' : 'BROKEN '} ${what}: ${value}, at most ${most}`);
}
