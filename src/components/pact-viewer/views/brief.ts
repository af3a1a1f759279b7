import { html, nothing, type TemplateResult } from 'lit';
import { readingMinutes } from '../../../model/reading-time.js';
import { plainParagraphs } from '../../../model/richtext.js';
import type { Text } from '../../../model/text.js';
import { heading } from '../../../parts/heading.js';
import { richText, type RichTextOptions } from '../../../parts/richtext.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

/** What a person needs to know before anything else, in plain words. */
export function brief({ words: { t, locale }, pact, level }: View, term: RichTextOptions['term']): TemplateResult {
  const { brief: text } = pact.version;
  const count = readingMinutes(plainParagraphs(text.blocks));
  return html`
    <section aria-labelledby="brief" part="brief">
      ${heading(level + 1, t('pact-viewer.in-brief'), { id: 'brief', focusable: true })}
      <p class="muted">${t('pact-viewer.reading-time', { count })}</p>
      ${richText(text, { locale, level: level + 1, scope: 'brief', term })}
    </section>
  `;
}

/** What is decided and, said as plainly, what is not. */
export function decisions({ words, pact, level }: View): TemplateResult {
  const { t, locale } = words;
  const { decided, notDecided } = pact.version;
  const list = (id: string, title: string, items: readonly Text[]): TemplateResult | typeof nothing => {
    if (items.length === 0) return nothing;
    return html`
      <section aria-labelledby=${id} class=${id}>
        ${heading(level + 1, title, { id })}
        <ul role="list">
          ${items.map(item => html`<li>${spoken(item, locale)}</li>`)}
        </ul>
      </section>
    `;
  };
  return html`<div class="decisions">
    ${list('decided', t('pact-viewer.decided'), decided)} ${list('not-decided', t('pact-viewer.not-decided'), notDecided)}
  </div>`;
}
