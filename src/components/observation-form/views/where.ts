import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContentsLine } from '../../../model/document.js';
import type { TextQuote } from '../../../model/text-quote.js';
import { described, field } from '../../../parts/field.js';
import { isForeign, language } from '../../../parts/spoken.js';
import { plainName } from './passage-name.js';
import { passageState } from './passage-state.js';
import type { FormView } from './view.js';

export interface WhereView extends FormView {
  /** The words of the passage, sentence by sentence; loaded when somebody wants to choose some. */
  readonly picker: unknown;
  readonly onPick: () => void;
}

/** The process itself, which is no document. */
const process = '*';

/** What the observation is on: the whole, or one passage, or some words of it. */
export function where(view: WhereView): TemplateResult {
  const { words, ready, form, error } = view;
  const { t } = words;
  const { document } = ready.subject;
  const text = {
    id: 'where',
    label: t('observation-form.where.label'),
    hint: t('observation-form.where.hint'),
    error: error('where'),
  };
  const { describedBy, invalid } = described(text);
  const chosen = ready.entry.document === undefined ? process : (ready.entry.passage ?? '');
  const onChange = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    if (value === process) form.setSubject({});
    else form.setSubject({ ...(document && { document: document.id }), ...(value !== '' && { passage: value }) });
  };
  const select = html`
    <select
      class="control"
      id="where"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(chosen)}
      @change=${onChange}
    >
      <option value=${process} ?selected=${chosen === process}>${t('observation-form.where.process')}</option>
      <option value="" ?selected=${chosen === ''}>${t('observation-form.where.document')}</option>
      ${(document?.contents ?? []).map(line => option(line, chosen))}
    </select>
  `;
  return html`${field(words, text, select)} ${passage(view)}`;
}

/** How deep a passage lies is shown by blanks, since a list of options knows no other way. */
const option = (line: ContentsLine, chosen: string): TemplateResult =>
  html`<option value=${line.id} ?selected=${line.id === chosen}>
    ${'\u00A0\u00A0'.repeat(line.level - 1)}${plainName(line)}
  </option>`;

function passage(view: WhereView): unknown {
  const { words, ready, picker, onPick } = view;
  const { t, locale } = words;
  const shown = ready.subject.passage;
  if (ready.entry.passage === undefined || !shown) return nothing;
  if (shown.type !== 'here') return passageState(view);
  if (picker !== nothing) return picker;
  const { quote } = ready.entry;
  const marks = language(shown.lang, locale);
  const binding = t('observation-form.where.binding', { language: words.formats.language(shown.lang) });
  return html`
    ${isForeign(shown.lang, locale) ? html`<p class="field-hint">${binding}</p>` : nothing}
    <div class="wording" lang=${marks.lang} dir=${marks.dir}>${marked(shown.text, quote)}</div>
    ${quote ? html`<p class="visually-hidden">${t('observation-form.pick.chosen', { words: quote.exact })}</p>` : nothing}
    ${
      shown.text === '' || !shown.observable
        ? nothing
        : html`<p>
            <button class="button" id="pick" type="button" @click=${onPick}>
              ${quote ? t('observation-form.where.pick-again') : t('observation-form.where.pick')}
            </button>
          </p>`
    }
  `;
}

/** The words of a passage, with those that were chosen shown as chosen. They stand in it as they were quoted: it was read with them. */
function marked(text: string, quote: TextQuote | undefined): unknown {
  if (!quote) return text;
  const { prefix, exact, suffix } = quote;
  const around = text.indexOf(prefix + exact + suffix);
  const start = around < 0 ? text.indexOf(exact) : around + prefix.length;
  if (start < 0) return text;
  const end = start + exact.length;
  return html`${text.slice(0, start)}<mark class="chosen">${text.slice(start, end)}</mark>${text.slice(end)}`;
}
