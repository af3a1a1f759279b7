import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../../parts/heading.js';
import type { ResultsView } from './results.js';

/** Counting again in this browser, where whole votes are published. */
export function recounted(view: ResultsView): TemplateResult | typeof nothing {
  const { words, level, ready, recount, onRecount } = view;
  const { t } = words;
  if (!ready.ballot.publishesVotes) return html`<p class="muted">${t('voting-widget.recount.not-published')}</p>`;
  const busy = recount?.type === 'counting';
  return html`
    <section class="recount" aria-labelledby="recount-title">
      ${heading(level + 2, t('voting-widget.recount.title'), { id: 'recount-title' })}
      <p>${t('voting-widget.recount.text')}</p>
      <p>
        <button class="button" id="recount" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onRecount}>
          ${busy ? t('voting-widget.recount.counting') : t('voting-widget.recount.go')}
        </button>
      </p>
      ${outcome(view)}
    </section>
  `;
}

function outcome({ words: { t, formats }, recount }: ResultsView): TemplateResult | typeof nothing {
  switch (recount?.type) {
    case 'counted': {
      const { same, votes, seedKept } = recount.recount;
      const number = formats.number(votes);
      return html`<div class="notice ${same && seedKept !== false ? 'success' : 'error'}" id="recounted" tabindex="-1">
        <p class="notice-text">
          ${same ? t('voting-widget.recount.same', { number }) : t('voting-widget.recount.other', { number })}
        </p>
        ${
          seedKept === undefined
            ? nothing
            : html`<p class="notice-text">
                ${seedKept ? t('voting-widget.recount.seed-kept') : t('voting-widget.recount.seed-broken')}
              </p>`
        }
      </div>`;
    }
    case 'failed':
      return html`<div class="notice warning" id="recounted" tabindex="-1">
        <p class="notice-text">${t('voting-widget.recount.failed')}</p>
      </div>`;
    default:
      return nothing;
  }
}
