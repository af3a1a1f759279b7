import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addStyles } from '../../internal/add-styles.js';
import type { Option } from '../../model/ballot.js';
import { heading } from '../../parts/heading.js';
import { isForeign, spoken } from '../../parts/spoken.js';
import { rulesText } from '../../i18n/ballot-words/rules-text.js';
import { ordered } from './option-search.js';
import { blank, problemNotice } from './views/choose.js';
import type { QuestionView } from './views/view.js';
import type { VotingHost } from './voting-host.js';
import { weighingStyles } from './weighing.styles.js';

/** A grade for each option. */
export class Grading {
  constructor(host: VotingHost) {
    addStyles(host, weighingStyles);
  }

  render(view: QuestionView): TemplateResult {
    const { words, level, question, seed, filling } = view;
    const { t, locale } = words;
    return html`
      <section class="question" aria-labelledby="step-title">
        ${heading(level + 1, spoken(question.title, locale), { id: 'step-title', focusable: true })}
        ${question.about ? html`<p>${spoken(question.about, locale)}</p>` : nothing}
        <p class="rule">${rulesText(words, question)}</p>
        ${problemNotice(view, filling.shownProblems(question, 'choose'))}
        <p class="muted order">${t('voting-widget.order')}</p>
        ${repeat(
          ordered(question, seed),
          ({ id }) => id,
          option => graded(view, option),
        )}
        ${blank(view)}
      </section>
    `;
  }
}

function graded({ words, question, entry, filling }: QuestionView, { id, title, summary }: Option): TemplateResult {
  const { t, locale } = words;
  const name = `grade-${question.id}-${id}`;
  const given = Object.hasOwn(entry.grades, id) ? entry.grades[id] : undefined;
  const grade = (value: string): void => {
    const others = Object.entries(entry.grades).filter(([option]) => option !== id);
    filling.set(question, {
      blank: false,
      grades: Object.fromEntries(value === '' ? others : [...others, [id, Number(value)]]),
    });
  };
  const choice = (value: string, label: unknown, chosen: boolean): TemplateResult => html`
    <div class="choice">
      <input
        type="radio"
        id="${name}-${value}"
        name=${name}
        value=${value}
        .checked=${chosen}
        @change=${() => {
          grade(value);
        }}
      />
      <label for="${name}-${value}">${label}</label>
    </div>
  `;
  return html`
    <fieldset class="graded">
      <legend lang=${isForeign(title.lang, locale) ? title.lang : nothing}>${title.text}</legend>
      ${summary ? html`<p class="what">${spoken(summary, locale)}</p>` : nothing}
      <div class="grades">
        ${(question.rules.grades ?? []).map((label, at) => choice(String(at), spoken(label, locale), given === at)).reverse()}
        ${choice('', t('voting-widget.grade.none'), given === undefined)}
      </div>
    </fieldset>
  `;
}
