import { expect } from '@open-wc/testing';
import { wordChanges } from '../../src/model/word-diff.js';

/** `[-taken out-]` and `[+added+]`. */
const read = (before: string, after: string, locale = 'it'): string =>
  wordChanges(before, after, locale)
    .map(({ type, text }) => (type === 'same' ? text : type === 'added' ? `[+${text}+]` : `[-${text}-]`))
    .join('');

describe('wordChanges', () => {
  it('says which words were taken out and which were added', () => {
    expect(read('La strada è chiusa alle auto.', 'La strada è aperta alle auto.')).to.equal(
      'La strada è [-chiusa-][+aperta+] alle auto.',
    );
  });

  it('says that nothing changed, that all is new and that all is gone', () => {
    expect(read('Uguale.', 'Uguale.')).to.equal('Uguale.');
    expect(read('', 'Nuovo.')).to.equal('[+Nuovo.+]');
    expect(read('Vecchio.', '')).to.equal('[-Vecchio.-]');
    expect(wordChanges('', '', 'it')).to.deep.equal([]);
  });

  it('finds words where they are not parted by blanks', () => {
    expect(read('道路は車に閉鎖される', '道路は車に開放される', 'ja')).to.contain('[-閉鎖-][+開放+]');
  });

  it('is whole: without the additions it is the text before, without what was taken out the text after', () => {
    const before = 'uno due due tre\nquattro due due cinque';
    for (const after of [
      'uno due tre\nquattro due cinque',
      'due due',
      'uno due due due tre\nquattro cinque cinque',
      ' uno',
      'cinque ',
    ]) {
      const changes = wordChanges(before, after, 'it');
      const without = (type: string): string =>
        changes
          .filter(change => change.type !== type)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).to.equal(before);
      expect(without('removed')).to.equal(after);
    }
  });
});
