import { expect } from '@open-wc/testing';
import { isPreloaded, readEarly, takeEarlyRead } from '../../src/backend/http/early-reads.js';
import { sharedHttp } from '../../src/backend/http/shared.js';
import { server } from '../support/api-client.js';

const get = (backend: ReturnType<typeof server>['backend']) => backend.pacts?.get('aria-clima-2026', { locale: 'it' });
const address = (base: string): string => new URL(`${base}/v1/pacts/aria-clima-2026?locale=it`, location.href).href;

describe('a read that was begun early', () => {
  it('is used by the backend, which then asks no second time', async () => {
    const { backend, base, requests } = server('fine');
    readEarly(address(base));
    expect((await get(backend))?.id).to.equal('aria-clima-2026');
    expect((await requests()).length).to.equal(1);
  });

  it('is used once: what is read again is asked again', async () => {
    const { backend, base, requests } = server('fine');
    readEarly(address(base));
    await get(backend);
    await get(backend);
    expect((await requests()).length).to.equal(2);
  });

  it('is asked for once, however many want it', async () => {
    const { base, requests } = server('fine');
    readEarly(address(base));
    readEarly(address(base));
    await takeEarlyRead(address(base));
    expect((await requests()).length).to.equal(1);
  });

  it('is followed by another attempt where it failed', async () => {
    const { backend, base, requests } = server('busy-once');
    readEarly(address(base));
    expect((await get(backend))?.id).to.equal('aria-clima-2026');
    expect((await requests()).length).to.equal(2);
  });

  it('does not hold up a caller who gives up', async () => {
    const { backend, base } = server('silent');
    readEarly(address(base));
    const giveUp = new AbortController();
    const read = backend.pacts?.get('aria-clima-2026', { locale: 'it', signal: giveUp.signal });
    giveUp.abort();
    let error: unknown;
    await read?.catch((thrown: unknown) => (error = thrown));
    expect((error as DOMException).name).to.equal('AbortError');
  });
});

describe('isPreloaded', () => {
  it('knows what the head of the page preloads', () => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
    link.href = '/api/fine/requests';
    document.head.append(link);
    expect(isPreloaded(new URL('/api/fine/requests', location.href).href)).to.equal(true);
    link.remove();
    expect(isPreloaded(new URL('/api/fine/requests', location.href).href)).to.equal(false);
  });
});

describe('sharedHttp', () => {
  it('is one backend for one address, however it is written', () => {
    expect(sharedHttp('/api/fine')).to.equal(sharedHttp(new URL('/api/fine/', location.href).href));
    expect(sharedHttp('/api/fine')).not.to.equal(sharedHttp('/api/other'));
  });
});
