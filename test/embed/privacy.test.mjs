import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromium } from '../../scripts/browsers.mjs';
import { cdn } from '../../scripts/cdn-folders.mjs';
import { openAll } from './bare-page.mjs';
import { shows } from './seen.mjs';
import { loaderTag, page, pasted, policy, stylesTag } from './site.mjs';
import { stage } from './stage.mjs';

/**
 * What `docs/privacy.md` says, read from the network log of the browser: who is asked, what goes along, what is kept. Once in a browser
 * that sends cookies to third parties and once in one that does not.
 */

const { city, site, put, close } = await stage();
after(close);

const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/** A browser with a profile of its own, in which cookies of third parties are allowed or blocked. */
async function browserWith(thirdPartyCookies) {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: thirdPartyCookies ? 0 : 1 } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const browser = await puppeteer.launch({ executablePath: chromium(), args, userDataDir: profile, timeout: 120_000 });
  return {
    browser,
    async end() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Writes down all that a tab asks of anybody, with the headers as they really go out. */
async function networkLog(tab) {
  const log = { requests: new Map() };
  const devtools = await tab.createCDPSession();
  const of = id => log.requests.get(id) ?? log.requests.set(id, { headers: {} }).get(id);
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    Object.assign(of(requestId), { url: request.url, method: request.method });
    Object.assign(of(requestId).headers, request.headers);
  });
  devtools.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers, associatedCookies }) => {
    Object.assign(of(requestId).headers, headers);
    of(requestId).cookies = associatedCookies.filter(({ blockedReasons }) => blockedReasons.length === 0).length;
  });
  await devtools.send('Network.enable');
  return log;
}

const asked = log => [...log.requests.values()].filter(({ url }) => url && !/^(data|blob):/.test(url));
const askedOfCity = log => asked(log).filter(({ url }) => url.startsWith(city.url));

/** All that a page can keep in the browser. */
const kept = async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
});
/** What a reader may do without wanting to take part. */
async function readAll(tab) {
  const until = (code, ...values) => tab.waitForFunction(code, { timeout: 30_000 }, ...values);
  await until(shows, 1);
  await openAll({ evaluate: code => tab.evaluate(code), until });
  // Terms, plain words, contents, the difference of two versions.
  await tab.evaluate(() => {
    const root = document.querySelector('portico-pact-viewer').shadowRoot;
    for (const button of root.querySelectorAll('button.term, .plain-switch button')) button.click();
    root.querySelector('.contents a').click();
    root.querySelector('.comparison button').click();
  });
  await until(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.difference'));
  await tab.emulateMediaType('print');
  await tab.emulateMediaType('screen');
  await tab.evaluate(() => (document.documentElement.lang = 'ar'));
  await until(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.viewer[lang=ar]'));
  await until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('?locale=ar')));
}

/** A style sheet without `crossorigin`, which browsers ask for with cookies. */
const withCookies = '/portico/0/portico.css?with-cookies';

async function askWithCookies(tab, href) {
  await tab.evaluate(
    href =>
      new Promise((resolve, reject) => {
        const link = document.createElement('link');
        Object.assign(link, { rel: 'stylesheet', href, onload: resolve, onerror: reject });
        document.head.append(link);
      }),
    href,
  );
}

const strict = policy(city.url);
const head = stylesTag(city.url) + loaderTag(city.url);

