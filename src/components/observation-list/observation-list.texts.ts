import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/observation-list/it.json'),
  en: () => import('../../i18n/locales/observation-list/en.json'),
  ar: () => import('../../i18n/locales/observation-list/ar.json'),
  'it-simple': () => import('../../i18n/locales/observation-list/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/observation-list/en-simple.json'),
};
