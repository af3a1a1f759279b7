import { backend } from './data.js';

const holder = document.createElement('portico-backend');
holder.backend = backend;
const form = document.createElement('portico-observation-form');
Object.assign(form, { process: 'piano', document: 'piano', passage: 'art-1' });
holder.append(form);
document.querySelector('main').append(holder);

const find = selector => form.shadowRoot?.querySelector(selector);

globalThis.subject = {
  /** Chooses to propose another wording, and says when it can be typed. */
  ready() {
    // The kinds stand in the order of the terms.
    const [, amendment] = form.shadowRoot?.querySelectorAll('input[type=radio]') ?? [];
    if (amendment && !amendment.checked) amendment.click();
    return find('#after')?.value.length > 1000;
  },
  field: () => find('#after'),
  /** Whether the difference shows what was typed. */
  shown: words => find('.as-read')?.textContent.includes(words) ?? false,
};
