import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { browsers, engineNames, impossible } from './scripts/browsers.mjs';
import { servedVersion } from './scripts/package-version.mjs';
import { servedPresets } from './scripts/preset-modules.mjs';
import { jsonModule } from './test/support/json-module.mjs';
import { summaryReporter } from './test/support/summary-reporter.mjs';
import { startWebKit } from './test/support/webkit-under-xvfb.mjs';

/** Quiet and alike on every machine; without a sandbox, since only pages of this repository are opened, often as root. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const launchers = {
  chromium: paths =>
    chromeLauncher({ launchOptions: { executablePath: paths.chromium, headless: true, timeout: 120_000, args: chromiumArgs } }),
  firefox: paths =>
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: paths.firefox, headless: true, timeout: 120_000 },
    }),
  webkit: async paths => webdriverLauncher(await startWebKit(paths)),
};

/** `BROWSERS=chromium,firefox,webkit` picks the engines; Chromium alone is the quick default. */
const wanted = (process.env.BROWSERS ?? 'chromium').split(',').map(name => name.trim());
for (const name of wanted) {
  if (!engineNames.includes(name)) throw new Error(`BROWSERS knows ${engineNames.join(', ')}, not '${name}'.`);
  if (impossible(name)) throw new Error(`${name} cannot be tested here: ${impossible(name)}.`);
}

const paths = browsers(wanted);
const names = new Map();
for (const name of wanted) names.set(await launchers[name](paths), name);

/** The server behind the http backend's tests, at the same origin as the tests. */
const apiServer = new URL('./test/support/api-server.mjs', import.meta.url);
const middleware = existsSync(apiServer) ? [(await import(apiServer)).apiMiddleware()] : [];

export default {
  files: ['test/**/*.test.ts', '!test/e2e/**', '!test/node/**'],
  nodeResolve: true,
  // A second page would stay in the background, where timers are slowed down and focus never comes.
  concurrency: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10_000 } },
  middleware,
  plugins: [
    jsonModule(),
    servedVersion(),
    servedPresets(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    a11ySnapshotPlugin(),
  ],
  browsers: [...names.keys()],
  reporters: [defaultReporter({ reportTestProgress: false }), summaryReporter(names)],
};
