import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';
import type { ContentsLine } from '../../../model/document.js';
import { language, spoken } from '../../../parts/spoken.js';
import type { ReadyState } from '../observation-form.state.js';

/** How people call a passage, as plain text: 'Art. 3 – Mobilità'. */
export const plainName = ({ label, title, id }: Pick<ContentsLine, 'label' | 'title' | 'id'>): string =>
  [label?.text, title?.text].filter(part => part !== undefined && part !== '').join(' – ') || id;

/** What the observation is on, in words. */
export function subjectName({ words, ready }: { words: Words; ready: ReadyState }): TemplateResult | string {
  const { t, locale } = words;
  const { subject, entry, terms } = ready;
  const line = subject.document?.contents.find(({ id }) => id === entry.passage);
  if (line) return spoken({ text: plainName(line), lang: (line.title ?? line.label)?.lang }, locale);
  if (entry.document !== undefined && subject.document) {
    return html`${t('observation-form.where.whole')} ${spoken(subject.document.title, locale)}`;
  }
  return spoken(terms.process.title, locale);
}

/** The chosen words of a passage, as a quotation. */
export function quoted({ words, ready }: { words: Words; ready: ReadyState }): TemplateResult | typeof nothing {
  const { quote } = ready.entry;
  if (!quote) return nothing;
  const passage = ready.subject.passage;
  const marks = passage?.type === 'here' ? language(passage.lang, words.locale) : { lang: nothing, dir: nothing };
  return html`<blockquote class="quote" lang=${marks.lang} dir=${marks.dir} .textContent=${quote.exact}></blockquote>`;
}
