import { expect } from '@open-wc/testing';
import { ageOn, refusalsFor, verificationFor } from '../../src/model/eligibility.js';

const rules = {
  minAge: 16,
  ties: [{ value: 'resident' }, { value: 'city-user' }],
  identity: [{ value: 'spid' }],
  electoralRoll: false,
  districts: [],
  verified: true,
};

describe('who may take part', () => {
  it('completes a year on the birthday', () => {
    expect(ageOn('2010-06-15', '2026-06-14')).to.equal(15);
    expect(ageOn('2010-06-15', '2026-06-15')).to.equal(16);
  });

  it('completes a leap-day year on 1 March', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).to.equal(17);
    expect(ageOn('2008-02-29', '2026-03-01')).to.equal(18);
  });

  it('refuses nobody who meets every rule', () => {
    const person = { birthDate: '1990-01-01', ties: ['city-user'], identity: 'spid', onElectoralRoll: false };
    expect(refusalsFor(rules, person, '2026-11-24')).to.deep.equal([]);
  });

  it('gives every reason, also for an unknown age', () => {
    const person = { ties: [], onElectoralRoll: false };
    const reasons = refusalsFor({ ...rules, electoralRoll: true }, person, '2026-11-24').map(({ reason }) => reason.value);
    expect(reasons).to.deep.equal(['age', 'tie', 'identity', 'register']);
  });

  it('asks for the district where a process is for some of them', () => {
    const person = { birthDate: '1990-01-01', ties: ['resident'], identity: 'spid', onElectoralRoll: false };
    const district = { ...rules, districts: [{ value: '8' }, { value: '9' }] };
    const reasons = (of: string) =>
      refusalsFor(district, { ...person, district: of }, '2026-11-24').map(({ reason }) => reason.value);
    expect(reasons('9')).to.deep.equal([]);
    expect(reasons('1')).to.deep.equal(['district']);
    expect(refusalsFor(district, person, '2026-11-24')).to.have.length(1);
  });

  it('waits for the city before it answers about somebody who has not been checked', () => {
    const person = { ties: [], onElectoralRoll: false, verification: 'pending' as const };
    expect(verificationFor(rules, person, '2026-11-24')).to.deep.equal({ status: { value: 'pending' }, refusals: [] });
  });

  it('takes people at their word where nobody has to be checked', () => {
    const person = { birthDate: '1990-01-01', ties: ['resident'], onElectoralRoll: false, verification: 'missing' as const };
    const open = { ...rules, identity: [], verified: false };
    expect(verificationFor(open, person, '2026-11-24').status.value).to.equal('granted');
    expect(verificationFor(open, { ...person, ties: [] }, '2026-11-24').status.value).to.equal('refused');
  });
});
