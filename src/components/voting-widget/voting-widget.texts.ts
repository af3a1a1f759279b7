import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/voting-widget/it.json'),
  en: () => import('../../i18n/locales/voting-widget/en.json'),
  ar: () => import('../../i18n/locales/voting-widget/ar.json'),
  'it-simple': () => import('../../i18n/locales/voting-widget/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/voting-widget/en-simple.json'),
};
