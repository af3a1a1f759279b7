import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../../../parts/notice.js';
import type { FormFlow } from '../form-flow.js';
import type { FormView } from './view.js';

/** The same draft was changed, or sent, in another tab; or another one of the person's was here before. */
export function elsewhere({ words: { t } }: FormView, flow: FormFlow): TemplateResult | typeof nothing {
  if (!flow.elsewhere) return nothing;
  const sent = flow.elsewhere.receipt !== undefined;
  return notice({
    tone: 'warning',
    text: sent ? t('observation-form.other-tab.sent') : t('observation-form.other-tab.text'),
    actions: html`<button class="button" type="button" @click=${() => flow.takeElsewhere()}>
      ${sent ? t('observation-form.other-tab.receipt') : t('observation-form.other-tab.take')}
    </button>`,
  });
}

/** A part that is on its way, or could not be fetched. */
export function late({ words: { t } }: FormView, failed: boolean, onRetry: () => void): TemplateResult {
  if (!failed) return html`<p class="muted">${t('observation-form.loading')}</p>`;
  const retry = html`<button class="button" type="button" @click=${onRetry}>${t('common.retry')}</button>`;
  return notice({ tone: 'warning', text: t('common.chunk-failed'), actions: retry });
}
