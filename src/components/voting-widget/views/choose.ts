import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { VoteProblem } from '../../../model/vote-check.js';
import { remainingOf } from '../../../model/vote-check.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import { answerOf } from '../entry.js';
import { found, isShuffled, ordered } from '../option-search.js';
import { rulesText } from '../../../i18n/ballot-words/rules-text.js';
import { optionRow } from './option.js';
import { tools } from './tools.js';
import { explained, type QuestionView } from './view.js';

/** One question with its options, to choose from or only to be read. */
export function choose(view: QuestionView, readOnly = false): TemplateResult {
  const { words, level, ready, question, entry, filling, seed } = view;
  const { t, locale } = words;
  const number = ready.ballot.questions.indexOf(question) + 1;
  const of = ready.ballot.questions.length;
  const problems = readOnly ? [] : filling.shownProblems(question, 'choose');
  const search = filling.search(question);
  const options = found(ordered(question, seed), search, entry.chosen);
  const { money } = entry.blank ? {} : remainingOf(question, answerOf(question, entry));
  const culprit = problems.length > 0 ? filling.last(question) : undefined;
  const row = { ...view, left: money, readOnly };
  const fault = problems[0] && explained(view, problems[0]);
  return html`
    <section class="question" aria-labelledby="step-title">
      ${of > 1 ? html`<p class="kicker">${t('voting-widget.question-of', { number, of })}</p>` : nothing}
      ${heading(level + 1, spoken(question.title, locale), { id: 'step-title', focusable: true })}
      ${question.about ? html`<p>${spoken(question.about, locale)}</p>` : nothing}
      <p class="rule" id="rule">${rulesText(words, question)}</p>
      ${tools(view)} ${problemNotice(view, problems)}
      ${isShuffled(question) && search.sort === 'mine' ? html`<p class="muted order">${t('voting-widget.order')}</p>` : nothing}
      <fieldset class="options" aria-labelledby="step-title" aria-describedby="rule">
        <ul role="list" @change=${onChange(view)}>
          ${repeat(
            options,
            ({ id }) => id,
            option => optionRow({ ...row, fault: option.id === culprit ? fault : undefined }, option),
          )}
        </ul>
        ${options.length === 0 ? nobody(view) : nothing} ${readOnly ? nothing : blank(view)}
      </fieldset>
    </section>
  `;
}

/** One listener for all options: there can be hundreds of them. */
const onChange =
  ({ question, filling }: QuestionView) =>
  (event: Event): void => {
    const { name, value, checked } = event.target as HTMLInputElement;
    if (name === question.id) filling.choose(question, value, checked);
  };

/** What is wrong, above the options too: whoever has scrolled away from what they pressed reads it here. */
export function problemNotice(view: QuestionView, problems: readonly VoteProblem[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="notice error problem" tabindex="-1">
    ${problems.map(problem => html`<p class="notice-text">${explained(view, problem)}</p>`)}
  </div>`;
}

function nobody({ words: { t }, question, filling }: QuestionView): TemplateResult {
  if (question.options.length === 0) return html`<p class="notice info">${t('voting-widget.no-options')}</p>`;
  const onClick = (): void => {
    filling.setSearch(question, { words: '', district: '', category: '', onlyChosen: false });
  };
  return html`<p class="notice info">
    ${t('voting-widget.search.nothing')}
    <button class="button quiet" type="button" @click=${onClick}>${t('voting-widget.search.clear')}</button>
  </p>`;
}

/** The way to answer nothing. */
export function blank({ words: { t }, question, entry, filling }: QuestionView): TemplateResult | typeof nothing {
  if (!question.rules.blank) return nothing;
  const single = question.method.value === 'single';
  const onChoose = (event: Event): void => {
    event.stopPropagation();
    filling.setBlank(question, (event.currentTarget as HTMLInputElement).checked);
  };
  return html`<div class="option blank ${entry.blank ? 'chosen' : ''}">
    <input
      type=${single ? 'radio' : 'checkbox'}
      id="blank"
      name=${question.id}
      .checked=${entry.blank}
      aria-describedby="blank-what"
      @change=${onChoose}
    /><label class="name" for="blank">${t('voting-widget.blank')}</label>
    <p class="what" id="blank-what">${t('voting-widget.blank.what')}</p>
  </div>`;
}
