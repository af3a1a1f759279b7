import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { petitionSchema, signatureTotals, signaturesSchema } from '../../src/model/petition.js';

const text = (words: string) => ({ lang: 'it', text: words });

const petition = {
  id: 'piste-ciclabili',
  title: text('Piste ciclabili sicure'),
  text: { lang: 'it', blocks: [{ type: 'paragraph', children: ['Chiediamo piste separate dal traffico.'] }] },
  promoters: [
    { type: 'person', nickname: 'ciclista' },
    { type: 'body', name: text('Associazione Ruote') },
  ],
  scope: 'city',
  required: 1000,
  signatures: { online: 640, paperSent: 200, paperValidated: 150 },
  opens: '2026-09-01T00:00:00+02:00',
  closes: '2026-12-31T23:59:59+01:00',
  timeZone: 'Europe/Rome',
  state: 'collecting',
  eligibility: { minAge: 16 },
  privacy: { published: text('Il nome no.'), kept: text('La firma.'), erasure: text('Scrivici.') },
};

describe('a petition', () => {
  it('is what a backend gives, with any state that it has', () => {
    expect(v.parse(petitionSchema, petition)).to.deep.include({ kind: { value: 'petition' }, state: { value: 'collecting' } });
    const suspended = { value: 'sospesa', label: text('Sospesa') };
    expect(v.parse(petitionSchema, { ...petition, state: suspended }).state).to.deep.equal(suspended);
  });

  it('can be one of a district, and a request for a referendum', () => {
    const other = { kind: 'referendum-request', scope: 'district', district: { value: '3', label: text('Municipio 3') } };
    expect(v.parse(petitionSchema, { ...petition, ...other, required: 500 })).to.deep.include({
      kind: { value: 'referendum-request' },
      scope: { value: 'district' },
    });
  });

  it('has somebody who promotes it, and needs at least one signature', () => {
    expect(v.is(petitionSchema, { ...petition, promoters: [] })).to.equal(false);
    expect(v.is(petitionSchema, { ...petition, promoters: [{ type: 'person', nickname: '' }] })).to.equal(false);
    expect(v.is(petitionSchema, { ...petition, required: 0 })).to.equal(false);
  });

  it('has an answer, and says by when there is one', () => {
    const response = { outcome: 'accepted', text: petition.text, at: '2027-01-20T10:00:00+01:00' };
    const { response: answer, replyBy } = v.parse(petitionSchema, { ...petition, response, replyBy: '2027-01-30' });
    expect([answer?.outcome.value, replyBy]).to.deep.equal(['accepted', '2027-01-30']);
  });
});

describe('signatures', () => {
  it('are refused when their sum is none, or more were validated than sent', () => {
    const are = (signatures: object): boolean => v.is(signaturesSchema, signatures);
    expect(are({ online: 5 })).to.equal(true);
    expect(are({ online: 5, paperSent: 4, paperValidated: 3, valid: 8 })).to.equal(true);
    expect(are({ online: 5, paperSent: 4, paperValidated: 3, valid: 9 })).to.equal(false);
    expect(are({ online: 5, paperSent: 4, paperValidated: 5 })).to.equal(false);
    expect(are({ online: -1 })).to.equal(false);
    expect(are({ online: 1.5 })).to.equal(false);
  });

  it('count online and once they are validated on paper', () => {
    expect(signatureTotals(petition)).to.deep.equal({ valid: 790, notValidated: 50, missing: 210, percent: 79 });
  });

  it('are all of them only when none is missing', () => {
    const totals = (online: number) =>
      signatureTotals({ required: 1000, signatures: { online, paperSent: 0, paperValidated: 0 } });
    expect(totals(999)).to.deep.include({ missing: 1, percent: 99 });
    expect(totals(1000)).to.deep.include({ missing: 0, percent: 100 });
    expect(totals(2500)).to.deep.include({ missing: 0, percent: 100 });
    expect(totals(0)).to.deep.include({ missing: 1000, percent: 0 });
  });
});