for (const [title, allowed] of [
  ['a browser that sends cookies to third parties', true],
  ['a browser that blocks cookies of third parties', false],
]) {
  describe(`reading in ${title}`, () => {
    let started;
    let tab;
    let log;
    let address;

    before(async () => {
      started = await browserWith(allowed);
      // The person has been to the city's own page, which knows them by a cookie now.
      const own = await started.browser.newPage();
      await own.goto(`${city.url}/embed/pact-viewer/aria-clima-2026`);
      await own.evaluate(() => (document.cookie = 'who=me; path=/; max-age=600; SameSite=None; Secure'));
      assert.equal(await own.evaluate(() => document.cookie), 'who=me');
      await own.close();
      tab = await started.browser.newPage();
      log = await networkLog(tab);
      address = put(page({ head, content: pasted(city.url) }), { policy: strict });
      await tab.goto(address);
      await readAll(tab);
    });
    after(() => started.end());

    it('asks the site and the city, and nobody else', () => {
      const origins = new Set(asked(log).map(({ url }) => new URL(url).origin));
      assert.deepEqual([...origins].sort(), [city.url, site.url].sort());
    });

    it('asks the city for what the table of requests names, and for nothing more', () => {
      const paths = askedOfCity(log).map(({ url }) => url.slice(city.url.length).replace(/-[\w-]{8}\.js$/, '.js'));
      assert.deepEqual(
        paths.sort(),
        [
          '/api/v1/pacts/aria-clima-2026?locale=ar',
          '/api/v1/pacts/aria-clima-2026?locale=it',
          '/api/v1/pacts/aria-clima-2026?version=1&locale=it',
          '/portico/0.1.0/chunks/add-styles.js',
          '/portico/0.1.0/chunks/comparison.js',
          '/portico/0.1.0/chunks/core.js',
          '/portico/0.1.0/chunks/pact-details.js',
          '/portico/0.1.0/chunks/pact-viewer.js',
          '/portico/0.1.0/chunks/version-comparison.js',
          '/portico/0.1.0/chunks/version-comparison.styles.js',
          '/portico/0.1.0/chunks/word-changes.js',
          '/portico/0.1.0/locales/ar.js',
          '/portico/0.1.0/locales/it.js',
          '/portico/0/loader.js',
          '/portico/0/portico.css',
        ].map(path => path.replace('0.1.0', cdn.version)),
      );
    });

    it('only reads, and says nothing about the person', () => {
      const ofPerson = /^(cookie|authorization|idempotency-key|x-)/i;
      for (const { url, method, headers, cookies } of askedOfCity(log)) {
        assert.equal(method, 'GET', url);
        assert.deepEqual(
          Object.keys(headers).filter(name => ofPerson.test(name)),
          [],
          url,
        );
        assert.equal(cookies, 0, url);
      }
    });

    it('lets the city know the host of the page by its referrer, and not its address', () => {
      const referrers = askedOfCity(log).map(({ headers }) => headers.Referer ?? headers.referer ?? '');
      assert.ok(referrers.includes(`${site.url}/`));
      assert.deepEqual(
        referrers.filter(referrer => referrer !== `${site.url}/` && !referrer.startsWith(`${city.url}/portico/`)),
        [],
      );
    });

    it('keeps nothing: no cookie, no storage, no database, no cache of its own, no worker', async () => {
      assert.deepEqual(await tab.evaluate(kept), {
        cookie: '',
        local: 0,
        session: 0,
        databases: 0,
        caches: 0,
        workers: 0,
      });
      // What the profile has is what the person brought along from the city's page.
      const cookies = await started.browser.cookies();
      assert.deepEqual(
        cookies.map(({ name }) => name),
        ['who'],
      );
    });

    it(`which is measured: a style sheet without crossorigin goes ${allowed ? 'with' : 'without'} the cookie`, async () => {
      await askWithCookies(tab, city.url + withCookies);
      const control = askedOfCity(log).find(({ url }) => url.endsWith(withCookies));
      assert.equal(control.cookies, allowed ? 1 : 0);
    });
  });
}

describe('a page that sends no referrer', () => {
  it('is not named to the city by the data that it asks for', async () => {
    const { browser, end } = await browserWith(false);
    try {
      const tab = await browser.newPage();
      const log = await networkLog(tab);
      const headers = { 'referrer-policy': 'no-referrer' };
      await tab.goto(put(page({ head, content: pasted(city.url) }), { policy: strict, headers }));
      await tab.waitForFunction(shows, {}, 1);
      const named = askedOfCity(log).filter(({ headers }) => (headers.Referer ?? '').startsWith(site.url));
      assert.deepEqual(named, []);
      const { headers: sent } = askedOfCity(log).find(({ url }) => url.includes('/api/'));
      assert.equal(sent.Origin ?? sent.origin, site.url, 'the Origin header stays, as CORS needs it');
    } finally {
      await end();
    }
  });
});

describe('a person who listens', () => {
  it('hears a voice of the device where there is one, which tells nobody what it reads', async () => {
    const { browser, end } = await browserWith(false);
    try {
      const tab = await browser.newPage();
      await tab.evaluateOnNewDocument(() => {
        const voices = [
          { lang: 'it-IT', name: 'far away', localService: false },
          { lang: 'it-IT', name: 'here', localService: true },
        ];
        globalThis.spoken = [];
        const speechSynthesis = Object.assign(new EventTarget(), {
          getVoices: () => voices,
          cancel() {},
          speak: ({ voice }) => globalThis.spoken.push(voice.name),
        });
        Object.defineProperty(globalThis, 'speechSynthesis', { value: speechSynthesis });
        globalThis.SpeechSynthesisUtterance = class {};
      });
      await tab.goto(put(page({ head, content: pasted(city.url) }), { policy: strict }));
      await tab.waitForFunction(shows, {}, 1);
      await tab.evaluate(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('#listen').click());
      await tab.waitForFunction(() => globalThis.spoken.length > 0);
      assert.deepEqual(await tab.evaluate(() => globalThis.spoken), ['here']);
    } finally {
      await end();
    }
  });
});
