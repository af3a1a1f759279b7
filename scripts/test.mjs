import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** Everything that `npm test` checks. It goes on after a failure and ends with one line that counts all of it. */
let passed = 0;
let failed = 0;

const run = (heading, command, args) => {
  console.log(`\n== ${heading}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};
const check = (...step) => (run(...step) ? (passed += 1) : (failed += 1));

check('types', 'npx', ['--no-install', 'tsc', '-p', 'tsconfig.json']);
check('format', 'npx', ['--no-install', 'prettier', '--check', 'src', 'test']);

rmSync('.tmp/unit.json', { force: true });
const ran = run('unit tests in Chromium', 'npx', ['--no-install', 'web-test-runner']);
if (existsSync('.tmp/unit.json')) {
  const counts = JSON.parse(readFileSync('.tmp/unit.json', 'utf8'));
  passed += counts.passed;
  failed += counts.failed + (!ran && counts.failed === 0 ? 1 : 0);
} else {
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
