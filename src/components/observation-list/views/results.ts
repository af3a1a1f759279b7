import { html, nothing, type TemplateResult } from 'lit';
import { failure } from '../../../parts/failure.js';
import { heading } from '../../../parts/heading.js';
import { notice } from '../../../parts/notice.js';
import { narrows, type Choice } from '../choice.js';
import type { FoundResults, Results } from '../observation-list.state.js';
import type { LineView } from './line.js';
import { pages, type PagesView } from './pages.js';
import { section } from './section.js';

export interface ResultsView extends LineView, Omit<PagesView, 'results'> {
  readonly results: Results;
  readonly choice: Choice;
  /** How many sections are drawn. */
  readonly drawn: number;
  /** Sections that somebody was led into. */
  readonly reached: ReadonlySet<number>;
  /** Whether other results are on their way. */
  readonly pending: boolean;
  /** Shows everything again. */
  readonly onClear: () => void;
  readonly onRetry: () => void;
}

/** What was found: how many, and section by section. */
export function results(view: ResultsView): TemplateResult {
  const { results: shown, words, level, pending, onRetry } = view;
  const { t } = words;
  if (shown.type === 'failed') {
    const notFound = { title: t('observation-list.not-found.title'), text: t('observation-list.not-found.text') };
    return html`<section class="results" tabindex="-1" id="results-title">
      ${failure({ words, level: level + 1, state: shown.failure, notFound, onRetry })}
    </section>`;
  }
  return html`
    <section class="results ${pending ? 'pending' : ''}" aria-labelledby="results-title">
      <div class="results-head">
        ${heading(level + 1, title(view, shown), { id: 'results-title', focusable: true })}
        ${narrows(view.choice) ? html`<button class="button quiet" type="button" @click=${view.onClear}>${t('observation-list.clear')}</button>` : nothing}
      </div>
      ${shown.total === 0 ? empty(view) : found(view, shown)}
    </section>
  `;
}

const title = ({ words: { t }, choice }: ResultsView, { total: count }: FoundResults): string =>
  narrows(choice) ? t('observation-list.found', { count }) : t('observation-list.everything', { count });

function empty({ words: { t }, choice }: ResultsView): TemplateResult {
  const text = narrows(choice) ? t('observation-list.nothing-found') : t('observation-list.empty');
  return notice({ tone: 'info', text });
}

function found(view: ResultsView, shown: FoundResults): TemplateResult {
  const { drawn, reached } = view;
  return html`
    <div class="sections">
      ${shown.sections.map((each, index) =>
        section({
          ...view,
          section: each,
          index,
          total: shown.total,
          drawn: index < drawn || reached.has(index),
          reached: reached.has(index),
        }),
      )}
    </div>
    ${pages({ ...view, results: shown })}
  `;
}
