import { expect } from '@open-wc/testing';
import { icalendar } from '../../src/model/calendar.js';

const entry = { uid: 'fase-1', title: 'Raccolta', start: '2026-11-02', end: '2026-12-18', timeZone: 'Europe/Rome' };
const stamp = new Date('2026-11-24T10:00:00Z');

describe('a calendar entry', () => {
  it('ends on the day after the last one', () => {
    const file = icalendar(entry, stamp);
    expect(file).to.contain('DTSTART;VALUE=DATE:20261102\r\n');
    expect(file).to.contain('DTEND;VALUE=DATE:20261219\r\n');
  });

  it('folds by octets and never inside a letter', () => {
    const title = 'è'.repeat(100);
    const file = icalendar({ ...entry, title }, stamp);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(file.replaceAll('\r\n ', '')).to.contain(`SUMMARY:${title}`);
  });

  it('lets no text bring in lines of its own', () => {
    const file = icalendar({ ...entry, title: 'a\r\nATTENDEE:x', url: 'https://a.example/\r\nATTENDEE:x' }, stamp);
    expect(file.split('\r\n').some(line => line.startsWith('ATTENDEE'))).to.equal(false);
  });
});
