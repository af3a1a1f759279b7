import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
  it: () => import('../../i18n/locales/pact-viewer/it.json'),
  en: () => import('../../i18n/locales/pact-viewer/en.json'),
  ar: () => import('../../i18n/locales/pact-viewer/ar.json'),
  'it-simple': () => import('../../i18n/locales/pact-viewer/it-simple.json'),
  'en-simple': () => import('../../i18n/locales/pact-viewer/en-simple.json'),
};
