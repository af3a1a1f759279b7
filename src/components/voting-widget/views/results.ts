import { html, nothing, type TemplateResult } from 'lit';
import type { BallotResults, OptionFigure, QuestionResult } from '../../../model/ballot-results.js';
import type { Option, Question } from '../../../model/ballot.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import type { RecountState } from '../results.js';
import { countingText } from '../../../i18n/ballot-words/counting-text.js';
import { figureText } from '../../../i18n/ballot-words/figure-text.js';
import { recounted } from './recounted.js';
import { stepTexts } from './step-text.js';
import { turnout } from './turnout.js';
import type { FillingView } from './view.js';

export interface ResultsView extends FillingView {
  readonly results: BallotResults;
  readonly recount: RecountState | undefined;
  readonly onRecount: () => void;
}

/** So many bars are shown; the table has all. */
const mostBars = 10;

/** What came of a ballot: numbers first, then bars with a table behind, then how it came about. */
export function results(view: ResultsView): TemplateResult {
  const { words, level, ready, results: found } = view;
  const { t, formats, locale } = words;
  const { ballot } = ready;
  return html`
    <section class="results" aria-labelledby="results-title">
      ${heading(level + 1, found.final ? t('voting-widget.results.title') : t('voting-widget.results.so-far'), {
        id: 'results-title',
        focusable: true,
      })}
      <p class="muted">${t('voting-widget.results.at', { time: formats.instant(found.at, ballot.process.timeZone) })}</p>
      ${turnout(view)}
      ${ballot.questions.map(question => {
        const result = found.questions.find(each => each.question === question.id);
        return result ? ofQuestion(view, question, result) : nothing;
      })}
      ${found.final ? recounted(view) : nothing}
      ${found.final && ballot.next ? html`<p><strong>${t('voting-widget.next')}</strong> ${spoken(ballot.next, locale)}</p>` : nothing}
    </section>
  `;
}

function ofQuestion(view: ResultsView, question: Question, result: QuestionResult): TemplateResult {
  const { words, level, results: found } = view;
  const { t, formats, locale } = words;
  const options = new Map(question.options.map(option => [option.id, option]));
  const elected = result.figures.filter(figure => figure.elected);
  const steps = stepTexts(words, question, result.steps);
  const titles = {
    won: question.rules.budget ? t('voting-widget.results.projects', { count: elected.length }) : t('voting-widget.results.won'),
    leads: t('voting-widget.results.leads'),
  };
  return html`
    <div class="of-question">
      ${heading(level + 2, spoken(question.title, locale))}
      <p class="muted">${countingText(words, question)}</p>
      ${
        elected.length === 0
          ? html`<p>${t('voting-widget.results.nobody')}</p>`
          : html`<p class="won-title"><strong>${found.final ? titles.won : titles.leads}</strong></p>
              <ol class="won" role="list">
                ${elected.map(figure => won(view, question, options.get(figure.option), figure))}
              </ol>`
      }
      ${moneyLine(view, question, result)}
      <p>
        ${t('voting-widget.results.votes', { count: result.votes, number: formats.number(result.votes) })}
        ${result.blank > 0 ? t('voting-widget.results.blank', { count: result.blank, number: formats.number(result.blank) }) : nothing}
      </p>
      ${bars(view, question, result, options)}
      <details class="more">
        <summary>${t('voting-widget.results.table')}</summary>
        ${table(view, question, result, options)}
      </details>
      ${
        steps.length === 0
          ? nothing
          : html`<details class="more">
              <summary>${t('voting-widget.results.steps', { count: steps.length })}</summary>
              <ol class="steps">
                ${steps.map(step => html`<li>${step}</li>`)}
              </ol>
            </details>`
      }
    </div>
  `;
}

function won({ words }: ResultsView, question: Question, option: Option | undefined, figure: OptionFigure): TemplateResult {
  const { formats, locale } = words;
  const currency = question.rules.budget?.currency;
  return html`<li class="winner">
    <strong>${option ? spoken(option.title, locale) : figure.option}</strong>
    <span>${figureText(words, question, figure)}</span>
    ${currency !== undefined && option?.cost !== undefined ? html`<span class="cost">${formats.money(option.cost, currency)}</span>` : nothing}
  </li>`;
}

/** Where the money ends. */
function moneyLine({ words: { t, formats } }: ResultsView, { rules }: Question, { spent, left }: QuestionResult): unknown {
  if (spent === undefined || !rules.budget) return nothing;
  const { amount, currency } = rules.budget;
  const money = (cents: number): string => formats.money(cents, currency);
  return html`<p class="money-line">
    ${t('voting-widget.results.money', { spent: money(spent), all: money(amount), left: money(left ?? 0) })}
  </p>`;
}

function bars(
  { words }: ResultsView,
  question: Question,
  { figures }: QuestionResult,
  options: ReadonlyMap<string, Option>,
): TemplateResult {
  const { t, locale } = words;
  const shown = figures.slice(0, mostBars);
  const value = ({ votes, score }: OptionFigure): number => score ?? votes;
  // The grade in the middle is no length.
  const graded = question.counting.rule.value === 'majority-judgment';
  const most = Math.max(1, ...shown.map(value));
  return html`
    <ul class="bars" role="list">
      ${shown.map(figure => {
        const option = options.get(figure.option);
        return html`<li class="bar-row ${figure.elected ? 'elected' : ''}">
          <span
            >${option ? spoken(option.title, locale) : figure.option}${figure.elected ? html` <span class="mark">✓<span class="visually-hidden"> ${t('voting-widget.results.elected')}</span></span>` : nothing}</span
          >
          <span class="count">${figureText(words, question, figure)}</span>
          ${graded ? nothing : html`<progress max=${most} .value=${value(figure)} aria-hidden="true"></progress>`}
        </li>`;
      })}
    </ul>
    ${figures.length > mostBars ? html`<p class="muted">${t('voting-widget.results.others', { count: figures.length - mostBars })}</p>` : nothing}
  `;
}

function table(
  { words }: ResultsView,
  question: Question,
  { figures }: QuestionResult,
  options: ReadonlyMap<string, Option>,
): TemplateResult {
  const { t, formats, locale } = words;
  const { budget } = question.rules;
  const scored = figures.some(({ votes, score }) => score !== undefined && score !== votes);
  return html`
    <div class="table" role="region" tabindex="0" aria-label=${t('voting-widget.results.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('voting-widget.results.option')}</th>
            <th scope="col" class="figure">${t('voting-widget.results.votes-column')}</th>
            ${scored ? html`<th scope="col" class="figure">${t('voting-widget.results.score-column')}</th>` : nothing}
            ${budget ? html`<th scope="col" class="figure">${t('voting-widget.results.cost-column')}</th>` : nothing}
            <th scope="col">${t('voting-widget.results.outcome-column')}</th>
          </tr>
        </thead>
        <tbody>
          ${figures.map(({ option: id, votes, score, elected }) => {
            const option = options.get(id);
            return html`<tr class=${elected ? 'elected' : ''}>
              <th scope="row">${option ? spoken(option.title, locale) : id}</th>
              <td class="figure">${formats.number(votes)}</td>
              ${scored ? html`<td class="figure">${formats.number(score ?? 0)}</td>` : nothing}
              ${budget ? html`<td class="figure">${formats.money(option?.cost ?? 0, budget.currency)}</td>` : nothing}
              <td>${elected ? t('voting-widget.results.elected') : t('voting-widget.results.not-elected')}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  `;
}
