import puppeteer from 'puppeteer-core';
import { browsers, impossible } from '../../scripts/browsers.mjs';
import { startWebKit } from '../support/webkit-under-xvfb.mjs';
import { webDriver } from '../support/web-driver.mjs';

/**
 * The three engines behind one small face, so that a test is written once: `open(url, options)` gives a page with `evaluate`, `until`,
 * `frame`, `complaints` and `close`. What an engine cannot be told to do is not among its `can`.
 */

const chromiumArgs = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/** A frame inside a page, once it is there. */
async function ofFrame(page, index) {
  const frame = await page.waitForFrame(each => each.parentFrame() && page.mainFrame().childFrames().indexOf(each) === index);
  return {
    evaluate: (code, ...values) => frame.evaluate(code, ...values),
    until: (code, ...values) => frame.waitForFunction(code, { timeout: 30_000 }, ...values),
  };
}

function ofPuppeteer(browser, can) {
  return {
    can,
    browser,
    async open(url, { width = 1280, height = 900, javascript = true, before } = {}) {
      const page = await browser.newPage();
      const complaints = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()));
      await page.setViewport({ width, height });
      if (!javascript) await page.setJavaScriptEnabled(false);
      await before?.(page);
      // A file that a test keeps back would keep back the end of loading too.
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return {
        page,
        complaints,
        evaluate: (code, ...values) => page.evaluate(code, ...values),
        until: (code, ...values) => page.waitForFunction(code, { timeout: 30_000 }, ...values),
        frame: index => ofFrame(page, index),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

const starters = {
  chromium: async paths =>
    ofPuppeteer(await puppeteer.launch({ executablePath: paths.chromium, args: chromiumArgs, timeout: 120_000 }), [
      'complaints',
      'no-script',
      'viewport',
      'media',
      'reports',
    ]),
  firefox: async paths =>
    ofPuppeteer(await puppeteer.launch({ browser: 'firefox', executablePath: paths.firefox, headless: true, timeout: 120_000 }), [
      'complaints',
      'viewport',
      'reports',
    ]),
  webkit: async paths => webDriver(await startWebKit(paths)),
};

/** Starts an engine, or says why it cannot exist here. */
export async function startEngine(name) {
  const why = impossible(name);
  if (why) return { why };
  return { engine: await starters[name](browsers([name])) };
}
