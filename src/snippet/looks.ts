import type { Theme } from '../styles/themes.js';

/** The looks that a page can ask for, with the names of their design systems as people know them. */
export const looks: Readonly<Record<Theme, string>> = {
  'bootstrap-italia': 'Bootstrap Italia',
  dsfr: 'DSFR (France)',
  govuk: 'GOV.UK',
  helsinki: 'Helsinki',
  kern: 'KERN (Germany)',
  utrecht: 'NL Design System, Utrecht',
};
