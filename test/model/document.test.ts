import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { currentVersion, documentSchema, passageSchema, pathTo } from '../../src/model/document.js';

const contents = [
  { id: 'parte-1', level: 1 },
  { id: 'cap-1', level: 2 },
  { id: 'art-1', level: 3 },
  { id: 'art-2', level: 3 },
  { id: 'parte-2', level: 1 },
  { id: 'art-9', level: 3 },
];

describe('a document', () => {
  it('says in which passages one lies, also where a level is left out', () => {
    expect(pathTo(contents, 'art-2').map(({ id }) => id)).to.deep.equal(['parte-1', 'cap-1', 'art-2']);
    expect(pathTo(contents, 'art-9').map(({ id }) => id)).to.deep.equal(['parte-2', 'art-9']);
    expect(pathTo(contents, 'parte-1').map(({ id }) => id)).to.deep.equal(['parte-1']);
    expect(pathTo(contents, 'art-7')).to.deep.equal([]);
  });

  it('shows the version that is open, or the newest', () => {
    const versions = ['superseded', 'open', 'draft'].map((value, index) => ({ number: index + 1, status: { value } }));
    expect(currentVersion(versions)?.number).to.equal(2);
    expect(currentVersion(versions.slice(0, 1))?.number).to.equal(1);
    expect(currentVersion([])).to.equal(undefined);
  });

  it('takes kinds and states that we do not know, and no passage without an id that a link can hold', () => {
    const passage = { id: 'comma-1', kind: 'comma', level: 4 };
    expect(v.parse(passageSchema, passage)).to.deep.include({
      kind: { value: 'comma' },
      observable: true,
      observations: 0,
      changedBy: [],
    });
    for (const id of ['', 'a b', '../x', '#x']) expect(v.is(passageSchema, { ...passage, id }), id).to.equal(false);
    for (const level of [0, 7, 1.5]) expect(v.is(passageSchema, { ...passage, level }), String(level)).to.equal(false);
  });

  it('needs its process, its version and its contents', () => {
    expect(v.is(documentSchema, { id: 'piano', title: { lang: 'it', text: 'Piano' } })).to.equal(false);
  });
});
