import { expect } from '@open-wc/testing';
import { ageOn, refusalsFor } from '../../src/model/eligibility.js';

const rules = {
  minAge: 16,
  ties: [{ value: 'resident' }, { value: 'city-user' }],
  identity: [{ value: 'spid' }],
  electoralRoll: false,
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
});
