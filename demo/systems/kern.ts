import { html } from 'lit';
import type { DesignSystem } from './system.js';
import { words } from './words.js';

/** KERN. Without `data-kern-theme` it follows the reader's setting. */
export const kern: DesignSystem = {
  name: 'kern',
  title: 'KERN',
  root: { 'data-kern-theme': 'light' },
  body: {},
  dark: { 'data-kern-theme': 'dark' },
  page: content => html`
    <header class="kern-kopfzeile">
      <div class="kern-container">
        <div class="kern-kopfzeile__content"><span class="kern-kopfzeile__label">${words.city}</span></div>
      </div>
    </header>
    <main class="kern-container">
      <h1 class="kern-heading-x-large" data-sample="heading">${words.title}</h1>
      <p class="kern-body" data-sample="text">${words.text} <a class="kern-link" data-sample="link" href="#">${words.link}</a></p>
      <p>
        <button class="kern-btn kern-btn--primary" data-sample="button" type="button">
          <span class="kern-label">${words.button}</span>
        </button>
      </p>
      ${content}
    </main>
  `,
};
