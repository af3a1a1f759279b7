import { expect } from '@open-wc/testing';
import { asBackendError } from '../../src/backend/errors.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { PactVersionSeed } from '../../src/backend/memory/seed.js';
import { translations } from '../../src/model/translations.js';

const title = translations({ it: 'Patto', en: 'Pact' });
const version = (number: number, status: string): PactVersionSeed => ({
  number,
  status,
  title,
  decided: [],
  notDecided: [],
  brief: { lang: 'it', blocks: [] },
  sections: [],
  parties: [],
  eligibility: { minAge: 16 },
  acceptance: { statement: title, privacy: { published: title, kept: title, erasure: title } },
});

function backend(): MemoryBackend {
  return memory({
    processes: [{ id: 'aria', title, administration: title, timeZone: 'Europe/Rome', phases: [] }],
    pacts: [{ id: 'patto', process: 'aria', versions: [version(1, 'superseded'), version(2, 'in-force')] }],
    documents: [
      {
        id: 'piano',
        process: 'aria',
        title,
        versions: [
          { number: 1, status: 'open', passages: ['a', 'b', 'c'].map(id => ({ id, kind: 'article', level: 1, title })) },
          { number: 2, status: 'draft', passages: [{ id: 'd', kind: 'article', level: 1 }] },
        ],
      },
    ],
  });
}

async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    return asBackendError(error).reason;
  }
}

const adult = { nickname: 'Airone', person: { birthDate: '1990-01-01', ties: [], onElectoralRoll: false } };
const minor = { nickname: 'Lucciola', person: { birthDate: '2015-01-01', ties: [], onElectoralRoll: false } };

describe('the memory backend', () => {
  it('answers with the version in force, in the language asked for', async () => {
    const pact = await backend().pacts.get('patto', { locale: 'en' });
    expect(pact.version.number).to.equal(2);
    expect(pact.version.title).to.deep.equal({ lang: 'en', text: 'Pact' });
  });

  it('falls back to the language of the city and says so', async () => {
    const pact = await backend().pacts.get('patto', { locale: 'ar' });
    expect(pact.version.title.lang).to.equal('it');
  });

  it('does not know an unknown pact or version', async () => {
    expect(await reasonOf(backend().pacts.get('altro'))).to.equal('not-found');
    expect(await reasonOf(backend().pacts.get('patto', { version: 9 }))).to.equal('not-found');
  });

  it('shows the open version of a document, and its passages from the one that is asked for', async () => {
    const { documents } = backend();
    const { version: shown, contents } = await documents.get('piano', { locale: 'en' });
    expect(shown.number).to.equal(1);
    expect(contents.map(({ id, title: words }) => [id, words?.text])).to.deep.equal([
      ['a', 'Pact'],
      ['b', 'Pact'],
      ['c', 'Pact'],
    ]);
    const page = await documents.passages('piano', { from: 'b', limit: 1 });
    const last = await documents.passages('piano', { cursor: page.next, limit: 1 });
    expect([...page.items, ...last.items].map(({ id }) => id)).to.deep.equal(['b', 'c']);
    expect(last).not.to.have.property('next');
    expect((await documents.passages('piano', { version: 2 })).items.map(({ id }) => id)).to.deep.equal(['d']);
  });

  it('does not know an unknown document, version or passage', async () => {
    const { documents } = backend();
    expect(await reasonOf(documents.get('altro'))).to.equal('not-found');
    expect(await reasonOf(documents.passages('piano', { version: 9 }))).to.equal('not-found');
    expect(await reasonOf(documents.passages('piano', { from: 'd' }))).to.equal('not-found');
  });

  it('fails as its conditions say', async () => {
    const city = backend();
    city.conditions = { ...city.conditions, offline: true };
    expect(await reasonOf(city.pacts.get('patto'))).to.equal('offline');
  });

  it('gives up when the caller does', async () => {
    const city = backend();
    city.conditions = { ...city.conditions, latency: Infinity };
    const abort = new AbortController();
    const call = city.pacts.get('patto', { signal: abort.signal });
    abort.abort();
    let name = '';
    await call.catch((error: unknown) => (name = (error as Error).name));
    expect(name).to.equal('AbortError');
  });

  it('takes an acceptance once for the same key', async () => {
    const city = backend();
    city.signIn(adult);
    const first = await city.pacts.accept({ pact: 'patto', version: 2 }, { idempotencyKey: 'k' });
    const again = await city.pacts.accept({ pact: 'patto', version: 2 }, { idempotencyKey: 'k' });
    expect(again).to.deep.equal(first);
    expect((await city.pacts.acceptance('patto'))?.version).to.equal(2);
  });

  it('takes no acceptance from a stranger, from a child or of an old version', async () => {
    const city = backend();
    const accept = (number: number) => city.pacts.accept({ pact: 'patto', version: number }, { idempotencyKey: String(number) });
    expect(await reasonOf(accept(2))).to.equal('unauthenticated');
    city.signIn(minor);
    expect(await reasonOf(accept(2))).to.equal('not-entitled');
    city.signIn(adult);
    expect(await reasonOf(accept(1))).to.equal('conflict');
  });
});
