import { expect } from '@open-wc/testing';
import { compose } from '../../src/backend/compose.js';
import { pactChanges } from '../../src/model/pact-changes.js';
import type { PactVersion } from '../../src/model/pact.js';
import { wordChanges } from '../../src/model/word-diff.js';

const italian = (text: string) => ({ lang: 'it', text });
const section = (id: string, text: string) => ({
  id,
  title: italian(id),
  body: { lang: 'it', blocks: [{ type: 'paragraph' as const, children: [text] }] },
});
const version = (sections: PactVersion['sections'], minAge: number): PactVersion => ({
  number: 1,
  status: { value: 'in-force' },
  title: italian('Patto'),
  decided: [],
  notDecided: [],
  brief: { lang: 'it', blocks: [] },
  sections,
  parties: [],
  eligibility: { minAge, ties: [], districts: [], identity: [], electoralRoll: false, verified: true },
  glossary: [],
  attachments: [],
});
const words = {
  eligibility: (eligibility: PactVersion['eligibility']) => [String(eligibility.minAge)],
  gives: (text: string) => text,
  gets: (text: string) => text,
};

describe('what changed between two versions', () => {
  it('finds what was added, removed and reworded, and the age', () => {
    const before = version([section('oggetto', 'uno'), section('tempi', 'due')], 18);
    const after = version([section('oggetto', 'uno nuovo'), section('aiuto', 'tre')], 16);
    const found = pactChanges(before, after, words).map(({ part, id, before: old, after: now }) => [part, id, !!old, !!now]);
    expect(found).to.deep.equal([
      ['eligibility', undefined, true, true],
      ['section', 'oggetto', true, true],
      ['section', 'aiuto', false, true],
      ['section', 'tempi', true, false],
    ]);
  });

  it('does not call a section changed that only moved', () => {
    const [a, b] = [section('a', 'uno'), section('b', 'due')];
    expect(pactChanges(version([a, b], 16), version([b, a], 16), words)).to.deep.equal([]);
  });

  it('shows the words that went and came', () => {
    const changes = wordChanges('entro 90 giorni', 'entro 60 giorni', 'it').filter(({ type }) => type !== 'same');
    expect(changes).to.deep.equal([
      { type: 'removed', text: '90' },
      { type: 'added', text: '60' },
    ]);
  });
});

describe('compose()', () => {
  it('takes each service from where the city has it, and can take one away', () => {
    const pacts = {} as NonNullable<Parameters<typeof compose>[0]['pacts']>;
    const backend = compose({ locale: 'it', pacts }, { pacts: undefined });
    expect(backend.locale).to.equal('it');
    expect(backend.pacts).to.equal(undefined);
    expect(compose({}, { pacts }).pacts).to.equal(pacts);
  });
});
