import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { field } from '../../../parts/field.js';
import { isSearchable, valuesOf, type OptionSearch, type OptionSort } from '../option-search.js';
import type { QuestionView } from './view.js';

const sorts: Readonly<Record<OptionSort, TextKey>> = {
  mine: 'voting-widget.sort.mine',
  cheapest: 'voting-widget.sort.cheapest',
  dearest: 'voting-widget.sort.dearest',
  title: 'voting-widget.sort.title',
};

/** Looking for something among many options. */
export function tools(view: QuestionView): TemplateResult | typeof nothing {
  const { words, question, filling } = view;
  if (!isSearchable(question)) return nothing;
  const { t } = words;
  const search = filling.search(question);
  const set = (part: Partial<OptionSearch>): void => {
    filling.setSearch(question, part);
  };
  const onInput = (event: Event): void => {
    set({ words: (event.currentTarget as HTMLInputElement).value });
  };
  const onOnly = (event: Event): void => {
    set({ onlyChosen: (event.currentTarget as HTMLInputElement).checked });
  };
  return html`
    <div class="search" role="search" aria-label=${t('voting-widget.search')}>
      ${field(
        words,
        { id: 'words', label: t('voting-widget.search') },
        html`<input class="control" id="words" type="search" autocomplete="off" .value=${search.words} @input=${onInput} />`,
      )}
      ${filter(view, 'district', search.district, set)} ${filter(view, 'category', search.category, set)}
      ${field(
        words,
        { id: 'sort', label: t('voting-widget.sort') },
        html`<select
          class="control"
          id="sort"
          @change=${(event: Event) => {
            set({ sort: valueOf(event) as OptionSort });
          }}
        >
          ${sortsOf(question).map(
            sort => html`<option value=${sort} ?selected=${sort === search.sort}>${t(sorts[sort])}</option>`,
          )}
        </select>`,
      )}
      <div class="choice">
        <input type="checkbox" id="only" .checked=${search.onlyChosen} @change=${onOnly} />
        <label for="only">${t('voting-widget.search.only-chosen')}</label>
      </div>
    </div>
  `;
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement).value;

const sortsOf = ({ options }: QuestionView['question']): OptionSort[] =>
  options.some(({ cost }) => cost !== undefined) ? ['mine', 'cheapest', 'dearest', 'title'] : ['mine', 'title'];

function filter(
  { words, question }: QuestionView,
  part: 'district' | 'category',
  chosen: string,
  set: (part: Partial<OptionSearch>) => void,
): TemplateResult | typeof nothing {
  const values = valuesOf(question.options, part);
  if (values.length < 2) return nothing;
  const { t } = words;
  const label = part === 'district' ? t('voting-widget.search.district') : t('voting-widget.search.category');
  return field(
    words,
    { id: part, label },
    html`<select
      class="control"
      id=${part}
      @change=${(event: Event) => {
        set({ [part]: valueOf(event) });
      }}
    >
      <option value="">${t('voting-widget.search.all')}</option>
      ${values.map(
        ({ value, label: name }) =>
          html`<option value=${value} lang=${name?.lang} ?selected=${value === chosen}>${name?.text ?? value}</option>`,
      )}
    </select>`,
  );
}
