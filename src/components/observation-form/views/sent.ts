import { html, nothing, type TemplateResult } from 'lit';
import type { ObservationReceipt } from '../../../model/observation-draft.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import { isAmendment } from '../entry.js';
import { quoted, subjectName } from './passage-name.js';
import type { FormView } from './view.js';

export interface SentView extends FormView {
  readonly receipt: ObservationReceipt;
  /** What this browser found out about the receipt. */
  readonly checked: unknown;
  /** Whether an earlier text of this draft had arrived before, and stands under this number. */
  readonly earlier: boolean;
  readonly onCopy: () => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
  readonly onFollow: () => void;
  readonly onAnother: () => void;
}

/** It was received: everything that a person needs to come back with. */
export function sent(view: SentView): TemplateResult {
  const { words, ready, level, helper, receipt, checked, earlier } = view;
  const { t, formats, locale } = words;
  const { reference, at, next, by, url } = receipt;
  const zone = ready.terms.process.timeZone;
  const steps = next ?? ready.terms.next;
  const until = by ?? ready.terms.by;
  return html`
    <div class="sent">
      ${heading(level + 1, helper ? t('observation-form.sent.title-helper') : t('observation-form.sent.title'), { id: 'sent', focusable: true })}
      <p>${t('observation-form.sent.number')}</p>
      <p class="reference"><bdi>${url === undefined ? reference : link(url, reference)}</bdi></p>
      <p>${t('observation-form.sent.at', { date: formats.instant(at, zone), reference })}</p>
      ${earlier ? html`<p class="field-error">${t('observation-form.sent.earlier')}</p>` : nothing}
      <p>
        <strong>${t('observation-form.next.title')}</strong> ${spoken(steps, locale)}
        ${until === undefined ? nothing : t('observation-form.next.by', { date: formats.date(until, zone) })}
      </p>
      <p class="checked">${checked}</p>
      ${earlier ? nothing : whatWasSent(view)} ${actions(view)}
    </div>
  `;
}

/** On paper a receipt says what it is for. */
function whatWasSent(view: SentView): TemplateResult {
  const { entry } = view.ready;
  return html`
    <div class="print-only">
      <p><strong>${subjectName(view)}</strong></p>
      ${quoted(view)} ${isAmendment(entry) ? html`<div class="written" dir="auto" .textContent=${entry.after}></div>` : nothing}
      <div class="written" dir="auto" .textContent=${entry.text}></div>
    </div>
  `;
}

function actions({ words: { t }, helper, onCopy, onSave, onPrint, onFollow, onAnother }: SentView): TemplateResult {
  const follow = html`<button class="button" type="button" @click=${onFollow}>${t('observation-form.sent.follow')}</button>`;
  return html`
    <div class="actions">
      ${
        helper
          ? html`<button class="button primary" id="next-person" type="button" @click=${onAnother}>
              ${t('observation-form.sent.next-person')}
            </button>`
          : follow
      }
      <button class="button" type="button" @click=${onPrint}>${t('observation-form.sent.print')}</button>
      <button class="button" type="button" @click=${onSave}>${t('observation-form.sent.save')}</button>
      <button class="button quiet" type="button" @click=${onCopy}>${t('observation-form.sent.copy')}</button>
      ${
        helper
          ? nothing
          : html`<button class="button quiet" type="button" @click=${onAnother}>${t('observation-form.sent.another')}</button>`
      }
    </div>
    ${helper ? html`<p class="muted">${t('observation-form.sent.clears')}</p>` : html`<p class="muted">${t('observation-form.sent.keep')}</p>`}
  `;
}
