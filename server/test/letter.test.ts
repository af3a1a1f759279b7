import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letter } from '../src/notices/letter.js';
import type { LetterContent } from '../src/notices/letter-content.js';

const title = { lang: 'it', text: 'Parco <nuovo>' };
const subject = { lang: 'it', text: 'Panchine' };
const at = '2026-11-24T10:00:00Z';
const about = { process: 'parco', title };

const contents: LetterContent[] = [
  { kind: 'confirm', ...about },
  { kind: 'receipt', ...about, what: 'acceptance', subject, reference: 'PATTO-1', at, timeZone: 'Europe/Rome' },
  { kind: 'answer', ...about, subject, reference: 'OSS-1', url: 'https://comune.example/risposta' },
  { kind: 'reminder', ...about, phase: subject, end: '2026-12-18', timeZone: 'Europe/Rome', url: 'https://comune.example/parco' },
  { kind: 'waiting-list', ...about, subject, until: at, timeZone: 'Europe/Rome', url: 'https://comune.example/posto' },
];

const frame = { cityName: 'Comune & Città', url: new URL('https://partecipa.comune.example'), token: 'abc' };

describe('the words of letters', () => {
  for (const content of contents) {
    for (const locale of ['it', 'en', 'ar']) {
      it(`${content.kind}, in ${locale}`, () => {
        const { subject: heading, text, html, ...made } = letter(content, { ...frame, locale });
        assert.equal(made.locale, locale);
        assert.doesNotMatch(heading, /parco/i, 'others see it on a locked telephone');
        for (const part of [heading, text, html]) assert.doesNotMatch(part, /\{\{|[a-z]+\.(subject|opening|closing|action)\b/);
        assert.match(text, /https:\/\/partecipa\.comune\.example\/notices\/unsubscribe\?token=abc\n$/);
        assert.match(html, new RegExp(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`));
        assert.ok(html.includes('Parco &lt;nuovo&gt;') && !html.includes('<nuovo>') && html.includes('Comune &amp; Città'));
        if ('url' in content) assert.ok(text.includes(content.url) && html.includes(content.url));
      });
    }
  }

  it('say what is next in the city’s own words, where it has some', () => {
    const receipt = contents.find(content => content.kind === 'receipt');
    assert.ok(receipt);
    const next = { lang: 'it', text: 'Ti scriviamo entro maggio.' };
    assert.match(letter({ ...receipt, next }, { ...frame, locale: 'it' }).text, /Ti scriviamo entro maggio\./);
  });

  it('speak Italian to who reads none of our languages', () => {
    const [confirm] = contents;
    assert.ok(confirm);
    assert.equal(letter(confirm, { ...frame, locale: 'fr' }).locale, 'it');
  });
});
