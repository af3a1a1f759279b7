import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';
import type { Option } from '../../../model/ballot.js';
import { link } from '../../../parts/link.js';
import { language } from '../../../parts/spoken.js';

/** What not everybody wants to read of an option. */
export function optionMore(words: Words, { title, description, picture, url }: Option): TemplateResult | typeof nothing {
  const { t, locale } = words;
  if (!description && !picture && url === undefined) return nothing;
  return html`<details class="more">
    <summary>${t('voting-widget.option.more')}<span class="visually-hidden">: ${title.text}</span></summary>
    ${picture ? html`<img src=${picture.url} alt=${picture.alt.text} loading="lazy" />` : nothing}
    ${description ? paragraphs(description, locale) : nothing}
    ${url === undefined ? nothing : html`<p>${link(url, t('voting-widget.option.page'))}</p>`}
  </details>`;
}

function paragraphs({ text, lang: tag }: { text: string; lang: string }, locale: string): TemplateResult {
  const { lang, dir } = language(tag, locale);
  return html`<div class="description" lang=${lang} dir=${dir}>${text.split(/\n{2,}/).map(each => html`<p>${each}</p>`)}</div>`;
}
