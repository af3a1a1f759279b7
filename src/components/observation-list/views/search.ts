import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText, type Words } from '../../../i18n/words.js';
import type { ObservationSort, ObservationSummary } from '../../../model/observation.js';
import type { OpenEnum } from '../../../model/open-enum.js';
import { kindTexts, outcomeTexts, sourceTexts, stateTexts } from '../../../i18n/observation-words.js';
import { filtersIn, pair, sortOf, type Choice, type FilterName } from '../choice.js';
import type { View } from './view.js';

const sortTexts: Readonly<Record<ObservationSort, TextKey>> = {
  newest: 'observation-list.sort.newest',
  oldest: 'observation-list.sort.oldest',
  'most-liked': 'observation-list.sort.most-liked',
  'most-commented': 'observation-list.sort.most-commented',
  passage: 'observation-list.sort.passage',
  relevance: 'observation-list.sort.relevance',
};

export interface SearchView extends View {
  readonly choice: Choice;
  readonly summary: ObservationSummary | undefined;
  /** Whether words can be searched for. */
  readonly searchable: boolean;
  readonly sorts: readonly ObservationSort[];
  readonly filtersOpen: boolean;
  readonly onFilters: (open: boolean) => void;
  /** While somebody types. */
  readonly onText: (text: string) => void;
  readonly onChoose: (change: Partial<Choice>) => void;
}

interface Option {
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

/** Words to search for, filters with the number of observations behind each, and the order. */
export function search(view: SearchView): TemplateResult {
  const { words, choice, searchable, filtersOpen, onFilters, onText, onChoose } = view;
  const { t, formats } = words;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#search');
    onChoose(field ? { text: field.value } : {});
  };
  const filters = filtersIn(choice);
  return html`
    <form class="search" role="search" aria-label=${t('observation-list.search')} @submit=${onSubmit}>
      ${
        searchable
          ? html`<div class="search-field">
              <label for="search">${t('observation-list.search')}</label>
              <div class="search-row">
                <input
                  class="control search-input"
                  id="search"
                  type="search"
                  enterkeyhint="search"
                  autocomplete="off"
                  .value=${choice.text}
                  @input=${(event: Event) => onText((event.currentTarget as HTMLInputElement).value)}
                />
                <button class="button" type="submit">${t('observation-list.search.go')}</button>
              </div>
            </div>`
          : nothing
      }
      <button
        class="button quiet filter-toggle"
        type="button"
        aria-expanded=${filtersOpen ? 'true' : 'false'}
        aria-controls="filters"
        @click=${() => onFilters(!filtersOpen)}
      >
        ${filters > 0 ? t('observation-list.filters-chosen', { number: formats.number(filters) }) : t('observation-list.filters')}
      </button>
      <div class="filter-fields ${filtersOpen ? '' : 'closed'}" id="filters">
        ${filterFields(view)}
        ${field(
          'sort',
          t('observation-list.sort'),
          html`<select class="control" id="sort" @change=${(event: Event) => onChoose({ sort: valueOf(event) })}>
            ${view.sorts.map(
              each => html`<option value=${each} .selected=${each === sortOf(choice)}>${t(sortTexts[each])}</option>`,
            )}
          </select>`,
        )}
      </div>
    </form>
  `;
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement).value;

const field = (id: string, label: string, control: unknown): TemplateResult =>
  html`<div class="filter"><label for=${id}>${label}</label>${control}</div>`;

/** Only what there is can be chosen, and only where there is a choice. */
function filterFields(view: SearchView): unknown {
  const { words, summary } = view;
  if (!summary) return nothing;
  const { t } = words;
  const named = (value: OpenEnum<string>, texts: Readonly<Record<string, TextKey>>): string => enumText(words, texts, value).text;
  const kinds = summary.kinds.map(({ value, count }) => ({ value: value.value, text: named(value, kindTexts), count }));
  const sources = summary.sources.map(({ value, count }) => ({ value: value.value, text: named(value, sourceTexts), count }));
  const themes = summary.themes.map(({ value, count }) => ({ value: value.id, text: value.label.text, count }));
  const passages = summary.passages.map(({ document, passage, name, count }) => ({
    value: pair(document, passage),
    text: name?.text ?? passage,
    count,
  }));
  const states = summary.states.map(({ value, count }) => ({
    value: pair('state', value.value),
    text: named(value, stateTexts),
    count,
  }));
  const outcomes = summary.outcomes.map(({ value, count }) => ({
    value: pair('outcome', value.value),
    text: named(value, outcomeTexts),
    count,
  }));
  return html`
    ${filter(view, 'passage', t('observation-list.filter.passage'), passages)}
    ${filter(view, 'kind', t('observation-list.filter.kind'), kinds)}
    ${filter(view, 'theme', t('observation-list.filter.theme'), themes)}
    ${filter(view, 'standing', t('observation-list.filter.standing'), states, outcomes)}
    ${filter(view, 'source', t('observation-list.filter.source'), sources)}
  `;
}

/** @param more - A second group, which has a name of its own. */
function filter(
  view: SearchView,
  name: FilterName,
  label: string,
  options: readonly Option[],
  more: readonly Option[] = [],
): unknown {
  const { words, choice, onChoose } = view;
  const { t } = words;
  const chosen = choice[name];
  if (options.length + more.length < 2 && chosen === '') return nothing;
  const groups =
    more.length === 0
      ? choices(options, chosen, words)
      : html`<optgroup label=${t('observation-list.filter.states')}>${choices(options, chosen, words)}</optgroup>
          <optgroup label=${t('observation-list.filter.outcomes')}>${choices(more, chosen, words)}</optgroup>`;
  return field(
    `filter-${name}`,
    label,
    html`<select class="control" id="filter-${name}" @change=${(event: Event) => onChoose({ [name]: valueOf(event) })}>
      <option value="" .selected=${chosen === ''}>${t('observation-list.filter.any')}</option>
      ${groups}
    </select>`,
  );
}

function choices(options: readonly Option[], chosen: string, { t, formats }: Words): TemplateResult[] {
  return options.map(
    ({ value, text, count }) =>
      html`<option value=${value} .selected=${value === chosen}>
        ${t('observation-list.filter.option', { text, number: formats.number(count) })}
      </option>`,
  );
}
