import { html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../../../model/ballot.js';
import type { VoteProblem } from '../../../model/vote-check.js';
import { spoken } from '../../../parts/spoken.js';
import { explained, type QuestionView } from './view.js';

/** The points of one option: a number to type, and a button for each way. */
export function pointsRow(view: QuestionView, { id, title }: Option, problem: VoteProblem | undefined): TemplateResult {
  const { words, question, entry, filling } = view;
  const { t, locale } = words;
  const control = `points-${question.id}-${id}`;
  const points = entry.points[id] ?? 0;
  const give = (count: number): void => {
    filling.set(question, { points: { ...entry.points, [id]: count } });
  };
  const onInput = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    // A field that is empty for a moment is no mistake.
    give(value === '' ? 0 : Number(value));
  };
  const step = (by: number, label: string, sign: string): TemplateResult => html`
    <button
      class="button step"
      type="button"
      aria-label=${label}
      @click=${() => {
        // Below nothing there is nothing to say; too much is said where it is.
        give(Math.max(0, Math.round(points) + by));
      }}
    >
      ${sign}
    </button>
  `;
  return html`<li class="weight ${problem ? 'wrong' : ''}">
    <label for=${control}>${spoken(title, locale)}</label>
    <div class="stepper">
      ${step(-1, t('voting-widget.points.less', { title: title.text }), '−')}
      <input
        class="control"
        id=${control}
        type="number"
        inputmode="numeric"
        min="0"
        step="1"
        max=${question.rules.pointsPerOption ?? question.rules.points ?? nothing}
        .value=${String(points)}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem ? `${control}-problem` : nothing}
        @input=${onInput}
      />
      ${step(1, t('voting-widget.points.more', { title: title.text }), '+')}
    </div>
    ${
      problem
        ? html`<p class="field-error problem" id="${control}-problem" tabindex="-1">
            <span class="visually-hidden">${t('common.error-prefix')} </span>${explained(view, problem)}
          </p>`
        : nothing
    }
  </li>`;
}
