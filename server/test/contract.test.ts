import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium } from '../../scripts/browsers.mjs';
import type { ContractResult } from '../../src/backend/contract/contract.js';
import { people } from './support/people.js';
import { freePort } from './support/server-process.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

/** The suite as a script for a page. */
async function suite(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(process.cwd(), 'server/test/support/contract-in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

describe('the conformance suite of backends, in a browser, against the running server', () => {
  let browser: Browser;
  let script: string;
  before(async () => {
    script = await suite();
    browser = await puppeteer.launch({ executablePath: chromium(), args: ['--no-sandbox', '--disable-gpu'] });
  });
  after(() => browser.close());

  for (const engine of engines) {
    describe(`on ${engine}`, () => {
      let place: TestCity;
      let results: ContractResult[];
      before(async () => {
        const port = await freePort();
        const url = `http://localhost:${String(port)}`;
        const environment = { PORTICO_URL: url, READS_PER_MINUTE: '100000', WRITES_PER_MINUTE: '100000' };
        place = await testCity(engine, { environment });
        await place.app.listen({ host: 'localhost', port });
        results = await run(url);
      });
      after(() => place.close());

      async function run(url: string): Promise<ContractResult[]> {
        const page = await browser.newPage();
        try {
          // An answer of the API is no page: the policy that comes with it lets nothing be asked from there.
          await page.setBypassCSP(true);
          await page.goto(`${url}/api/v1/processes`);
          await page.exposeFunction('porticoSignIn', async () => {
            const [name, value] = (await place.signIn(people.resident)).split('=') as [string, string];
            await browser.setCookie({
              name,
              value,
              domain: 'localhost',
              path: '/',
              secure: true,
              httpOnly: true,
              sameSite: 'Lax',
            });
          });
          await page.exposeFunction('porticoSignOut', () => browser.deleteMatchingCookies({ name: '__Host-portico', url }));
          await page.evaluate(script);
          return await page.evaluate(() => window.porticoContract({ process: 'parco', pact: 'patto-parco' }));
        } finally {
          await page.close();
        }
      }

      it('holds every rule', () => {
        assert.deepEqual(
          results.filter(({ outcome }) => outcome === 'failed'),
          [],
        );
        assert.ok(results.length >= 40, String(results.length));
      });

      it('skips none', () => {
        assert.deepEqual(
          results.filter(({ outcome }) => outcome === 'skipped'),
          [],
        );
      });
    });
  }
});
