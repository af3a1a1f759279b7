import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './files-in.mjs';
import { engineNames, impossible } from './browsers.mjs';
import { runCommand } from './run-command.mjs';

/** A check that is right or wrong as a whole. */
const check =
  (command, args, options = {}) =>
  async () =>
    (await runCommand(command, args, options)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Counts that a test run left in a file. A run that broke, although no test failed, is one failure. */
async function counted(file, run) {
  rmSync(file, { force: true });
  const wellDone = await run();
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log('The run broke before it could count its tests.');
    return { passed: 0, failed: 1 };
  }
  return { passed: counts.passed, failed: counts.failed + (wellDone || counts.failed > 0 ? 0 : 1), skipped: counts.skipped };
}

const unit = engine => async () => {
  if (impossible(engine)) {
    console.log(`skipped: unit tests in ${engine}, since ${impossible(engine)}`);
    return { passed: 0, failed: 0 };
  }
  return counted(`.tmp/wtr-${engine}.json`, () => runCommand('web-test-runner', [], { env: { BROWSERS: engine }, minutes: 12 }));
};

/** Tests that Node runs itself. They share ports and browsers with nobody, so one file runs after the other. */
const nodeTests = (folder, name) => async () => {
  const files = filesIn(folder, /^[^/]+\.test\.mjs$/).map(path => `${folder}/${path}`);
  if (files.length === 0) {
    console.log(`no tests in ${folder}`);
    return { passed: 0, failed: 0 };
  }
  const counts = `.tmp/node-${name}.json`;
  const reporters = [
    ['spec', 'stdout'],
    ['./test/support/node-count-reporter.mjs', counts],
  ].flatMap(([reporter, place]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${place}`]);
  const args = ['--test', '--test-concurrency=1', '--test-timeout=600000', ...reporters, ...files];
  const result = await counted(counts, () => runCommand(process.execPath, args, { minutes: 12 }));
  for (const title of result.skipped ?? []) console.log(`skipped: ${title}`);
  return result;
};

/** The server's tests have a runner of their own, which brings a PostgreSQL server. */
const serverTests = async () => {
  const counts = join(process.cwd(), '.tmp/server.json');
  const reporters = [
    ['spec', 'stdout'],
    [join(process.cwd(), 'test/support/node-count-reporter.mjs'), counts],
  ].flatMap(([reporter, place]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${place}`]);
  const args = ['server/run-tests.mjs', '--reporters', ...reporters];
  const result = await counted(counts, () => runCommand(process.execPath, args, { minutes: 12 }));
  for (const title of result.skipped ?? []) console.log(`skipped: ${title}`);
  return result;
};

const styles = ['src/**/*.styles.ts', 'src/styles/**/*.ts', 'src/**/*.css', 'demo/**/*.css'];

/** All that `npm test` does, in this order. `group` is the name for `--only`. */
export const steps = [
  { group: 'lint', title: 'lint: code', run: check('eslint', ['.', '--max-warnings', '0']) },
  { group: 'lint', title: 'lint: styles', run: check('stylelint', ['--allow-empty-input', '--max-warnings', '0', ...styles]) },
  { group: 'lint', title: 'lint: format', run: check('prettier', ['--check', '--log-level', 'warn', '.']) },
  { group: 'lint', title: 'lint: texts', run: check(process.execPath, ['scripts/check-texts.mjs']) },
  { group: 'lint', title: 'lint: table of properties', run: check(process.execPath, ['scripts/theming-table.mjs']) },
  { group: 'lint', title: 'lint: HTTP contract', run: check(process.execPath, ['server/scripts/openapi.mjs', '--check']) },
  {
    group: 'lint',
    title: 'lint: table of settings',
    run: check(process.execPath, ['server/scripts/settings-table.mjs', '--check']),
  },
  { group: 'types', title: 'types', run: check('tsc', ['-p', 'tsconfig.json']) },
  { group: 'types', title: 'types of the server', run: check('tsc', ['-p', 'server/tsconfig.json']) },
  { group: 'types', title: 'types of the server’s tests', run: check('tsc', ['-p', 'server/test/tsconfig.json']) },
  ...engineNames.map(engine => ({ group: 'unit', title: `unit tests in ${engine}`, run: unit(engine) })),
  { group: 'build', title: 'build', run: check('rollup', ['-c']) },
  { group: 'build', title: 'build: declarations', run: check('tsc', ['-p', 'tsconfig.build.json']) },
  { group: 'build', title: 'build: manifest of the elements', run: check('cem', ['analyze']) },
  {
    group: 'build',
    title: 'build: files for editors and frameworks',
    run: check(process.execPath, ['scripts/package-files.mjs']),
  },
  { group: 'server', title: 'the server, on PostgreSQL and PGlite', run: serverTests },
  { group: 'node', title: 'tests of scripts and built files', run: nodeTests('test/node', 'node') },
  { group: 'frameworks', title: 'frameworks', run: nodeTests('test/frameworks', 'frameworks') },
  {
    group: 'storybook',
    title: 'build of the storybook',
    run: check('storybook', ['build', '--disable-telemetry', '--quiet', '--output-dir', 'storybook-static']),
  },
  { group: 'e2e', title: 'end-to-end tests', run: nodeTests('test/e2e', 'e2e') },
  { group: 'embed', title: 'pages that are not ours', run: nodeTests('test/embed', 'embed') },
  { group: 'looks', title: 'looks of design systems', run: nodeTests('test/looks', 'looks') },
  { group: 'size', title: 'sizes', run: check(process.execPath, ['scripts/size.mjs']) },
];

export const groups = [...new Set(steps.map(step => step.group))];

/** Steps of these groups; all of them without any. */
export function stepsOf(wanted) {
  const unknown = wanted.filter(name => !groups.includes(name));
  if (unknown.length > 0) throw new Error(`--only knows ${groups.join(', ')}, not ${unknown.join(', ')}.`);
  return wanted.length > 0 ? steps.filter(step => wanted.includes(step.group)) : steps;
}

/** Whether any of these steps opens a browser. */
export const needBrowsers = chosen =>
  chosen.some(({ group }) => ['unit', 'server', 'node', 'frameworks', 'e2e', 'embed', 'looks'].includes(group));
