import { html } from 'lit';
import type { DesignSystem } from './system.js';
import { words } from './words.js';

/** NL Design System with the tokens of Utrecht. */
export const utrecht: DesignSystem = {
  name: 'utrecht',
  title: 'NL Design System (Utrecht)',
  root: { class: 'utrecht-theme' },
  body: { class: 'utrecht-document utrecht-surface utrecht-surface--html-body' },
  dark: { class: 'utrecht-theme utrecht-theme--color-scheme-dark' },
  page: content => html`
    <header class="utrecht-page-header">
      <div class="utrecht-page-header__content"><strong>${words.city}</strong></div>
    </header>
    <main class="utrecht-page utrecht-rich-text">
      <h1 class="utrecht-heading-1" data-sample="heading">${words.title}</h1>
      <p class="utrecht-paragraph" data-sample="text">
        ${words.text} <a class="utrecht-link" data-sample="link" href="#">${words.link}</a>
      </p>
      <p class="utrecht-paragraph">
        <button class="utrecht-button utrecht-button--primary-action" data-sample="button" type="button">${words.button}</button>
      </p>
      ${content}
    </main>
  `,
};
