import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/receipt/it.json'),
  en: () => import('../../i18n/locales/receipt/en.json'),
  ar: () => import('../../i18n/locales/receipt/ar.json'),
  'it-simple': () => import('../../i18n/locales/receipt/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/receipt/en-simple.json'),
};
