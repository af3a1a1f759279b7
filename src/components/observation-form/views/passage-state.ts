import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from './view.js';

/** Why the words of the passage are not here; nothing when they are. */
export function passageState({ words: { t }, ready, form }: FormView): TemplateResult | typeof nothing {
  switch (ready.subject.passage?.type) {
    case 'reading':
      return html`<p class="muted">${t('observation-form.where.reading')}</p>`;
    case 'gone':
      return html`<p class="field-error">${t('observation-form.error.gone')}</p>`;
    case 'failed':
      return html`
        <p>${t('observation-form.where.failed')}</p>
        <p><button class="button" type="button" @click=${() => form.retryPassage()}>${t('common.retry')}</button></p>
      `;
    default:
      return nothing;
  }
}
