import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptCheck } from '../../../model/log/check-receipt.js';
import { receiptCode } from '../../../model/vote-receipt-code.js';
import type { VoteReceipt } from '../../../model/vote-receipt.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import type { CodeSquares } from '../../../model/code-squares.js';
import type { View } from './view.js';

export interface CastView extends View {
  readonly receipt: VoteReceipt;
  /** Whether it took the place of an earlier vote. */
  readonly again: boolean;
  /** What this browser found in the log; nothing while it looks, and where it cannot. */
  readonly checked: ReceiptCheck | undefined;
  readonly qr: CodeSquares | undefined;
  /** The city's page where the receipt can be checked, with the receipt in it. */
  readonly address: string | undefined;
  readonly onSave: () => void;
  readonly onCopy: () => void;
  readonly onPrint: () => void;
  readonly onChange: () => void;
}

/** The vote has been cast: what to keep of it, what it proves and what not, and what comes next. */
export function cast(view: CastView): TemplateResult {
  const { words, level, receipt, again, ready, onChange } = view;
  const { t, formats, locale } = words;
  const { ballot } = ready;
  const zone = ballot.process.timeZone;
  const number = formats.number(receipt.index + 1);
  return html`
    <section class="cast" aria-labelledby="cast-title">
      ${heading(level + 1, again ? t('voting-widget.cast.changed') : t('voting-widget.cast.title'), {
        id: 'cast-title',
        focusable: true,
      })}
      <p>${t('voting-widget.cast.what', { number, time: formats.instant(receipt.hour, zone) })}</p>
      ${inLog(view)}
      <p class="muted">${t('voting-widget.cast.proves')}</p>
      ${receiptParts(view)}
      ${ballot.next ? html`<p><strong>${t('voting-widget.next')}</strong> ${spoken(ballot.next, locale)}</p>` : nothing}
      ${
        ballot.changeable && ballot.status.value === 'open'
          ? html`<p>
              ${t('voting-widget.voted.changeable', { time: formats.instant(ballot.closes, zone) })}
              <button class="button quiet" type="button" @click=${onChange}>${t('voting-widget.voted.change')}</button>
            </p>`
          : nothing
      }
    </section>
  `;
}

function inLog({ words: { t, formats }, checked }: CastView): TemplateResult | typeof nothing {
  switch (checked?.type) {
    case undefined:
    case 'not-checkable':
      return nothing;
    case 'included':
      return html`<p class="in-log">${t('voting-widget.cast.in-log', { number: formats.number(checked.index + 1) })}</p>`;
    default:
      return html`<p class="field-error">${t('voting-widget.cast.not-in-log')}</p>`;
  }
}

function receiptParts({ words: { t }, level, receipt, qr, address, onSave, onCopy, onPrint }: CastView): TemplateResult {
  return html`
    <div class="receipt">
      ${heading(level + 2, t('voting-widget.receipt.title'))}
      <div class="actions">
        <button class="button" type="button" @click=${onSave}>${t('voting-widget.receipt.save')}</button>
        <button class="button" type="button" @click=${onPrint}>${t('common.print')}</button>
        <button class="button" type="button" @click=${onCopy}>${t('voting-widget.receipt.copy')}</button>
        ${address === undefined ? nothing : html`<a class="button quiet" href=${address}>${t('voting-widget.receipt.check')}</a>`}
      </div>
      <details class="receipt-more">
        <summary>${t('voting-widget.receipt.show')}</summary>
        <textarea
          class="control"
          id="receipt-text"
          rows="4"
          readonly
          dir="ltr"
          spellcheck="false"
          aria-label=${t('voting-widget.receipt.title')}
          .value=${receiptCode(receipt)}
        ></textarea>
        ${
          qr
            ? html`<svg
                class="qr"
                viewBox=${qr.view}
                role="img"
                aria-label=${t('voting-widget.receipt.qr')}
                shape-rendering="crispEdges"
              >
                <rect x=${qr.start} y=${qr.start} width=${qr.whole} height=${qr.whole} fill="#fff" />
                <path fill="#000" d=${qr.path} />
              </svg>`
            : nothing
        }
      </details>
    </div>
  `;
}
