import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { receiptFields } from '../../../parts/receipt-fields.js';
import type { ReceiptResult } from '../receipt-check.js';
import type { View } from './view.js';

export interface ReceiptView extends View {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** What was pasted. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly checking: boolean;
  readonly result: ReceiptResult | undefined;
  readonly onCheck: () => void;
  /** In which dates are shown; the time zone of the process when it is known. */
  readonly timeZone: string;
}

const failures: Readonly<Record<Exclude<ReceiptResult['type'], 'included'>, TextKey>> = {
  'not-included': 'follow.receipt.not-included',
  'bad-signature': 'follow.receipt.bad-signature',
  malformed: 'follow.receipt.malformed',
  'not-checkable': 'follow.receipt.not-checkable',
  unreadable: 'follow.receipt.unreadable',
  failed: 'follow.receipt.failed',
};

/** Whether what somebody saved when they sent it stands in the city's log, found out in this browser. */
export function receipt(view: ReceiptView): TemplateResult {
  const { words, open, text, checking, result, onToggle, onText, onFile, onCheck } = view;
  const { t } = words;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!checking) onCheck();
  };
  return html`
    <details
      class="receipt-check"
      .open=${open}
      @toggle=${(event: Event) => onToggle((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>${t('follow.receipt.title')}</summary>
      <form class="receipt-form" novalidate @submit=${onSubmit}>
        <p>${t('follow.receipt.text')}</p>
        ${receiptFields(words, { paste: { label: t('follow.receipt.paste') }, file: t('follow.receipt.file'), text, onText, onFile })}
        <p class="actions">
          <button class="button" type="submit" aria-disabled=${checking ? 'true' : nothing}>
            ${checking ? t('follow.receipt.checking') : t('follow.receipt.check')}
          </button>
        </p>
        ${result ? outcome(result, view) : nothing}
      </form>
    </details>
  `;
}

function outcome(result: ReceiptResult, { words: { t, formats }, timeZone }: ReceiptView): TemplateResult {
  const good = result.type === 'included';
  const text = good
    ? t('follow.receipt.included', {
        reference: result.reference ?? '',
        number: formats.number(result.index + 1),
        date: formats.instant(result.head.at, timeZone),
      })
    : t(failures[result.type]);
  const tone = good ? 'success' : result.type === 'not-included' || result.type === 'bad-signature' ? 'error' : 'warning';
  return html`<div class="notice ${tone}" id="receipt-result" tabindex="-1"><p class="notice-text">${text}</p></div>`;
}
