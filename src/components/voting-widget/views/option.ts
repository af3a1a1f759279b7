import { html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../../../model/ballot.js';
import { isForeign, spoken } from '../../../parts/spoken.js';
import { optionMore } from './option-more.js';
import type { QuestionView } from './view.js';

export interface OptionView extends QuestionView {
  /** What is wrong with the question and was caused here. */
  readonly fault: string | undefined;
  /** What is left to spend, in the smallest unit. */
  readonly left: number | undefined;
  /** Whether it can only be read. */
  readonly readOnly: boolean;
}

/** Id of the control of an option. */
export const controlId = (question: string, option: string): string => `option-${question}-${option}`;

/** One option as a row: a native control, what it is, and what it costs. Rows are templates and not elements: there can be hundreds. */
export function optionRow(view: OptionView, option: Option): TemplateResult {
  const { words, question, entry, fault, readOnly } = view;
  const { t } = words;
  const { id, title, summary } = option;
  const control = controlId(question.id, id);
  const chosen = entry.chosen.includes(id);
  const lang = isForeign(title.lang, words.locale) ? title.lang : nothing;
  const hints = [`${control}-facts`, ...(fault === undefined ? [] : [`${control}-problem`])].join(' ');
  const name = readOnly
    ? html`<strong class="name" lang=${lang}>${title.text}</strong>`
    : html`<input
          type=${question.method.value === 'single' ? 'radio' : 'checkbox'}
          id=${control}
          name=${question.id}
          value=${id}
          .checked=${chosen}
          aria-describedby=${hints}
          aria-invalid=${fault === undefined ? nothing : 'true'}
        /><label class="name" for=${control} lang=${lang}>${title.text}</label>`;
  return html`<li class=${`option${chosen ? ' chosen' : ''}${fault === undefined ? '' : ' wrong'}`}>
    ${name}
    <div class="facts" id="${control}-facts">${cost(view, option, chosen)}${facts(view, option)}</div>
    ${summary ? html`<p class="what">${spoken(summary, words.locale)}</p>` : nothing} ${optionMore(words, option)}
    ${
      fault === undefined
        ? nothing
        : html`<p class="field-error problem" id="${control}-problem" tabindex="-1">
            <span class="visually-hidden">${t('common.error-prefix')} </span>${fault}
          </p>`
    }
  </li>`;
}

function cost({ words: { t, formats }, question, left }: OptionView, option: Option, chosen: boolean): unknown {
  const currency = question.rules.budget?.currency;
  if (option.cost === undefined || currency === undefined) return nothing;
  const tooMuch = !chosen && left !== undefined && left >= 0 && option.cost > left;
  return html`<span class="cost">${formats.money(option.cost, currency)}</span>${
      tooMuch ? html`<span class="beyond">${t('voting-widget.option.beyond')}</span>` : nothing
    }`;
}

function facts({ words: { locale } }: OptionView, { district, category, place }: Option): unknown {
  const parts = [district, category].flatMap(each => (each ? [each.label ?? { text: each.value, lang: locale }] : []));
  return [...parts.map(each => html`<span>${spoken(each, locale)}</span>`), place ? html`<span>${place.text}</span>` : nothing];
}
