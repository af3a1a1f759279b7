import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import type { Ballot } from '../../../model/ballot.js';
import { heading } from '../../../parts/heading.js';
import type { ReceiptFinding } from '../checked-vote-receipt.js';
import type { View } from './view.js';

type Trouble = Exclude<ReceiptFinding['type'], 'in-log' | 'other-ballot'>;

const texts: Readonly<Record<Trouble, TextKey>> = {
  unreadable: 'receipt.unreadable',
  wrong: 'receipt.wrong',
  'log-rewritten': 'receipt.log-rewritten',
  'not-checkable': 'receipt.not-checkable',
  failed: 'receipt.failed',
};

/** What this browser found out, and what it means. */
export function finding(view: View & { readonly ballot: Ballot; readonly finding: ReceiptFinding }): TemplateResult {
  const { words, level, finding: found } = view;
  const { tone, title, text } = said(view);
  return html`
    <div class="notice ${tone}" id="finding" tabindex="-1">
      ${heading(level + 1, title)}
      <p class="notice-text">${text}</p>
      ${found.type === 'in-log' ? html`<p class="notice-text muted">${words.t('receipt.proves')}</p>` : nothing}
    </div>
  `;
}

function said({ words: { t, formats }, ballot, finding: found }: Parameters<typeof finding>[0]) {
  switch (found.type) {
    case 'in-log': {
      const place = { number: formats.number(found.index + 1), time: formats.instant(found.hour, ballot.process.timeZone) };
      if (found.counted === false)
        return { tone: 'info', title: t('receipt.replaced.title'), text: t('receipt.replaced.text', place) };
      return found.counted
        ? { tone: 'success', title: t('receipt.counted.title'), text: t('receipt.counted.text', place) }
        : { tone: 'success', title: t('receipt.in-log.title'), text: t('receipt.in-log.text', place) };
    }
    case 'other-ballot':
      return { tone: 'warning', title: t('receipt.not-shown'), text: t('receipt.other-ballot', { ballot: found.ballot }) };
    default: {
      const alarming = found.type === 'wrong' || found.type === 'log-rewritten';
      return { tone: alarming ? 'error' : 'warning', title: t('receipt.not-shown'), text: t(texts[found.type]) };
    }
  }
}
