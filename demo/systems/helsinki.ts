import { html } from 'lit';
import type { DesignSystem } from './system.js';
import { words } from './words.js';

/** Helsinki Design System. Its package has no header, and no font: that belongs to the city alone. */
export const helsinki: DesignSystem = {
  name: 'helsinki',
  title: 'Helsinki Design System',
  root: {},
  body: { class: 'text-body' },
  page: content => html`
    <header class="hds-container"><p class="text-xl">${words.city}</p></header>
    <main class="hds-container">
      <h1 class="heading-xl" data-sample="heading">${words.title}</h1>
      <p class="text-body" data-sample="text">
        ${words.text} <a class="hds-link hds-link--medium" data-sample="link" href="#">${words.link}</a>
      </p>
      <p><button class="hds-button hds-button--primary" data-sample="button" type="button">${words.button}</button></p>
      ${content}
    </main>
  `,
};
