import { html } from 'lit';
import type { DesignSystem } from './system.js';
import { words } from './words.js';

/** Bootstrap Italia, of Italian public administrations. */
export const bootstrapItalia: DesignSystem = {
  name: 'bootstrap-italia',
  title: 'Bootstrap Italia',
  root: {},
  body: {},
  page: content => html`
    <header class="it-header-wrapper">
      <div class="it-header-center-wrapper">
        <div class="container">
          <div class="it-header-center-content-wrapper">
            <div class="it-brand-wrapper">
              <a href="#"
                ><span class="it-brand-text"><span class="it-brand-title">${words.city}</span></span></a
              >
            </div>
          </div>
        </div>
      </div>
    </header>
    <main class="container my-4">
      <h1 data-sample="heading">${words.title}</h1>
      <p data-sample="text">${words.text} <a data-sample="link" href="#">${words.link}</a></p>
      <p><button class="btn btn-primary" data-sample="button" type="button">${words.button}</button></p>
      ${content}
    </main>
  `,
};
