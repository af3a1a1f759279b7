import { expect } from '@open-wc/testing';
import { anna, luca } from '../../demo/data/people.js';
import { asBackendError } from '../../src/backend/errors.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import type { MemorySeed } from '../../src/backend/memory/seed.js';
import { checkReceipt } from '../../src/model/log/check-receipt.js';
import { openLogKey } from '../../src/model/log/log-key.js';
import type { ObservationDraft, ObservationReceipt } from '../../src/model/observation-draft.js';
import {
  inPhase,
  manyObservations,
  observationSeed,
  observedDocument,
  observedProcess,
  official,
  withObservations,
} from '../../stories/support/observation-seed.js';

const process = observedProcess;
const now = new Date('2026-11-24T10:00:00+01:00');

const city = (seed: MemorySeed = observationSeed, options: MemoryOptions = {}): MemoryBackend =>
  memory(seed, { now: () => now, ...options });

function cityOf(person: typeof anna, seed?: MemorySeed): MemoryBackend {
  const backend = city(seed);
  backend.signIn(person);
  return backend;
}

const draft = (more: Partial<ObservationDraft> = {}): ObservationDraft => ({
  subject: { process },
  kind: 'remark',
  text: 'Anche le strade davanti agli asili.',
  attachments: [],
  lang: 'it',
  ...more,
});

const onPassage = (passage: string) => ({ process, document: observedDocument, version: 2, passage });

let keys = 0;
const once = () => ({ idempotencyKey: `key-${String((keys += 1))}` });

async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { reason, fields } = asBackendError(error);
    return [reason, ...fields.map(({ path }) => path)].join(' ');
  }
  return 'it was done';
}

async function checked({ observations }: MemoryBackend, { content, proof }: ObservationReceipt): Promise<string> {
  const { origin, keys: jwks } = await observations.log(process);
  return (await checkReceipt(content, proof, { origin, keys: await Promise.all(jwks.map(openLogKey)) })).type;
}

