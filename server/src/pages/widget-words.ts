import commonAr from '../../../src/i18n/locales/ar.json';
import documentAr from '../../../src/i18n/locales/document/ar.json';
import documentEnSimple from '../../../src/i18n/locales/document/en-simple.json';
import documentEn from '../../../src/i18n/locales/document/en.json';
import documentItSimple from '../../../src/i18n/locales/document/it-simple.json';
import documentIt from '../../../src/i18n/locales/document/it.json';
import commonEnSimple from '../../../src/i18n/locales/en-simple.json';
import commonEn from '../../../src/i18n/locales/en.json';
import followAr from '../../../src/i18n/locales/follow/ar.json';
import followEnSimple from '../../../src/i18n/locales/follow/en-simple.json';
import followEn from '../../../src/i18n/locales/follow/en.json';
import followItSimple from '../../../src/i18n/locales/follow/it-simple.json';
import followIt from '../../../src/i18n/locales/follow/it.json';
import commonItSimple from '../../../src/i18n/locales/it-simple.json';
import commonIt from '../../../src/i18n/locales/it.json';
import formAr from '../../../src/i18n/locales/observation-form/ar.json';
import formEnSimple from '../../../src/i18n/locales/observation-form/en-simple.json';
import formEn from '../../../src/i18n/locales/observation-form/en.json';
import formItSimple from '../../../src/i18n/locales/observation-form/it-simple.json';
import formIt from '../../../src/i18n/locales/observation-form/it.json';
import listAr from '../../../src/i18n/locales/observation-list/ar.json';
import listEnSimple from '../../../src/i18n/locales/observation-list/en-simple.json';
import listEn from '../../../src/i18n/locales/observation-list/en.json';
import listItSimple from '../../../src/i18n/locales/observation-list/it-simple.json';
import listIt from '../../../src/i18n/locales/observation-list/it.json';
import receiptAr from '../../../src/i18n/locales/receipt/ar.json';
import receiptEnSimple from '../../../src/i18n/locales/receipt/en-simple.json';
import receiptEn from '../../../src/i18n/locales/receipt/en.json';
import receiptItSimple from '../../../src/i18n/locales/receipt/it-simple.json';
import receiptIt from '../../../src/i18n/locales/receipt/it.json';
import votingAr from '../../../src/i18n/locales/voting-widget/ar.json';
import votingEnSimple from '../../../src/i18n/locales/voting-widget/en-simple.json';
import votingEn from '../../../src/i18n/locales/voting-widget/en.json';
import votingItSimple from '../../../src/i18n/locales/voting-widget/it-simple.json';
import votingIt from '../../../src/i18n/locales/voting-widget/it.json';
import { Formats } from '../../../src/i18n/format.js';
import { matchingLocale } from '../../../src/i18n/matching-locale.js';
import type { LocaleFile } from '../../../src/i18n/texts.js';
import { translator } from '../../../src/i18n/translate.js';
import type { Words } from '../../../src/i18n/words.js';

const ar: readonly LocaleFile[] = [commonAr, documentAr, followAr, formAr, listAr, receiptAr, votingAr];
const en: readonly LocaleFile[] = [commonEn, documentEn, followEn, formEn, listEn, receiptEn, votingEn];
const enSimple: readonly LocaleFile[] = [
  commonEnSimple,
  documentEnSimple,
  followEnSimple,
  formEnSimple,
  listEnSimple,
  receiptEnSimple,
  votingEnSimple,
];
const it: readonly LocaleFile[] = [commonIt, documentIt, followIt, formIt, listIt, receiptIt, votingIt];
const itSimple: readonly LocaleFile[] = [
  commonItSimple,
  documentItSimple,
  followItSimple,
  formItSimple,
  listItSimple,
  receiptItSimple,
  votingItSimple,
];

const chains: Readonly<Record<string, readonly LocaleFile[]>> = {
  it,
  en: [...en, ...it],
  ar: [...ar, ...it],
  'it-simple': [...itSimple, ...it],
  'en-simple': [...enSimple, ...en],
};

const locales = Object.keys(chains);

/**
 * The widgets' own words and formats, so that a page says what the widget in it will say.
 *
 * @param tags - Languages that would do, the best first.
 */
export function widgetWords(...tags: string[]): Words {
  const locale = tags.map(tag => matchingLocale(tag, locales)).find(name => name !== undefined) ?? 'it';
  return { t: translator(chains[locale] ?? it), formats: new Formats(locale), locale };
}
