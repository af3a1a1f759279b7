import { expect } from '@open-wc/testing';
import type { BackendErrorReason } from '../../src/backend/errors.js';
import { failure, server, type SeenRequest } from '../support/api-client.js';

const pact = 'aria-clima-2026';

/** The same server under another name, and so another origin: the address that `localhost` stands for on this machine. */
async function otherOrigin(): Promise<string> {
  for (const host of ['127.0.0.1', '[::1]']) {
    const origin = `http://${host}:${location.port}`;
    const answered = await fetch(`${origin}/api/fine/requests`).then(
      () => true,
      () => false,
    );
    if (answered && origin !== location.origin) return origin;
  }
  throw new Error('the test server has one name only');
}

/** Says to the page whether there is a network, which a browser under test may not know. */
async function withNetwork<Value>(onLine: boolean, run: () => Promise<Value>): Promise<Value> {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

describe('the http backend, in bad weather', () => {
  const reasons: [number, BackendErrorReason][] = [
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [403, 'not-entitled'],
    [404, 'not-found'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [413, 'too-large'],
    [422, 'invalid'],
    [423, 'closed'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [504, 'unavailable'],
  ];
  for (const [status, reason] of reasons) {
    it(`takes ${String(status)} for '${reason}', with a problem document and without`, async () => {
      for (const kind of ['status', 'unsaid']) {
        const { backend } = server(`${kind}${String(status)}`, { attempts: 1 });
        expect((await failure(backend.pacts?.get(pact))).reason).to.equal(reason);
      }
    });
  }

  it('closes the connection when all who asked have given up', async () => {
    const { backend, requests } = server('silent');
    const readers = [new AbortController(), new AbortController()];
    const calls = readers.map(({ signal }) => failure(backend.pacts?.get(pact, { signal })));
    let seen: SeenRequest[] = [];
    while (seen.length === 0) seen = await requests();
    for (const reader of readers) reader.abort();
    for (const call of calls) expect((await call).name).to.equal('AbortError');
    while (!seen[0]?.givenUp) seen = await requests();
    expect(seen.length).to.equal(1);
  });

  it('asks anew after everybody gave up', async () => {
    const { backend } = server('fine');
    const abort = new AbortController();
    const given = failure(backend.pacts?.get(pact, { signal: abort.signal }));
    abort.abort();
    await given;
    expect((await backend.pacts?.get(pact))?.id).to.equal(pact);
  });

  it('waits as long as the server says, and not as long as it would by itself', async () => {
    const impatient = server('soon-once', { backoff: 1 });
    await impatient.backend.pacts?.get(pact);
    const [first, second] = await impatient.requests();
    expect((second?.at ?? 0) - (first?.at ?? 0)).to.be.greaterThan(900);

    const patient = server('busy-once', { backoff: 60_000 });
    await patient.backend.pacts?.get(pact);
    expect((await patient.requests()).length).to.equal(2);
  });

  it('stops waiting for the next attempt when the reader gives up', async () => {
    const { backend, requests } = server('down', { backoff: 9_000 });
    const abort = new AbortController();
    const given = failure(backend.pacts?.get(pact, { signal: abort.signal }));
    while ((await requests()).length === 0);
    abort.abort();
    expect((await given).name).to.equal('AbortError');
  });

  it('tells a lost network from a server that does not answer', async () => {
    const lost = await withNetwork(false, () => failure(server('dropped').backend.pacts?.get(pact)));
    expect(lost.reason).to.equal('offline');
    const down = await withNetwork(true, () => failure(server('dropped').backend.pacts?.get(pact)));
    expect(down.reason).to.equal('unavailable');
  });

  it('gives the first receipt when the answer to an acceptance was lost and the person sends it again', async () => {
    const { backend, requests } = server('lost', { getToken: () => 'anna' });
    const send = (): Promise<unknown> | undefined => backend.pacts?.accept({ pact, version: 2 }, { idempotencyKey: 'once' });
    expect((await withNetwork(true, () => failure(send()))).reason).to.equal('unavailable');
    const receipt = await send();
    expect((await backend.pacts?.acceptance(pact))?.receipt).to.deep.equal(receipt);
    const keys = (await requests()).filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.deep.equal(['once', 'once']);
  });

  it('takes a login page in the place of an answer about a person for a session that has ended', async () => {
    const { backend } = server('login');
    expect((await failure(backend.session?.current('aria-clima'))).reason).to.equal('unauthenticated');
    expect((await failure(backend.pacts?.get(pact))).reason).to.equal('malformed');
  });

  it('fails as it should when the page cannot give its token', async () => {
    const refusing = server('fine', { attempts: 1, getToken: () => Promise.reject(new Error('no')) });
    const refused = await withNetwork(true, () => failure(refusing.backend.session?.current('aria-clima')));
    expect(refused).to.include({ name: 'BackendError', reason: 'unavailable' });
    const never = new Promise<string>(() => undefined);
    const silent = server('fine', { attempts: 1, timeout: 30, getToken: () => never });
    expect((await failure(silent.backend.session?.current('aria-clima'))).reason).to.equal('timeout');
    expect(await silent.requests()).to.deep.equal([]);
  });

  it('gives up what it would have answered without asking', async () => {
    const { backend } = server('fine', { credentials: 'omit' });
    const signal = AbortSignal.abort();
    expect((await failure(backend.session?.current('aria-clima', { signal }))).name).to.equal('AbortError');
    expect((await failure(backend.pacts?.acceptance(pact, { signal }))).name).to.equal('AbortError');
  });

  describe('on a page of another site', () => {
    it('reads without a preflight', async () => {
      const { backend, requests } = server('fine', {}, await otherOrigin());
      await backend.pacts?.get(pact);
      await backend.processes?.list({ limit: 1 });
      expect((await requests()).map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
    });

    it('asks with a token what concerns a person', async () => {
      const { backend, requests } = server('fine', { getToken: () => 'anna' }, await otherOrigin());
      expect(await backend.session?.current('aria-clima')).to.include({ nickname: 'Girasole' });
      const asked = (await requests()).find(({ method }) => method === 'GET');
      expect(asked?.headers).to.include({ authorization: 'Bearer anna' });
      expect(asked?.headers).not.to.have.property('cookie');
    });

    it('hears when it may come back', async () => {
      const { backend } = server('later', {}, await otherOrigin());
      expect((await failure(backend.pacts?.get(pact))).retryAt).to.be.instanceOf(Date);
    });
  });
});