describe('observations in memory', () => {
  describe('while they are taken', () => {
    it('gives numbers without a gap, also to many at once', async () => {
      const { observations } = cityOf(anna);
      const receipts = await Promise.all(Array.from({ length: 20 }, () => observations.submit(draft(), once())));
      expect(receipts.map(({ reference }) => Number(reference.slice(-6))).sort((a, b) => a - b)).to.deep.equal(
        Array.from({ length: 20 }, (_, at) => 26 + at),
      );
    });

    it('gives receipts that anybody can check, older ones too', async () => {
      const backend = cityOf(anna);
      const receipts: ObservationReceipt[] = [];
      for (let count = 0; count < 5; count += 1) receipts.push(await backend.observations.submit(draft(), once()));
      for (const receipt of receipts) expect(await checked(backend, receipt)).to.equal('included');
      const [first] = receipts;
      expect(
        first && (await checked(backend, { ...first, content: { ...first.content, reference: 'PAC-2026-000001' } })),
      ).to.equal('not-included');
    });

    it('does one thing once, when it is sent twice at the same time', async () => {
      const { observations } = cityOf(anna);
      const key = once();
      const [one, other] = await Promise.all([observations.submit(draft(), key), observations.submit(draft(), key)]);
      expect(one).to.equal(other);
      expect((await observations.list({ process })).total).to.equal(26);
    });

    it('refuses each wrong part of a draft by its name', async () => {
      const { observations } = cityOf(anna);
      const refused = (more: Partial<ObservationDraft>): Promise<string> => reasonOf(observations.submit(draft(more), once()));
      expect(await refused({ text: ' \u200b ' })).to.equal('invalid text');
      expect(await refused({ text: 'a'.repeat(3001) })).to.equal('invalid text');
      expect(await refused({ title: 'a'.repeat(121), kind: 'petition' })).to.equal('invalid kind title');
      expect(await refused({ theme: 'spazio' })).to.equal('invalid theme');
      expect(await refused({ attachments: ['file-9'] })).to.equal('invalid attachments.0');
      expect(await refused({ subject: onPassage('parte-1') })).to.equal('invalid subject.passage');
      expect(await refused({ kind: 'amendment', subject: onPassage('art-7') })).to.equal('invalid wording');
      expect(await refused({ wording: { before: 'a', after: 'b' } })).to.equal('invalid wording');
    });

    it('refuses a passage that is gone or reads otherwise as a conflict', async () => {
      const { observations } = cityOf(anna);
      const refused = (more: Partial<ObservationDraft>): Promise<string> => reasonOf(observations.submit(draft(more), once()));
      const wording = { before: 'Un altro testo.', after: 'Un testo migliore.' };
      expect(await refused({ subject: onPassage('art-99') })).to.equal('conflict');
      expect(await refused({ subject: { ...onPassage('art-7'), version: 1 } })).to.equal('conflict');
      expect(await refused({ kind: 'amendment', subject: onPassage('art-7'), wording })).to.equal('conflict');
      const quote = { exact: 'parole che non ci sono', prefix: '', suffix: '' };
      expect(await refused({ subject: { ...onPassage('art-7'), quote } })).to.equal('conflict');
    });

    it('takes an amendment of quoted words', async () => {
      const { observations } = cityOf(anna);
      const quote = { exact: 'diecimila alberi', prefix: 'Entro il 2030 si piantano ', suffix: ', i primi nelle strade' };
      const wording = { before: 'diecimila alberi', after: 'quindicimila alberi' };
      const amendment = draft({ kind: 'amendment', text: '', subject: { ...onPassage('art-7'), quote }, wording });
      const { reference } = await observations.submit(amendment, once());
      const kept = await observations.get(reference.toLowerCase());
      expect(kept.wording).to.deep.equal(wording);
      expect(kept.passageName?.text).to.equal('Art. 7 – Alberi');
      expect(kept.excerpt.text).to.equal('quindicimila alberi');
      expect(kept.author).to.equal('Girasole');
    });

    it('takes files by what they are, and each only once', async () => {
      const { observations } = cityOf(anna);
      const png = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], 'foto.png');
      const shares: number[] = [];
      const attached = await observations.attach(process, png, { ...once(), onProgress: share => shares.push(share) });
      expect(shares.at(-1)).to.equal(1);
      expect(attached.type).to.equal('image/png');
      const script = new File(['<svg onload="alert(1)">'], 'foto.png', { type: 'image/png' });
      expect(await reasonOf(observations.attach(process, script, once()))).to.equal('invalid file');
      const large = new File([new Uint8Array(5_000_001)], 'grande.png');
      expect(await reasonOf(observations.attach(process, large, once()))).to.equal('too-large');
      const { reference } = await observations.submit(draft({ attachments: [attached.id] }), once());
      expect((await observations.get(reference)).attachments).to.deep.equal([attached]);
      expect(await reasonOf(observations.submit(draft({ attachments: [attached.id] }), once()))).to.equal(
        'invalid attachments.0',
      );
    });

    it('lets an official write for somebody else, and nobody else', async () => {
      const onBehalf = { source: 'paper', place: 'Sportello Partecipa' } as const;
      const { observations } = cityOf(official);
      const { reference } = await observations.submit(draft({ onBehalf }), once());
      const kept = await observations.get(reference);
      expect(kept.source.value).to.equal('paper');
      expect(kept.author).to.equal(undefined);
      expect((await observations.own(process)).observations).to.deep.equal([]);
      expect(await reasonOf(cityOf(anna).observations.submit(draft({ onBehalf }), once()))).to.equal('not-entitled');
    });

    it('refuses whoever may not take part', async () => {
      expect(await reasonOf(cityOf(luca).observations.submit(draft(), once()))).to.equal('not-entitled');
      expect(await reasonOf(city().observations.submit(draft(), once()))).to.equal('unauthenticated');
    });

    it('asks nobody to sign in where the city does not', async () => {
      const { observations } = city(withObservations([], { signIn: false }));
      const { reference } = await observations.submit(draft(), once());
      expect(reference).to.equal('PAC-2026-000001');
      expect((await observations.get(reference)).author).to.equal(undefined);
    });

    it('lets its author write something else, and take it back', async () => {
      const backend = cityOf(anna);
      const { observations } = backend;
      const { reference } = await observations.submit(draft(), once());
      const receipt = await observations.edit(reference, draft({ text: 'Anche davanti ai nidi.' }), once());
      expect(await checked(backend, receipt)).to.equal('included');
      await observations.withdraw(reference, once());
      const { text, history, state } = await observations.get(reference);
      expect(text.text).to.equal('');
      expect(state.value).to.equal('withdrawn');
      expect(history.map(({ event }) => event.value)).to.deep.equal(['received', 'edited', 'withdrawn']);
      expect(await reasonOf(observations.withdraw(reference, once()))).to.equal('closed');
      expect(await reasonOf(observations.withdraw('PAC-2026-000001', once()))).to.equal('not-entitled');
    });
  });

  it('takes none before and after', async () => {
    for (const phase of ['informazione', 'risposte']) {
      const { observations } = cityOf(anna, inPhase(phase));
      expect(await reasonOf(observations.submit(draft(), once())), phase).to.equal('closed');
    }
    expect((await city(inPhase('informazione')).observations.terms(process)).status.value).to.equal('not-yet-open');
  });

  it('shows a response once it is published, and the later one in force', async () => {
    const { observations, office } = city();
    const text = { lang: 'it', blocks: [] };
    office.answer('PAC-2026-000020', { outcome: 'accepted', text, at: '2026-11-24T09:00:00+01:00' });
    const { state, outcome, history } = await observations.get('PAC-2026-000020');
    expect([state.value, outcome?.value, history.at(-1)?.event.value]).to.deep.equal(['answered', 'accepted', 'answered']);
    expect((await observations.get('PAC-2026-000010')).outcome?.value).to.equal('partly-accepted');
  });

  it('shows nothing that was hidden', async () => {
    const { observations, office } = city();
    office.hide('PAC-2026-000001', { reason: 'offensive', at: '2026-11-24T09:30:00+01:00' });
    const everything = JSON.stringify([
      await observations.list({ process }, { limit: 100 }),
      await observations.get('PAC-2026-000001'),
      await observations.get('PAC-2026-000012'),
      await observations.comments('PAC-2026-000003'),
    ]);
    const hidden = ['Testo nascosto', 'arrivano alle 7.45', 'non mezz’ora', 'la strada è chiusa alle auto'];
    expect(hidden.filter(words => everything.includes(words))).to.deep.equal([]);
    expect((await observations.list({ process, text: 'pre-scuola' })).total).to.equal(0);
  });

  it('finds words without their accents, and by their beginning', async () => {
    const { observations } = city();
    const { items } = await observations.list({ process, text: 'PIU calde mappa' });
    expect(items.map(({ reference }) => reference)).to.deep.equal(['PAC-2026-000013']);
    expect((await observations.list({ process, text: 'PIU calde mappa battello' })).items).to.deep.equal([]);
    expect((await observations.list({ process, text: 'pac-2026-000004' })).items).to.have.length(1);
  });

  it('counts at each passage what everybody can read', async () => {
    const { documents, observations } = city();
    const { contents } = await documents.get(observedDocument);
    const art3 = contents.find(({ id }) => id === 'art-3');
    expect(art3?.observations).to.equal((await observations.list({ process, passage: 'art-3' })).total);
    expect(contents.find(({ id }) => id === 'art-4.1')?.observations).to.equal(2);
  });

  it('stays quick with ten thousand', async () => {
    const { observations } = city(withObservations(manyObservations(10_000)));
    const begun = performance.now();
    const page = await observations.list({ process }, { limit: 50 });
    await observations.list({ process, text: 'scuola' }, { limit: 50, cursor: undefined });
    await observations.summary({ process });
    await observations.similar({ process }, 'il battello ogni mezz’ora e le biciclette sul lago');
    expect(page.total).to.equal(10_000);
    expect(performance.now() - begun).to.be.lessThan(2500);
  });
});
