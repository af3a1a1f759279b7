/**
 * Counts the tests of `node --test` for the test command, as JSON, with the names of those that were skipped. A suite is not a test, and a
 * test whose inner tests failed is not a failure of its own; a hook that failed is.
 */
export default async function* nodeCountReporter(events) {
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details.type === 'suite';
    if (data.skip !== undefined || data.todo !== undefined) {
      if (!isSuite) skipped.push(data.name);
    } else if (type === 'test:fail') {
      if (data.details.error?.failureType !== 'subtestsFailed') failed += 1;
    } else if (!isSuite) {
      passed += 1;
    }
  }
  yield JSON.stringify({ passed, failed, skipped });
}
