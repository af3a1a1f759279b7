import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newKey } from '../src/settings/keys.js';
import { startServer } from './support/server-process.js';
import { emptyDatabase, type Place } from './support/test-city.js';
import { until } from './support/until.js';

const email = 'anna.rossi@example.org';

/** Runs in the process of the server: the error comes when it is asked for, after the start, in a place that nobody guards. */
const failing = (how: string): string => `data:text/javascript,${encodeURIComponent(`
  const emit = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text, ...rest) => {
    if (String(text).includes('http://localhost')) setTimeout(() => { ${how} }, 0);
    return emit(text, ...rest);
  };
`)}`; // prettier-ignore

describe('an error that reaches nobody', () => {
  let place: Place;
  const key = newKey();
  before(async () => {
    place = await emptyDatabase('PostgreSQL');
  });
  after(() => place.remove());

  for (const [name, how] of [
    ['thrown after an answer', `throw new Error('duplicate key (${email})')`],
    ['in a promise that nobody waits for', `void Promise.reject(new Error('duplicate key (${email})'))`],
  ] as const) {
    it(`ends the process, ${name}, and the log says so without its message`, async () => {
      const server = await startServer({
        ...place.environment,
        PORTICO_KEY: key,
        LOG_LEVEL: 'fatal',
        NODE_OPTIONS: `--import ${failing(how)}`,
      });
      await until(() => server.output().includes('the process ends'));
      assert.equal(await server.stop(), 1);
      assert.ok(!server.output().includes(email), server.output());
      assert.match(server.output(), /"type":"Error"/);
    });
  }
});
