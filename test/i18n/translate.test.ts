import { expect } from '@open-wc/testing';
import { texts as documentTexts } from '../../src/components/document/document.texts.js';
import { texts as formTexts } from '../../src/components/observation-form/observation-form.texts.js';
import { i18nextTranslator } from '../../src/i18n/i18next.js';
import { loadTexts, locales, supportedLocale } from '../../src/i18n/locales.js';
import { overrideTexts, translateIn } from '../../src/i18n/overrides.js';
import type { TextKey } from '../../src/i18n/texts.js';
import { translator } from '../../src/i18n/translate.js';

const counts = [0, 1, 2, 3, 5, 11, 21, 99, 100, 1_000_000, 1.5];

const baseKeys = (keys: string[]): TextKey[] =>
  [...new Set(keys.map(key => key.replace(/_(zero|one|two|few|many|other)$/, '')))] as TextKey[];

describe('t()', () => {
  for (const [locale, widget] of locales.flatMap(each => [[each, formTexts] as const, [each, documentTexts] as const])) {
    it(`says the same as i18next for every key in '${locale}' that the ${widget === formTexts ? 'form' : 'document'} says`, async () => {
      const files = await loadTexts(locale, widget);
      const [own, theirs] = [translator(files), await i18nextTranslator(files)];
      const keys = baseKeys(files.flatMap(file => Object.keys(file.texts)));
      expect(keys.length).to.be.greaterThan(100);
      for (const key of keys) {
        const parameters = { number: 2, name: 'x <b> $1', date: '3 marzo', kind: 'k', text: 't', time: '10:00', language: 'it' };
        expect(own(key, parameters)).to.equal(theirs(key, parameters));
        for (const count of counts) expect(own(key, { ...parameters, count })).to.equal(theirs(key, { ...parameters, count }));
      }
    });
  }

  it('chooses the plural form of the language', async () => {
    const ar = await translateIn('ar');
    const forms = [0, 1, 2, 3, 11, 100].map(count => ar('common.phase.days-left', { count }));
    expect(new Set(forms).size).to.equal(6);
  });

  it('puts a value into a text as it is, also when it looks like a replacement pattern', async () => {
    const it = await translateIn('it');
    expect(it('pact-viewer.you.entitled', { nickname: '$& <i>{{x}}' })).to.equal('Puoi partecipare, $& <i>{{x}}.');
  });

  it('takes a page’s own words, with all that i18next can do in them', async () => {
    overrideTexts('en-simple', {
      'common.print': 'Print it',
      'pact-viewer.listen': 'Hear: $t(common.print), {{count, number}}',
    });
    const t = await translateIn('en-simple');
    expect(t('common.print')).to.equal('Print it');
    expect(t('pact-viewer.listen', { count: 1234 })).to.equal('Hear: Print it, 1,234');
    expect(t('common.cancel')).to.equal((await translateIn('en'))('common.cancel'));
  });
});

describe('the locale for a language tag', () => {
  for (const [tag, locale] of [
    ['it', 'it'],
    ['it-CH', 'it'],
    ['IT_it', 'it'],
    ['it-simple', 'it-simple'],
    ['en-GB-simple', 'en-simple'],
    ['ar-simple', 'ar'],
    ['fr', undefined],
    ['', undefined],
  ] as const) {
    it(`${tag || 'an empty one'} reads ${locale ?? 'nothing of ours'}`, () => {
      expect(supportedLocale(tag)).to.equal(locale);
    });
  }
});
