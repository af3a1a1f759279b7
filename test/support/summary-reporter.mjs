import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Every test of a suite with its whole name, read from top to bottom. */
function* testsOf(suite, path = []) {
  const here = suite.name ? [...path, suite.name] : path;
  for (const test of suite.tests ?? []) yield { ...test, title: [...here, test.name].join(' › ') };
  for (const inner of suite.suites ?? []) yield* testsOf(inner, here);
}

/** A file that broke outside its tests (it did not load, or never ended) counts as one failure. */
function resultsOf(session) {
  const file = relative(process.cwd(), session.testFile);
  const tests = session.testResults ? [...testsOf(session.testResults)] : [];
  const failed = tests.filter(test => !test.passed && !test.skipped).map(test => `${file}: ${test.title}`);
  const broken = !session.passed && failed.length === 0;
  return {
    passed: tests.filter(test => test.passed && !test.skipped).length,
    failed: broken ? [`${file}: ${session.errors[0]?.message ?? 'did not run to its end'}`] : failed,
    skipped: tests.filter(test => test.skipped).map(test => `${file}: ${test.title}`),
  };
}

const list = (heading, titles) => titles.map(title => `  ${heading}: ${title}`);

/**
 * Says for each browser what passed and names every test that failed or was skipped; leaves the same in `.tmp/wtr-<name>.json` for
 * the test command.
 *
 * @param names - Which name each browser launcher goes by.
 */
export function summaryReporter(names) {
  return {
    onTestRunFinished({ sessions }) {
      mkdirSync('.tmp', { recursive: true });
      for (const [launcher, name] of names) {
        const results = [...sessions].filter(session => session.browser === launcher).map(resultsOf);
        const all = key => results.flatMap(result => result[key]);
        const passed = results.reduce((sum, result) => sum + result.passed, 0);
        const [failed, skipped] = [all('failed'), all('skipped')];
        const ran = passed + failed.length;
        console.log(
          [
            `${name}: ${passed} of ${ran} tests passed in ${results.length} files, ${skipped.length} skipped`,
            ...list('failed', failed),
            ...list('skipped', skipped),
          ].join('\n'),
        );
        writeFileSync(`.tmp/wtr-${name}.json`, JSON.stringify({ passed, failed: failed.length, skipped: skipped.length }));
      }
    },
  };
}
