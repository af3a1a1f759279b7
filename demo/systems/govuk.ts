import { html } from 'lit';
import type { DesignSystem } from './system.js';
import { words } from './words.js';

/** GOV.UK, without crown and font, which belong to GOV.UK alone. */
export const govuk: DesignSystem = {
  name: 'govuk',
  title: 'GOV.UK Frontend',
  root: { class: 'govuk-template' },
  body: { class: 'govuk-template__body' },
  page: content => html`
    <header class="govuk-service-navigation govuk-service-navigation--inverse">
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          <span class="govuk-service-navigation__service-name">
            <a class="govuk-service-navigation__link" href="#">${words.city}</a>
          </span>
        </div>
      </div>
    </header>
    <div class="govuk-width-container">
      <main class="govuk-main-wrapper">
        <h1 class="govuk-heading-xl" data-sample="heading">${words.title}</h1>
        <p class="govuk-body" data-sample="text">
          ${words.text} <a class="govuk-link" data-sample="link" href="#">${words.link}</a>
        </p>
        <button class="govuk-button" data-sample="button" type="button">${words.button}</button>
        ${content}
      </main>
    </div>
  `,
};
