import { html, nothing, type TemplateResult } from 'lit';
import { enumText } from '../../../i18n/words.js';
import type { PactVersionSummary } from '../../../model/pact.js';
import { badge } from '../../../parts/badge.js';
import { disclosure } from '../../../parts/disclosure.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import { statusTexts, toneOf } from './header.js';
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

/** Every version of the pact, the newest first, and what changed between two of them. */
export function versions(view: VersionsView): TemplateResult | typeof nothing {
  const { words, pact, level, open, onToggle, comparison } = view;
  if (pact.versions.length < 2) return nothing;
  return disclosure({
    id: 'versions',
    level: level + 1,
    label: words.t('common.versions'),
    hint: words.formats.number(pact.versions.length),
    open,
    onToggle,
    content: html`
      <ul class="versions" role="list">
        ${pact.versions.toReversed().map(version => html`<li>${summary(version, view)}</li>`)}
      </ul>
      ${comparison}
    `,
  });
}

function summary({ number, status, act, note }: PactVersionSummary, view: VersionsView): TemplateResult {
  const { words, pact, readable, onRead } = view;
  const { t, formats, locale } = words;
  const isThis = number === pact.version.number;
  const date = act && formats.date(act.date, pact.process.timeZone);
  const adopted = act && t('common.act-text', { kind: act.kind.text, number: act.number, date: date ?? '' });
  return html`
    <p class="version-line">
      <strong>${t('common.version-number', { number })}</strong>
      ${badge(toneOf(status.value), spoken(enumText(words, statusTexts, status), locale))}
      ${isThis ? html`<span class="muted">${t('common.versions.this')}</span>` : nothing}
    </p>
    ${adopted ? html`<p>${act.url === undefined ? adopted : link(act.url, adopted)}</p>` : nothing}
    ${note ? html`<p>${spoken(note, locale)}</p>` : nothing}
    ${
      isThis || !readable
        ? nothing
        : html`<button class="text-button" type="button" @click=${() => onRead(number)}>
            ${t('common.versions.read-number', { number })}
          </button>`
    }
  `;
}
