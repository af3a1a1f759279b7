import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../../model/ballot.js';
import { costOf } from '../../../model/vote-check.js';
import { heading } from '../../../parts/heading.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';
import { entryOf, type Entry } from '../entry.js';
import { isWeighed } from '../steps.js';
import { hasVoted } from '../voting-widget.state.js';
import { countingText } from '../../../i18n/ballot-words/counting-text.js';
import { entitlement } from './entitlement.js';
import { reader } from './reader.js';
import { refusal } from './refusal.js';
import type { FillingView } from './view.js';

export interface CheckView extends FillingView {
  readonly onCast: () => void;
  /** The ballot has changed: begins anew with what still fits. */
  readonly onSeeChanges: () => void;
}

/** Everything once more, with a way to change each, and the button that casts the vote. */
export function check(view: CheckView): TemplateResult {
  const { words, level, ready, onCast, filling } = view;
  const { t } = words;
  const { progress } = ready;
  const casting = progress.type === 'casting';
  const closed = progress.type === 'filling-in' && progress.refused?.reason === 'closed';
  return html`
    <section class="check" aria-labelledby="step-title">
      ${heading(level + 1, t('voting-widget.check.title'), { id: 'step-title', focusable: true })} ${refusal(view)}
      ${progress.type === 'waiting' ? waiting(view) : nothing}
      <div class="answers">${ready.ballot.questions.map(question => answer(view, question))}</div>
      ${secrecy(view)} ${mayCast(view) ? nothing : signIn(view)}
      ${
        closed
          ? nothing
          : html`<div class="bar">
              <p class="not-cast">${t('voting-widget.not-cast')}</p>
              <div class="actions">
                <button
                  class="button quiet"
                  type="button"
                  @click=${() => {
                    filling.back();
                  }}
                >
                  ${t('voting-widget.back')}
                </button>
                <button
                  class="button primary"
                  id="cast"
                  type="button"
                  aria-disabled=${casting ? 'true' : nothing}
                  @click=${onCast}
                >
                  ${castText(view)}
                </button>
              </div>
            </div>`
      }
    </section>
  `;
}

function castText({ words: { t }, ready }: CheckView): string {
  if (ready.progress.type === 'casting') return t('voting-widget.casting');
  return hasVoted(ready) ? t('voting-widget.cast-again') : t('voting-widget.cast-now');
}

const mayCast = ({ ready: { reader: who } }: CheckView): boolean =>
  who.type === 'known' && who.own.verification.status.value === 'granted';

/** Whoever signs in here leaves the page, and what they chose with it; so another window opens. */
function signIn(view: CheckView): TemplateResult {
  const { words, ready, ways, level } = view;
  const { t } = words;
  if (ready.reader.type !== 'signed-out' || ways.signInUrl === undefined) return reader(view, entitlement);
  return notice({
    tone: 'warning',
    title: heading(level + 2, t('voting-widget.sign-in.title'), { id: 'you', focusable: true }),
    text: t('voting-widget.sign-in.text'),
    actions: html`<a class="button primary" href=${ways.signInUrl} target="_blank">${t('voting-widget.sign-in.go')}</a>
      <button class="button quiet" type="button" @click=${ways.onRetryReader}>${t('voting-widget.sign-in.done')}</button>`,
  });
}

function answer(view: CheckView, question: Question): TemplateResult {
  const { words, level, ready, filling } = view;
  const { t, locale } = words;
  const entry = entryOf(ready.entries, question);
  return html`
    <div class="answer">
      ${heading(level + 2, spoken(question.title, locale))}
      <div class="answer-text">${chosen(view, question, entry)}</div>
      <p class="muted">${countingText(words, question)}</p>
      <button
        class="text-button"
        type="button"
        @click=${() => {
          filling.change(question, isWeighed(question) && !entry.blank ? 'weigh' : 'choose');
        }}
      >
        ${t('voting-widget.change')}<span class="visually-hidden">: ${question.title.text}</span>
      </button>
    </div>
  `;
}

function chosen({ words }: CheckView, question: Question, entry: Entry): TemplateResult {
  const { t, formats, locale } = words;
  if (entry.blank) return html`<p>${t('voting-widget.blank')}</p>`;
  const { currency = 'EUR' } = question.rules.budget ?? {};
  const graded = question.method.value === 'score';
  const options = question.options.filter(({ id }) => (graded ? Object.hasOwn(entry.grades, id) : entry.chosen.includes(id)));
  const place = new Map(entry.chosen.map((id, index) => [id, index]));
  const inOrder = graded ? options : [...options].sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
  const rows = inOrder.map(({ id, title, cost }) => {
    const points = question.method.value === 'points' ? pointsText(words, entry.points[id] ?? 0) : undefined;
    const grade = graded ? question.rules.grades?.[entry.grades[id] ?? 0] : undefined;
    return html`<li>
      ${spoken(title, locale)}${points === undefined ? nothing : html`: <strong>${points}</strong>`}${grade ? html`: <strong>${spoken(grade, locale)}</strong>` : nothing}
      ${question.rules.budget && cost !== undefined ? html`<span class="muted">${formats.money(cost, currency)}</span>` : nothing}
    </li>`;
  });
  const list =
    question.method.value === 'ranking'
      ? html`<ol>
          ${rows}
        </ol>`
      : html`<ul>
          ${rows}
        </ul>`;
  const sum = question.rules.budget
    ? html`<p>
        <strong>${t('voting-widget.check.sum', { amount: formats.money(costOf(question, entry.chosen), currency) })}</strong>
      </p>`
    : nothing;
  return html`${list}${sum}`;
}

/** What becomes public and what is kept; what the secrecy rests on, and what it cannot promise. */
function secrecy({ words, ready: { ballot } }: CheckView): TemplateResult {
  const { t, locale } = words;
  const { published, kept, erasure } = ballot.privacy;
  return html`
    <div class="promise">
      <p><strong>${t('voting-widget.public.title')}</strong> ${spoken(published, locale)}</p>
      ${ballot.publishesVotes ? html`<p>${t('voting-widget.public.votes')}</p>` : nothing}
      <details class="more">
        <summary>${t('voting-widget.public.more')}</summary>
        <p><strong>${t('voting-widget.public.kept')}</strong> ${spoken(kept, locale)}</p>
        <p><strong>${t('voting-widget.public.erasure')}</strong> ${spoken(erasure, locale)}</p>
        <p>
          <strong>${t('voting-widget.secret.title')}</strong>
          ${ballot.secrecy.value === 'blind' ? t('voting-widget.secret.blind') : t('voting-widget.secret.pseudonymous')}
        </p>
        <p>${t('voting-widget.secret.device')}</p>
      </details>
    </div>
  `;
}

/** The network did not answer. It is tried again when it is back. */
function waiting({ words: { t }, onCast }: CheckView): TemplateResult {
  return html`
    <div class="notice warning" id="waiting" tabindex="-1">
      <p><strong>${t('voting-widget.waiting.title')}</strong></p>
      <p class="notice-text">${t('voting-widget.waiting.text')}</p>
      <div class="actions"><button class="button" type="button" @click=${onCast}>${t('common.retry')}</button></div>
    </div>
  `;
}

const pointsText = ({ t, formats }: CheckView['words'], count: number): string =>
  t('voting-widget.points', { count, number: formats.number(count) });
