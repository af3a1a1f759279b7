import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/document/it.json'),
  en: () => import('../../i18n/locales/document/en.json'),
  ar: () => import('../../i18n/locales/document/ar.json'),
  'it-simple': () => import('../../i18n/locales/document/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/document/en-simple.json'),
};
