import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from '../../scripts/browsers.mjs';
import type { ContractResult } from '../../src/backend/contract/contract.js';
import { budgetBallot } from './support/ballots.js';
import { observedContent } from './support/observed-content.js';
import { people } from './support/people.js';
import { plan } from './support/plan.js';
import { freePort } from './support/server-process.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

/** Browser and server have their own clocks: the ballot is open by both. */
const openNow = () => ({
  opens: new Date(Date.now() - 86_400_000).toISOString(),
  closes: new Date(Date.now() + 86_400_000).toISOString(),
});

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
      let foreign: Server;
      let own: ContractResult[];
      let elsewhere: ContractResult[];
      before(async () => {
        foreign = createServer((_request, response) => response.end('A newspaper.')).listen(0, '127.0.0.1');
        await once(foreign, 'listening');
        const newspaper = `http://127.0.0.1:${String((foreign.address() as AddressInfo).port)}`;
        const port = await freePort();
        const url = `http://localhost:${String(port)}`;
        place = await testCity(engine, {
          content: { ...observedContent, documents: [plan], ballots: [{ ...budgetBallot, ...openNow() }] },
          environment: { PORTICO_URL: url, PORTICO_SITES: newspaper, READS_PER_MINUTE: '100000', WRITES_PER_MINUTE: '100000' },
        });
        await place.app.listen({ host: 'localhost', port });
        // An answer of the API is no page, so its policy is set aside.
        own = await run(`${url}/api/v1/processes`, url, page => letSignIn(page, url));
        elsewhere = await run(newspaper, url, () => Promise.resolve());
      });
      after(async () => {
        foreign.close();
        await place.close();
      });

      async function run(address: string, url: string, prepare: (page: Page) => Promise<void>): Promise<ContractResult[]> {
        const page = await browser.newPage();
        try {
          await page.setBypassCSP(true);
          await page.goto(address);
          await prepare(page);
          await page.evaluate(script);
          const ids = {
            process: 'parco',
            pact: 'patto-parco',
            document: 'piano-parco',
            observations: 'parco',
            ballot: budgetBallot.id,
          };
          return await page.evaluate((base, names) => window.porticoContract(base, names), `${url}/api/`, ids);
        } finally {
          await page.close();
        }
      }

      async function letSignIn(page: Page, url: string): Promise<void> {
        await page.exposeFunction('porticoSignIn', async () => {
          const [name, value] = (await place.signIn(people.resident)).split('=') as [string, string];
          const cookie = { name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true } as const;
          await browser.setCookie({ ...cookie, sameSite: 'Lax' });
        });
        await page.exposeFunction('porticoSignOut', () => browser.deleteMatchingCookies({ name: '__Host-portico', url }));
      }

      const failed = (results: ContractResult[]) => results.filter(({ outcome }) => outcome === 'failed');

      it('holds every rule on a page of the city', () => {
        assert.deepEqual(failed(own), []);
        assert.ok(own.length >= 40, String(own.length));
      });

      it('holds every rule on a page of somebody else', () => {
        assert.deepEqual(failed(elsewhere), []);
      });

      it('has had every rule tried on one page or the other', () => {
        const tried = [...own, ...elsewhere].filter(({ outcome }) => outcome === 'passed').map(({ name }) => name);
        assert.deepEqual(
          own.map(({ name }) => name).filter(name => !tried.includes(name)),
          [],
        );
      });
    });
  }
});
