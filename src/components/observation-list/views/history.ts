import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { HistoryEvent, Observation } from '../../../model/observation.js';
import { stateTexts } from '../../../i18n/observation-words.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

const eventTexts: Readonly<Record<HistoryEvent, TextKey>> = {
  ...stateTexts,
  edited: 'observation-list.event.edited',
  hidden: 'observation-list.event.hidden',
  restored: 'observation-list.event.restored',
  redacted: 'observation-list.event.redacted',
  appealed: 'observation-list.event.appealed',
};

/** What happened to an observation, in order. */
export function history({ history: entries }: Observation, { words, terms }: View): TemplateResult | typeof nothing {
  const { t, formats, locale } = words;
  if (entries.length === 0) return nothing;
  return html`
    <details class="history">
      <summary>${t('observation-list.history')}</summary>
      <ol role="list">
        ${entries.map(
          ({ event, at, note }) =>
            html`<li>
              <strong>${spoken(enumText(words, eventTexts, event), locale)}</strong>
              <span class="muted">${formats.instant(at, terms.process.timeZone)}</span>
              ${note ? html`<p>${spoken(note, locale)}</p>` : nothing}
            </li>`,
        )}
      </ol>
    </details>
  `;
}
