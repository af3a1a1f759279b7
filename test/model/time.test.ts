import { expect } from '@open-wc/testing';
import { dayIn, daysBetween } from '../../src/model/time.js';

describe('time', () => {
  it('finds the calendar day of a moment in a time zone', () => {
    expect(dayIn('2026-03-31T23:30:00Z', 'Europe/Rome')).to.equal('2026-04-01');
    expect(dayIn('2026-03-31', 'Europe/Rome')).to.equal('2026-03-31');
  });

  it('counts days over the change to summer time', () => {
    expect(daysBetween('2026-03-28T12:00:00+01:00', '2026-03-30', 'Europe/Rome')).to.equal(2);
  });

  it('counts backwards when the day is past', () => {
    expect(daysBetween('2026-06-10', '2026-06-08', 'Europe/Rome')).to.equal(-2);
  });
});
