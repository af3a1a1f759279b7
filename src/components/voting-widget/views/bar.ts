import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../steps.js';
import { leftOf } from './remaining-text.js';
import type { QuestionView } from './view.js';

/** What stays in sight: that nothing is cast yet, what is left, and the way on. */
export function bar(view: QuestionView, step: Exclude<Step['type'], 'check'>): TemplateResult {
  const { words, question, entry, filling, ready } = view;
  const { t } = words;
  const { text, used, over } = leftOf(words, question, entry, step);
  const first = ready.progress.type === 'filling-in' && ready.progress.step === 0;
  return html`
    <div class="bar" role="group" aria-label=${t('voting-widget.bar')}>
      <p class="not-cast">${t('voting-widget.not-cast')}</p>
      <p class="left ${over ? 'over' : ''}" id="left">${text}</p>
      ${used && used.of > 0 ? html`<progress max=${used.of} .value=${used.now} aria-labelledby="left"></progress>` : nothing}
      <div class="actions">
        ${
          first
            ? nothing
            : html`<button
                class="button quiet"
                type="button"
                @click=${() => {
                  filling.back();
                }}
              >
                ${t('voting-widget.back')}
              </button>`
        }
        <button
          class="button primary"
          id="next"
          type="button"
          @click=${() => {
            filling.next();
          }}
        >
          ${nextText(view, step)}
        </button>
      </div>
    </div>
  `;
}

function nextText({ words: { t }, question, entry, ready }: QuestionView, step: 'choose' | 'weigh'): string {
  const { method } = question;
  if (step === 'choose' && !entry.blank && method.value === 'points') return t('voting-widget.next.points');
  if (step === 'choose' && !entry.blank && method.value === 'ranking') return t('voting-widget.next.ranking');
  return ready.ballot.questions.at(-1)?.id === question.id ? t('voting-widget.next.check') : t('voting-widget.next.question');
}
