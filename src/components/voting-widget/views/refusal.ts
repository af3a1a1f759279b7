import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import type { BackendErrorReason } from '../../../model/error-reason.js';
import type { CheckView } from './check.js';

const texts: Readonly<Partial<Record<BackendErrorReason, TextKey>>> = {
  closed: 'voting-widget.refused.closed',
  conflict: 'voting-widget.refused.conflict',
  unauthenticated: 'voting-widget.refused.unauthenticated',
  'not-entitled': 'voting-widget.refused.not-entitled',
  'rate-limited': 'voting-widget.refused.rate-limited',
};

/** Why the vote was not taken, and what helps. */
export function refusal({ words, ready, onSeeChanges }: CheckView): TemplateResult | typeof nothing {
  const { progress } = ready;
  if (progress.type !== 'filling-in' || !progress.refused) return nothing;
  const { t, formats } = words;
  const { reason, retryAt } = progress.refused;
  const text = t(texts[reason] ?? 'voting-widget.refused.other');
  return html`<div class="notice error" id="refused" tabindex="-1">
    <p><strong>${t('voting-widget.refused.title')}</strong></p>
    <p class="notice-text">${text} ${retryAt ? t('common.retry-after', { time: formats.time(retryAt) }) : nothing}</p>
    ${
      reason === 'conflict'
        ? html`<div class="actions">
            <button class="button" type="button" @click=${onSeeChanges}>${t('voting-widget.refused.see')}</button>
          </div>`
        : nothing
    }
  </div>`;
}
