import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment } from '../../../model/pact.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

/** The files that belong to the pact. Format, size and language stand in the link, so that nobody is surprised by a download. */
export function documents({ words, pact, level }: View): TemplateResult | typeof nothing {
  const { attachments } = pact.version;
  if (attachments.length === 0) return nothing;
  return html`
    <section aria-labelledby="documents">
      ${heading(level + 1, words.t('pact-viewer.documents'), { id: 'documents' })}
      <ul class="documents" role="list">
        ${attachments.map(file => html`<li>${document(file, words)}</li>`)}
      </ul>
    </section>
  `;
}

function document({ title, url, format, bytes, lang }: Attachment, { formats, locale }: View['words']): TemplateResult {
  const facts = [format, bytes === undefined ? '' : formats.bytes(bytes), lang === undefined ? '' : formats.language(lang)];
  const content = html`${spoken(title, locale)}
    <span class="file-facts">(${facts.filter(fact => fact !== '').join(', ')})</span>`;
  return link(url, content);
}
