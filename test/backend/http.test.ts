import { expect } from '@open-wc/testing';
import { asBackendError } from '../../src/backend/errors.js';
import { http } from '../../src/backend/http/http.js';

const process = {
  id: 'aria',
  title: { lang: 'it', text: 'Aria' },
  administration: { lang: 'it', text: 'Consiglio' },
  timeZone: 'Europe/Rome',
  phases: [],
};

/** A `fetch` that gives these answers one after the other, and the last one for ever. */
function answers(...list: (() => Response)[]): { fetch: typeof fetch; calls: RequestInit[] } {
  const calls: RequestInit[] = [];
  return {
    calls,
    fetch: (_url, init = {}) => {
      const next = list[Math.min(calls.length, list.length - 1)];
      calls.push(init);
      return next ? Promise.resolve(next()) : Promise.reject(new TypeError('dropped'));
    },
  };
}

const good = (): Response => Response.json(process);
const status =
  (code: number, headers: Record<string, string> = {}): (() => Response) =>
  () =>
    new Response('', { status: code, headers });

async function failure(call: Promise<unknown> | undefined) {
  try {
    await call;
  } catch (error) {
    return asBackendError(error);
  }
  throw new Error('the call did not fail');
}

describe('the http backend', () => {
  it('asks once for the same read asked twice, without cookie or header', async () => {
    const server = answers(good);
    const city = http('/api', { fetch: server.fetch });
    await Promise.all([city.processes?.get('aria'), city.processes?.get('aria')]);
    expect(server.calls.length).to.equal(1);
    expect(server.calls[0]?.credentials).to.equal('omit');
    expect(server.calls[0]?.headers).to.deep.equal({});
  });

  it('reads again after a passing failure', async () => {
    const server = answers(status(503), status(503), good);
    const city = http('/api', { fetch: server.fetch, backoff: 1 });
    expect((await city.processes?.get('aria'))?.title.text).to.equal('Aria');
    expect(server.calls.length).to.equal(3);
  });

  it('never repeats a write by itself', async () => {
    const server = answers(status(503));
    const city = http('/api', { fetch: server.fetch, backoff: 1 });
    const error = await failure(city.pacts?.accept({ pact: 'p', version: 1 }, { idempotencyKey: 'k' }));
    expect(error.reason).to.equal('unavailable');
    expect(server.calls.length).to.equal(1);
  });

  it('says when to come back instead of waiting an hour', async () => {
    const server = answers(status(429, { 'Retry-After': '3600' }));
    const error = await failure(http('/api', { fetch: server.fetch }).processes?.get('aria'));
    expect(error.reason).to.equal('rate-limited');
    expect(error.retryAt).to.be.instanceOf(Date);
    expect(server.calls.length).to.equal(1);
  });

  it('calls a dropped connection unavailable', async () => {
    const error = await failure(http('/api', { fetch: answers().fetch, backoff: 1 }).processes?.get('aria'));
    expect(error.reason).to.equal('unavailable');
  });

  it('names the field that breaks the schema', async () => {
    const server = answers(() => Response.json({ ...process, timeZone: 'Mars/Base' }));
    const error = await failure(http('/api', { fetch: server.fetch }).processes?.get('aria'));
    expect(error.reason).to.equal('malformed');
    expect(error.fields[0]?.path).to.equal('timeZone');
  });

  it('asks nothing about the person where the server cannot know them', async () => {
    const server = answers(good);
    const session = await http('https://city.example/api', { fetch: server.fetch }).session?.current('aria');
    expect(session).to.deep.equal({ type: 'signed-out' });
    expect(server.calls.length).to.equal(0);
  });
});
