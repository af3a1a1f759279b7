import { expect } from '@open-wc/testing';
import { sentencesOf } from '../../src/model/sentences.js';

const sentences = (text: string, locale = 'it'): string[] =>
  sentencesOf(text, locale).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('finds the sentences of a text, without the blanks around them', () => {
    expect(sentences('Il Comune pianta alberi.  Ogni anno pubblica lo stato!  Chi vuole aiuta? Sì.')).to.deep.equal([
      'Il Comune pianta alberi.',
      'Ogni anno pubblica lo stato!',
      'Chi vuole aiuta?',
      'Sì.',
    ]);
  });

  it('does not end one after an abbreviation of acts', () => {
    const text =
      "Si applica l'art. 3, comma 2, lett. b), della l. n. 241 del 1990, cfr. artt. 7 e 8, c. 1, all. A. Il d.lgs. n. 33 resta fermo.";
    expect(sentences(text)).to.deep.equal([
      "Si applica l'art. 3, comma 2, lett. b), della l. n. 241 del 1990, cfr. artt. 7 e 8, c. 1, all. A.",
      'Il d.lgs. n. 33 resta fermo.',
    ]);
  });

  it('does not end one after an abbreviation before a name or a capital', () => {
    expect(sentences('Vedi art. Uno e lett. A del piano. Poi si decide.')).to.deep.equal([
      'Vedi art. Uno e lett. A del piano.',
      'Poi si decide.',
    ]);
  });

  it('ends one after a word that only looks like the end of an abbreviation', () => {
    expect(sentences('Gli interventi restano in parte. Altre scuole aprono.')).to.have.length(2);
    expect(sentences('Il piano è per tutti, giovani ecc. Gli altri aspettano.')).to.have.length(2);
  });

  it('ends one at the end of a line, as with the items of a list', () => {
    expect(sentences('Sono previsti:\nalberi in strada;\nfontanelle\n\nTutto entro il 2030.')).to.deep.equal([
      'Sono previsti:',
      'alberi in strada;',
      'fontanelle',
      'Tutto entro il 2030.',
    ]);
  });

  it('leaves out no letter that can be seen', () => {
    const text = 'Art. 1. Uno; due. «Tre?» disse.\n – quattro n. 5.\n\n';
    expect(sentences(text).join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
  });

  it('knows the full stops of other scripts', () => {
    expect(sentences('هل توجد أشجار؟ نعم. كثيرة.', 'ar')).to.deep.equal(['هل توجد أشجار؟', 'نعم.', 'كثيرة.']);
  });

  it('has none for an empty text', () => {
    expect(sentences(' \n ')).to.deep.equal([]);
  });
});
