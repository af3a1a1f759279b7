import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from './view.js';

export interface DraftLineView extends FormView {
  /** Where the draft is: in this page, in this tab, or on the device until a moment. */
  readonly kept: 'page' | 'tab' | Date;
  /** Whether the person may keep it on the device. */
  readonly keepable: boolean;
  /** Whether the person was asked if it shall really be thrown away. */
  readonly deleting: boolean;
  readonly onKeep: (keep: boolean) => void;
  readonly onDelete: (sure: boolean) => void;
  readonly onStay: () => void;
}

/** The standing line: it was not sent yet, where it is kept meanwhile, and what can be done with it. */
export function draftLine(view: DraftLineView): TemplateResult {
  const { words, kept, keepable, deleting, onKeep, onDelete, onStay, form } = view;
  const { t } = words;
  const onDevice = kept instanceof Date;
  const keep = html`<button
    class="text-button"
    type="button"
    aria-pressed=${onDevice ? 'true' : 'false'}
    @click=${() => onKeep(!onDevice)}
  >
    ${t('observation-form.draft.keep')}
  </button>`;
  return html`
    <div class="draft-line">
      <p><strong>${t('observation-form.draft.not-sent')}</strong> ${keptText(view)}</p>
      <div class="draft-actions">
        ${keepable ? keep : nothing}
        <button class="text-button" type="button" @click=${() => form.saveFile()}>${t('observation-form.draft.save')}</button>
        <button class="text-button" id="delete-draft" type="button" @click=${() => onDelete(false)}>
          ${t('observation-form.draft.delete')}
        </button>
      </div>
      ${
        deleting
          ? html`<div class="sure" role="group" aria-labelledby="sure">
              <p id="sure" tabindex="-1">${t('observation-form.draft.sure')}</p>
              <div class="actions">
                <button class="button" type="button" @click=${() => onDelete(true)}>
                  ${t('observation-form.draft.delete-now')}
                </button>
                <button class="button quiet" type="button" @click=${onStay}>${t('common.cancel')}</button>
              </div>
            </div>`
          : nothing
      }
    </div>
  `;
}

function keptText({ words: { t, formats }, ready, kept }: DraftLineView): string {
  if (kept === 'page') return t('observation-form.draft.page');
  if (kept === 'tab') return t('observation-form.draft.tab');
  return t('observation-form.draft.device', { date: formats.date(kept.toISOString(), ready.terms.process.timeZone) });
}
