import { expect } from '@open-wc/testing';
import type { Backend } from '../../src/backend/backend.js';
import type { BackendErrorReason } from '../../src/backend/errors.js';
import type { Pact } from '../../src/model/pact.js';
import { failure, server } from '../support/api-client.js';

const pact = 'aria-clima-2026';

const read = (backend: Backend, signal?: AbortSignal): Promise<Pact> =>
  backend.pacts?.get(pact, { signal }) ?? Promise.reject(new Error('no pacts'));

describe('the http backend, against a server', () => {
  afterEach(() => {
    document.cookie = 'person=; path=/';
  });

  it('reads a pact in the language of the reader', async () => {
    const { backend } = server('fine');
    const english = await backend.pacts?.get(pact, { locale: 'en' });
    expect(english?.version.title.lang).to.equal('en');
  });

  it('asks for what everybody may read without cookie and without a header that costs a preflight', async () => {
    const { backend, requests } = server('fine', { getToken: () => 'anna' });
    document.cookie = 'person=anna; path=/';
    await read(backend);
    const [{ headers } = { headers: {} }] = await requests();
    for (const name of ['cookie', 'authorization', 'content-type', 'x-requested-with'])
      expect(headers).not.to.have.property(name);
  });

  it('sends the token of the page with what concerns a person', async () => {
    const { backend } = server('fine', { getToken: () => Promise.resolve('anna') });
    const session = await backend.session?.current('aria-clima');
    expect(session).to.include({ type: 'signed-in', nickname: 'Girasole' });
  });

  it('knows the person by the cookie of its own site', async () => {
    document.cookie = 'person=samir; path=/';
    const { backend } = server('fine');
    expect(await backend.session?.current('aria-clima')).to.include({ nickname: 'Ponte' });
  });

  it('asks for the passages of a document as for anything that everybody may read', async () => {
    const { backend, requests } = server('fine');
    const id = 'piano-aria-clima';
    await backend.documents?.get(id, { version: 2, locale: 'en' });
    const page = await backend.documents?.passages(id, { limit: 2, version: 2, from: 'art-3', locale: 'en' });
    expect(page?.items.map(passage => passage.id)).to.deep.equal(['art-3', 'art-4']);
    const [first, second] = await requests();
    expect([first?.path, second?.path]).to.deep.equal([`documents/${id}`, `documents/${id}/passages`]);
    expect(second?.headers).not.to.have.property('cookie');
  });

  it('leaves out the documents of a server that has none', () => {
    expect(server('fine', { services: ['pacts'] }).backend.documents).to.equal(undefined);
  });

  it('makes one request when the same is asked for twice at once', async () => {
    const { backend, requests } = server('fine');
    const [first, second] = await Promise.all([read(backend), read(backend)]);
    expect(first).to.deep.equal(second);
    expect((await requests()).length).to.equal(1);
  });

  it('goes on for the one who still waits when the other gives up', async () => {
    const { backend } = server('fine');
    const abort = new AbortController();
    const given = failure(read(backend, abort.signal));
    const kept = read(backend);
    abort.abort();
    expect((await given).name).to.equal('AbortError');
    expect((await kept).id).to.equal(pact);
  });

  it('gives up in the middle with an AbortError', async () => {
    const { backend } = server('silent');
    const abort = new AbortController();
    const given = failure(read(backend, abort.signal));
    setTimeout(() => abort.abort(), 20);
    expect((await given).name).to.equal('AbortError');
  });

  it('says timeout when there is no answer', async () => {
    const { backend } = server('silent', { timeout: 40, attempts: 1 });
    expect((await failure(read(backend))).reason).to.equal('timeout');
  });

  for (const kind of ['busy-once', 'down-once', 'dropped-once']) {
    it(`reads again after '${kind}', and the reader sees nothing of it`, async () => {
      const { backend } = server(kind);
      expect((await read(backend)).id).to.equal(pact);
    });
  }

  it('gives up a read after three attempts', async () => {
    const { backend, requests } = server('down');
    expect((await failure(read(backend))).reason).to.equal('unavailable');
    expect((await requests()).length).to.equal(3);
  });

  it('does not knock again when it was told to come in an hour, and says when', async () => {
    const { backend, requests } = server('later');
    const { reason, retryAt } = await failure(read(backend));
    expect(reason).to.equal('rate-limited');
    expect((retryAt?.getTime() ?? 0) - Date.now()).to.be.within(3_500_000, 3_600_000);
    expect((await requests()).length).to.equal(1);
  });

  it('never repeats a write by itself, and sends its key', async () => {
    const { backend, requests } = server('down', { getToken: () => 'anna' });
    const sent = backend.pacts?.accept({ pact, version: 2 }, { idempotencyKey: 'k1' });
    expect((await failure(sent)).reason).to.equal('unavailable');
    const seen = await requests();
    expect(seen.length).to.equal(1);
    expect(seen[0]?.headers['idempotency-key']).to.equal('k1');
  });

  it('names the fields that the server refused', async () => {
    const { backend } = server('refused', { getToken: () => 'anna' });
    const error = await failure(backend.pacts?.accept({ pact, version: 2 }, { idempotencyKey: 'k2' }));
    expect(error.reason).to.equal('invalid');
    expect(error.fields).to.deep.equal([{ path: 'version', message: 'not a number' }]);
  });

  const answers: [string, BackendErrorReason][] = [
    ['garbled', 'malformed'],
    ['html', 'malformed'],
    ['broken', 'malformed'],
    ['dropped', 'unavailable'],
    ['teapot', 'unavailable'],
  ];
  for (const [kind, reason] of answers) {
    it(`says '${reason}' for an answer that is ${kind}`, async () => {
      const { backend } = server(kind);
      expect((await failure(read(backend))).reason).to.equal(reason);
    });
  }

  it('names the field that breaks the schema', async () => {
    const { backend } = server('broken');
    expect((await failure(read(backend))).fields.map(({ path }) => path)).to.include('process.id');
  });

  it('says not-found for what is not there, and conflict for a version that is not in force', async () => {
    const { backend } = server('fine', { getToken: () => 'anna' });
    expect((await failure(backend.pacts?.get('nessuno'))).reason).to.equal('not-found');
    const old = backend.pacts?.accept({ pact, version: 1 }, { idempotencyKey: 'k3' });
    expect((await failure(old)).reason).to.equal('conflict');
  });

  it('asks nothing about persons on a page where it cannot know any', async () => {
    const { backend, requests } = server('fine', { credentials: 'omit' });
    expect(await backend.session?.current('aria-clima')).to.deep.equal({ type: 'signed-out' });
    expect(await backend.pacts?.acceptance(pact)).to.equal(undefined);
    expect(await requests()).to.deep.equal([]);
  });
});
