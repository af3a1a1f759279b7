import puppeteer from 'puppeteer-core';
import { chromium, firefox } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';

/** The strictest policy that a page can have. No picture, no font, no style of anybody else. */
export const strictest =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html; report-uri /csp-report";

export const launch = () =>
  puppeteer.launch({
    executablePath: chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });

export const launchFirefox = () => puppeteer.launch({ browser: 'firefox', executablePath: firefox(), headless: true });

/** Serves the built test pages under the strictest policy. */
export const servePages = () => serve({ root: 'dist/e2e', headers: { 'content-security-policy': strictest } });

/** Opens a page and collects what it complains about. */
export async function open(browser, url, { width = 1280, height = 900 } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()));
  await page.setViewport({ width, height });
  await page.goto(url);
  return { page, complaints };
}

/** Waits until the viewer has its pact, its full text and what is known of the reader. */
export const ready = page =>
  page.waitForFunction(() => {
    const viewer = document.querySelector('portico-pact-viewer');
    return (
      viewer?.state?.type === 'ready' && viewer.state.reader.type !== 'asking' && viewer.shadowRoot.querySelector('#full-text')
    );
  });

/** What has focus, also inside a shadow root: its id, class or words. */
export const focus = page =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.id || element?.className || element?.textContent?.trim() || element?.tagName;
  });

/** Presses Tab until something has focus. Fails when it is not reached. */
export async function tabTo(page, wanted, { most = 80 } = {}) {
  for (let step = 0; step < most; step += 1) {
    if ((await focus(page)) === wanted) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not reach ${wanted}; focus is on ${await focus(page)}`);
}
