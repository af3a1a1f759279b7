import { html, nothing, type TemplateResult } from 'lit';
import type { Acceptance } from '../../../model/pact.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import type { ReaderState } from '../pact-viewer.state.js';
import type { View } from './view.js';
import type { YouView } from './you.js';

/** Acceptance of the version in force: asked for, asked for again, or given, with its receipt. */
export function acceptance(view: YouView, reader: Extract<ReaderState, { type: 'known' }>): TemplateResult | typeof nothing {
  const { words, pact } = view;
  const { t } = words;
  const { acceptance: state, participation } = reader;
  const { number } = pact.version;
  switch (state.type) {
    case 'not-asked':
      return nothing;
    case 'accepted':
      return receipt(view, state.acceptance);
    case 'elsewhere':
      return html`<p>
        ${t('pact-viewer.accept.elsewhere')}
        ${pact.url === undefined ? nothing : link(pact.url, t('pact-viewer.accept.elsewhere-link'))}
      </p>`;
    default: {
      const before = 'before' in state ? state.before : undefined;
      const text = before
        ? t('pact-viewer.accept.outdated', { ...when(view, before), before: before.version, number })
        : t('pact-viewer.accept.needed', { number });
      // Somebody who may not take part, or whom the backend does not know yet, is told so above; accepting comes after that.
      if (participation.type !== 'entitled') return before ? html`<p>${text}</p>` : nothing;
      return html`
        <p>${text}</p>
        <p>
          <button class="button primary" id="accept" type="button" @click=${view.onAccept}>
            ${t('pact-viewer.accept.button')}
          </button>
        </p>
      `;
    }
  }
}

const when = ({ words, pact }: View, { at }: Acceptance): { date: string } => ({
  date: words.formats.instant(at, pact.process.timeZone),
});

/** Everything that a person needs to come back with later. */
function receipt(view: YouView, accepted: Acceptance): TemplateResult {
  const { words, pact, level } = view;
  const { t, formats, locale } = words;
  const { reference, next, by, url } = accepted.receipt;
  return html`
    <p>${t('pact-viewer.accept.accepted', { number: accepted.version, ...when(view, accepted) })}</p>
    <div class="receipt">
      ${heading(level + 3, t('pact-viewer.accept.receipt'), { id: 'receipt', focusable: true })}
      <p class="reference">${url === undefined ? reference : link(url, reference)}</p>
      ${next ? html`<p><strong>${t('pact-viewer.accept.next')}</strong> ${spoken(next, locale)}</p>` : nothing}
      ${
        by === undefined
          ? nothing
          : html`<p><strong>${t('pact-viewer.accept.by')}</strong> ${formats.date(by, pact.process.timeZone)}</p>`
      }
    </div>
  `;
}
