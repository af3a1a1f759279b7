import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/follow/it.json'),
  en: () => import('../../i18n/locales/follow/en.json'),
  ar: () => import('../../i18n/locales/follow/ar.json'),
  'it-simple': () => import('../../i18n/locales/follow/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/follow/en-simple.json'),
};
