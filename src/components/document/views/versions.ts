import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentVersion } from '../../../model/document.js';
import { disclosure } from '../../../parts/disclosure.js';
import { spoken } from '../../../parts/spoken.js';
import { dateOf, statusBadge } from './header.js';
import type { View } from './view.js';

export interface VersionsView extends View {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Whether older versions can be read. */
  readonly readable: boolean;
  readonly onRead: (version: number) => void;
  /** The comparison, which is loaded when the list is opened. */
  readonly comparison: unknown;
}

/** Every version of the document, the newest first, and what changed between two of them. */
export function versions(view: VersionsView): TemplateResult | typeof nothing {
  const { words, document, level, open, onToggle, comparison } = view;
  if (document.versions.length < 2) return nothing;
  return disclosure({
    id: 'versions',
    level: level + 1,
    label: words.t('common.versions'),
    hint: words.formats.number(document.versions.length),
    open,
    onToggle,
    content: html`
      <ul class="versions" role="list">
        ${document.versions.toReversed().map(version => html`<li>${summary(version, view)}</li>`)}
      </ul>
      ${comparison}
    `,
  });
}

function summary(version: DocumentVersion, view: VersionsView): TemplateResult {
  const { words, document, readable, onRead } = view;
  const { t, locale } = words;
  const { number, note } = version;
  const isThis = number === document.version.number;
  return html`
    <p class="version-line">
      <strong>${t('common.version-number', { number })}</strong>
      ${statusBadge(version, words)} ${isThis ? html`<span class="muted">${t('common.versions.this')}</span>` : nothing}
    </p>
    <p>${dateOf(version, view)}</p>
    ${note ? html`<p>${spoken(note, locale)}</p>` : nothing}
    ${
      isThis || !readable
        ? nothing
        : html`<button class="button quiet" type="button" @click=${() => onRead(number)}>
            ${t('common.versions.read-number', { number })}
          </button>`
    }
  `;
}
