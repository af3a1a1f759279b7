import { expect } from '@open-wc/testing';
import { Formats } from '../../src/i18n/format.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f]/g, '');

describe('formats', () => {
  it('writes days in the words of the reader and in the time zone of the process', () => {
    const it = new Formats('it');
    expect(it.date('2026-12-18', 'Europe/Rome')).to.equal('18 dicembre 2026');
    // One in the morning of the 19th in Rome is the 18th in London.
    expect(it.date('2026-12-18T23:30:00Z', 'Europe/Rome')).to.equal('19 dicembre 2026');
    expect(plain(it.dateRange('2026-12-01', '2026-12-18', 'Europe/Rome'))).to.match(/^1\s?[-–]\s?18 dicembre 2026$/);
    expect(it.dateRange('2026-12-18', '2026-12-18', 'Europe/Rome')).to.equal('18 dicembre 2026');
  });

  it('writes English dates as in Europe unless the page says otherwise', () => {
    expect(new Formats('en').date('2026-12-18', 'Europe/Rome')).to.equal('18 December 2026');
    expect(new Formats('en-US').date('2026-12-18', 'Europe/Rome')).to.equal('December 18, 2026');
  });

  it('keeps Latin digits in Arabic', () => {
    expect(new Formats('ar').date('2026-12-18', 'Europe/Rome')).to.contain('18').and.to.contain('2026');
  });

  it('writes money from cents, and sizes of files', () => {
    expect(plain(new Formats('it').money(450_000_000, 'EUR'))).to.equal('4.500.000 €');
    expect(plain(new Formats('en').money(12_345, 'EUR'))).to.equal('€123.45');
    expect(plain(new Formats('it').bytes(1_234_567))).to.match(/^1,2 MB$/i);
    expect(plain(new Formats('it').bytes(512))).to.equal('512 byte');
  });

  it('does not throw on a language tag that is none', () => {
    expect(new Formats('it_IT').number(1.5)).to.equal('1,5');
    expect(new Formats('??').number(1.5)).to.equal('1,5');
  });
});
