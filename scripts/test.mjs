import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browsers } from './browsers.mjs';
import { needBrowsers, stepsOf } from './test-steps.mjs';

/**
 * `npm test`: everything that must hold. It goes on after a failure and ends with one line that counts all of it. `--only unit,e2e`
 * runs some of it while one works.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const chosen = stepsOf(values.only.split(',').filter(name => name !== ''));

const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

/** A browser that is missing is told at once, with the commands that bring it, and not after ten minutes of other tests. */
function ready() {
  if (!needBrowsers(chosen)) return true;
  try {
    browsers();
    return true;
  } catch (error) {
    console.log(error.message);
    return false;
  }
}

process.chdir(new URL('..', import.meta.url).pathname);
mkdirSync('.tmp', { recursive: true });

if (ready()) {
  const failures = [];
  for (const { title, run } of chosen) {
    console.log(`\n== ${title}`);
    const began = Date.now();
    const result = await run();
    add(result);
    if (result.failed > 0) failures.push(title);
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`-- ${title}: ${result.failed > 0 ? 'failed' : 'good'} after ${seconds} s`);
  }
  if (failures.length > 0) console.log(`\nFailures in: ${failures.join('; ')}`);
} else {
  add({ passed: 0, failed: 1 });
}

process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
