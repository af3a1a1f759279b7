import { html, nothing, type TemplateResult } from 'lit';
import { errorSummary, type FormError } from '../../../parts/error-summary.js';
import { heading } from '../../../parts/heading.js';
import { notice } from '../../../parts/notice.js';
import type { TextKey } from '../../../i18n/texts.js';
import type { Step } from '../entry.js';
import { stepOf, stepsOf } from '../observation-form.state.js';
import { promise, reader } from './before.js';
import type { FormView } from './view.js';

const titles: Readonly<Record<Step, TextKey>> = {
  behalf: 'observation-form.step.behalf',
  where: 'observation-form.step.where',
  what: 'observation-form.step.what',
  more: 'observation-form.step.more',
  check: 'observation-form.step.check',
};

export interface StepView extends FormView {
  /** Whether the person begins here: who may write and what becomes public is said first. */
  readonly first: boolean;
  readonly problems: readonly FormError[];
  /** What stands in the step. */
  readonly content: unknown;
  /** What the person is told of the draft. */
  readonly draft: unknown;
}

/** One step: how far it is, its heading, what is missing, what is asked, and the ways on and back. */
export function stepView(view: StepView): TemplateResult {
  const { words, level, ready, helper, problems, content, draft, form } = view;
  const { t } = words;
  const steps = stepsOf(ready, helper);
  const step = stepOf(ready);
  const at = steps.indexOf(step);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    form.next();
  };
  const inner = html`
    ${problems.length === 0 ? nothing : errorSummary(t('common.error-summary'), level + 2, problems)} ${content}
    ${step === 'check' ? nothing : buttons(view, at > 0)}
  `;
  return html`
    <section class="step" aria-labelledby="step-title">
      <div class="step-head">
        <ol class="progress" aria-hidden="true">
          ${steps.map((_, index) => html`<li class=${index <= at ? 'done' : ''}></li>`)}
        </ol>
        <p class="muted">${t('observation-form.step', { number: at + 1, all: steps.length })}</p>
        ${heading(level + 1, t(titles[step]), { id: 'step-title', focusable: true })}
      </div>
      ${view.first && step !== 'check' ? html`${reader(view)}${promise(view)}` : nothing}
      ${
        step === 'check'
          ? html`<div class="step">${inner}</div>`
          : html`<form class="step" novalidate @submit=${onSubmit}>${inner}</form>`
      }
      ${draft}
    </section>
  `;
}

function buttons({ words: { t }, ready, form }: StepView, hasBefore: boolean): TemplateResult {
  const returning = ready.progress.type === 'writing' && ready.progress.returning === true;
  return html`
    <div class="actions">
      <button class="button primary" id="next" type="submit">
        ${returning ? t('observation-form.to-check') : t('observation-form.on')}
      </button>
      ${
        hasBefore && !returning
          ? html`<button class="button quiet" type="button" @click=${() => form.back()}>${t('observation-form.back')}</button>`
          : nothing
      }
    </div>
  `;
}

/** Nothing is taken now. What somebody had begun is still theirs. */
export function notOpen(view: FormView, written: boolean): TemplateResult {
  const { words, level, ready, form } = view;
  const { t, formats } = words;
  const { status, closes, process } = ready.terms;
  const soon = status.value === 'not-yet-open';
  const closed =
    closes === undefined
      ? t('observation-form.closed.text')
      : t('observation-form.closed.since', { date: formats.instant(closes, process.timeZone) });
  const kept = html`<p>${t('observation-form.closed.kept')}</p>`;
  return notice({
    tone: 'info',
    title: heading(level + 1, soon ? t('observation-form.soon.title') : t('observation-form.closed.title'), {
      id: 'step-title',
      focusable: true,
    }),
    text: html`<p>${soon ? t('observation-form.soon.text') : closed}</p>
      <p>${t('observation-form.you.instead')}</p>
      ${written ? kept : nothing}`,
    actions: written
      ? html`<button class="button" type="button" @click=${() => form.saveFile()}>${t('observation-form.draft.save')}</button>`
      : undefined,
  });
}

/** Somebody's observation is supported instead of one more that says the same. */
export function supported({ words, level, form }: FormView, reference: string): TemplateResult {
  const { t } = words;
  return notice({
    tone: 'success',
    title: heading(level + 1, t('observation-form.supported.title'), { id: 'supported', focusable: true }),
    text: html`<p>${t('observation-form.supported.text', { reference })}</p>
      <p>${t('observation-form.supported.kept')}</p>`,
    actions: html`<button class="button" type="button" @click=${() => form.change('what')}>
      ${t('observation-form.supported.go-on')}
    </button>`,
  });
}
