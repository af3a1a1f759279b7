import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from './scripts/browsers.mjs';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const tally = suite => {
  const own = suite?.tests ?? [];
  const inner = (suite?.suites ?? []).map(tally);
  return {
    passed: own.filter(test => test.passed && !test.skipped).length + inner.reduce((sum, each) => sum + each.passed, 0),
    failed: own.filter(test => !test.passed && !test.skipped).length + inner.reduce((sum, each) => sum + each.failed, 0),
  };
};

/** Leaves the counts where the test command finds them. A file that could not be run counts as one failure. */
const countReporter = {
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    for (const session of sessions) {
      const counts = tally(session.testResults);
      passed += counts.passed;
      failed += counts.failed + (session.errors.length > 0 && counts.failed === 0 ? 1 : 0);
    }
    mkdirSync('.tmp', { recursive: true });
    writeFileSync('.tmp/unit.json', JSON.stringify({ passed, failed }));
  },
};

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: true,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testFramework: { config: { timeout: 10_000 } },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [chromeLauncher({ launchOptions: { executablePath: chromium(), headless: true, args } })],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter],
};
