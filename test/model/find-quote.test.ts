import { expect } from '@open-wc/testing';
import { findQuote, quoteOf } from '../../src/model/find-quote.js';

const article =
  'Il Comune pianta 5.000 alberi entro il 2030. Le strade scolastiche sono chiuse al traffico dalle 8 alle 9.\n' +
  'Il Comune pubblica ogni anno lo stato dei lavori. Le strade scolastiche sono almeno quaranta.';

const quoted = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return quoteOf(text, { start, end: start + words.length });
};

const found = (text: string, quote: ReturnType<typeof quoted>): string | undefined => {
  const range = findQuote(text, quote);
  return range && text.slice(range.start, range.end);
};

describe('quoteOf', () => {
  it('keeps the words and what stands around them', () => {
    const quote = quoteOf(article, { start: 45, end: 66 }, 10);
    expect(quote).to.deep.equal({ exact: 'Le strade scolastiche', prefix: ' il 2030. ', suffix: ' sono chiu' });
  });

  it('has nothing around the whole text', () => {
    expect(quoteOf('Tutto.', { start: 0, end: 6 })).to.deep.equal({ exact: 'Tutto.', prefix: '', suffix: '' });
  });

  it('keeps more of what stands around words that are repeated with it', () => {
    const line = 'Si applica per intero, anche nei giorni festivi, quanto detto per gli altri quartieri della città.\n';
    const text = `Primo.\n${line}Secondo.\n${line}Terzo.\n`;
    const start = text.lastIndexOf('quanto detto');
    const quote = quoteOf(text, { start, end: start + 12 });
    expect(quote.suffix.length).to.be.greaterThan(32);
    expect(findQuote(text, quote)?.start).to.equal(start);
  });

  it('never keeps half of a sign', () => {
    const quote = quoteOf('🌳🌳 alberi 🌳🌳', { start: 5, end: 11 }, 2);
    expect(quote).to.deep.equal({ exact: 'alberi', prefix: ' ', suffix: ' ' });
  });
});

describe('findQuote', () => {
  it('finds what was quoted, word by word through the whole text', () => {
    for (const { index, 0: word } of article.matchAll(/\S+/g)) {
      const range = { start: index, end: index + word.length };
      expect(findQuote(article, quoteOf(article, range))).to.deep.equal(range);
    }
  });

  it('tells words that stand there twice by what stands around them', () => {
    const second = article.lastIndexOf('Le strade scolastiche');
    expect(findQuote(article, quoted(article, 'Le strade scolastiche', second))?.start).to.equal(second);
    expect(findQuote(article, quoted(article, 'Le strade scolastiche'))?.start).to.equal(45);
  });

  it('finds them when the text around them was edited', () => {
    const quote = quoted(article, 'chiuse al traffico');
    const edited = article
      .replace('Il Comune pianta 5.000 alberi entro il 2030. ', '')
      .replace('dalle 8 alle 9', 'negli orari di ingresso');
    expect(found(edited, quote)).to.equal('chiuse al traffico');
  });

  it('finds them when they themselves were edited a little', () => {
    const quote = quoted(article, 'Le strade scolastiche sono chiuse al traffico');
    const edited = article.replace('sono chiuse al traffico', 'saranno chiuse al traffico');
    expect(found(edited, quote)).to.equal('Le strade scolastiche saranno chiuse al traffico');
  });

  it('prefers no place when two differ as little', () => {
    const quote = quoted('Il Comune apre dieci giardini.', 'Il Comune apre dieci giardini.');
    expect(findQuote('Il Comune apre dodici giardini. Il Comune apre undici giardini.', quote)).to.equal(undefined);
    expect(findQuote('la riga e la riga', { exact: 'la riga', prefix: '', suffix: '' })).to.equal(undefined);
  });

  it('does not take a short word for the same when nothing around it is', () => {
    const quote = quoted(article, 'Comune pianta');
    expect(findQuote('In questo capitolo il Comune pianta aiuole.', { ...quote, exact: 'Comune' })).to.equal(undefined);
  });

  it('finds nothing where the words are gone', () => {
    expect(findQuote('Un altro articolo, che parla di rifiuti e di acqua.', quoted(article, 'chiuse al traffico'))).to.equal(
      undefined,
    );
    expect(findQuote('', quoted(article, 'chiuse al traffico'))).to.equal(undefined);
    expect(findQuote(article, { exact: '', prefix: '', suffix: '' })).to.equal(undefined);
  });

  it('takes a bounded time on a text of 100,000 letters', () => {
    const text = Array.from({ length: 1500 }, (_, at) => `Misura ${String(at)}: ${article.slice(0, 55)}`)
      .join('\n')
      .slice(0, 100_000);
    const [short, long] = [text.slice(50_000, 50_200), text.slice(20_000, 25_000)];
    const begun = performance.now();
    expect(findQuote(text, { exact: short.replace(/Misura \d+/g, 'Azione'), prefix: '', suffix: '' })).to.equal(undefined);
    expect(findQuote(text, { exact: long.replace('Misura', 'Azione'), prefix: '', suffix: '' })).to.equal(undefined);
    expect(performance.now() - begun).to.be.lessThan(2000);
  });
});
