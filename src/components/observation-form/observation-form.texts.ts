import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/observation-form/it.json'),
  en: () => import('../../i18n/locales/observation-form/en.json'),
  ar: () => import('../../i18n/locales/observation-form/ar.json'),
  'it-simple': () => import('../../i18n/locales/observation-form/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/observation-form/en-simple.json'),
};
