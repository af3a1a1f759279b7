import { html, nothing, type TemplateResult } from 'lit';
import type { ObservationService } from '../../backend/backend.js';
import type { Words } from '../../i18n/words.js';
import { checkReceipt, type ReceiptCheck } from '../../model/log/check-receipt.js';
import { openLog } from '../../model/log/open-log.js';
import type { ObservationReceipt } from '../../model/observation-draft.js';

/** What this browser knows of a receipt. */
export type Checked = { type: 'checking' } | { type: 'unknown' } | ReceiptCheck;

/** Checks a receipt against the log of its process, in this browser: nobody has to be believed. */
export async function checked(
  observations: ObservationService,
  process: string,
  { content, proof }: ObservationReceipt,
): Promise<Checked> {
  if (!observations.can.log) return { type: 'unknown' };
  try {
    return await checkReceipt(content, proof, await openLog(await observations.log(process)));
  } catch {
    return { type: 'unknown' };
  }
}

/** What the person is told of it. */
export function checkedText({ t, formats }: Words, check: Checked): TemplateResult | typeof nothing {
  switch (check.type) {
    case 'checking':
      return html`<span class="muted">${t('observation-form.log.checking')}</span>`;
    case 'included':
      return html`<span class="in-log">${t('observation-form.log.included', { number: formats.number(check.index + 1) })}</span>`;
    case 'not-included':
    case 'bad-signature':
    case 'malformed':
      return html`<span class="field-error">${t('observation-form.log.wrong')}</span>`;
    default:
      return html`<span class="muted">${t('observation-form.log.unknown')}</span>`;
  }
}
