import { html } from 'lit';
import type { DesignSystem } from './system.js';
import { words } from './words.js';

/** DSFR, without the mark of the State. Its script sets `data-fr-theme` from `data-fr-scheme`; pages here have no script of that system. */
export const dsfr: DesignSystem = {
  name: 'dsfr',
  title: 'DSFR',
  root: { 'data-fr-theme': 'light' },
  body: {},
  dark: { 'data-fr-theme': 'dark' },
  page: content => html`
    <header class="fr-header">
      <div class="fr-header__body">
        <div class="fr-container">
          <div class="fr-header__body-row">
            <div class="fr-header__brand">
              <div class="fr-header__service">
                <a href="#"><p class="fr-header__service-title">${words.city}</p></a>
              </div>
            </div>
          </div>
        </div>
      </div>
    </header>
    <main class="fr-container fr-py-6w">
      <h1 data-sample="heading">${words.title}</h1>
      <p data-sample="text">${words.text} <a class="fr-link" data-sample="link" href="#">${words.link}</a></p>
      <p><button class="fr-btn" data-sample="button" type="button">${words.button}</button></p>
      ${content}
    </main>
  `,
};
