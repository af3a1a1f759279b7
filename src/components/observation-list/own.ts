import { html, nothing, type TemplateResult } from 'lit';
import { asBackendError, type BackendError } from '../../backend/errors.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import type { OwnObservation } from '../../model/observation.js';
import { dialog, dialogStyles } from '../../parts/dialog.js';
import { heading } from '../../parts/heading.js';
import type { EditForm } from './edit-form.js';
import type { ListHost } from './list-reading.js';
import { PorticoEditObservationEvent, PorticoObservationWithdrawnEvent } from './observation-list.events.js';
import type { OpenMeans } from './open-and-own.js';
import { line, nameOf, type LineView } from './views/line.js';
import { keyOf, type View } from './views/view.js';
import { writeFailure } from './views/write-failure.js';

interface Withdrawing {
  readonly reference: string;
  readonly key: string;
  readonly sending?: boolean;
  readonly failed?: BackendError;
}

/** The reader's own observations, which can be edited and withdrawn while observations are taken. */
export class OwnObservationsSection {
  private _edit: EditForm | undefined;
  private _withdrawing: Withdrawing | undefined;

  constructor(
    private readonly _host: ListHost,
    private readonly _means: OpenMeans,
  ) {
    addStyles(_host, [dialogStyles]);
  }

  render(observations: readonly OwnObservation[], view: LineView): TemplateResult {
    const { words, level } = view;
    const { t } = words;
    const leaving = observations.find(({ reference }) => reference === this._withdrawing?.reference);
    return html`
      <section class="own" aria-labelledby="own-title">
        ${heading(level + 1, t('observation-list.own'), { id: 'own-title', focusable: true })}
        <ul class="items" role="list">
          ${observations.map(
            own =>
              html`<li class="item">
                ${this._edit?.isFor(own.reference) ? this._edit.render(view, level + 2) : line(own, level + 2, view, this._renderActions(own, view))}
              </li>`,
          )}
        </ul>
        ${leaving ? this._renderWithdrawal(leaving, view) : nothing}
      </section>
    `;
  }

  private _renderActions(own: OwnObservation, { words }: View): unknown {
    const { t } = words;
    const can = this._means.backend()?.observations?.can.edit ?? false;
    if (!own.editable || !can) return nothing;
    const key = keyOf('own', own.reference);
    const { reference } = own;
    return html`
      <p class="actions">
        <button
          class="button"
          id="${key}-edit"
          type="button"
          aria-label=${t('observation-list.edit-one', { reference })}
          @click=${() => void this._onEdit(own)}
        >
          ${t('observation-list.edit')}
        </button>
        <button
          class="button quiet"
          id="${key}-withdraw"
          type="button"
          aria-label=${t('observation-list.withdraw-one', { reference })}
          @click=${() => {
            this._set({ reference, key: randomId() });
          }}
        >
          ${t('observation-list.withdraw')}
        </button>
      </p>
    `;
  }

  private _renderWithdrawal(own: OwnObservation, { words, level }: View): TemplateResult {
    const { t } = words;
    const { failed, sending } = this._withdrawing ?? {};
    return dialog({
      level: level + 2,
      title: t('observation-list.withdraw.title'),
      close: t('common.cancel'),
      onClose: () => {
        this._closeWithdrawal();
      },
      content: html`
        ${failed ? html`<p class="field-error" id="withdraw-failure" tabindex="-1">${writeFailure(words, failed)}</p>` : nothing}
        <p><strong>${own.reference}</strong> ${nameOf(own, words)}</p>
        <p>${t('observation-list.withdraw.text')}</p>
        <p class="actions">
          <button
            class="button primary"
            type="button"
            aria-disabled=${sending ? 'true' : nothing}
            @click=${() => void this._onWithdraw(words)}
          >
            ${sending ? t('observation-list.sending') : t('observation-list.withdraw.confirm')}
          </button>
        </p>
      `,
    });
  }

  /** The page can open its own form. Otherwise a small one opens in place. */
  private async _onEdit(own: OwnObservation): Promise<void> {
    const { reference, subject } = own;
    if (!this._host.dispatchEvent(new PorticoEditObservationEvent(subject.process, reference))) return;
    const chunk = await this._means.status.load(() => import('./edit-form.js'), this._means.failed());
    if (!chunk) return;
    this._edit = new chunk.EditForm(this._host, this._means, own, changed => {
      this._edit = undefined;
      this._host.requestUpdate();
      this._means.focus.next(`#${CSS.escape(keyOf('own', reference))}-${changed ? 'link' : 'edit'}`);
      if (changed) this._means.onListChange();
    });
    this._host.requestUpdate();
  }

  private async _onWithdraw({ t }: View['words']): Promise<void> {
    const withdrawing = this._withdrawing;
    const observations = this._means.backend()?.observations;
    if (!withdrawing || withdrawing.sending || !observations) return;
    const { reference, key } = withdrawing;
    this._set({ reference, key, sending: true });
    try {
      await observations.withdraw(reference, { idempotencyKey: key, locale: this._means.locale() });
      this._set(undefined);
      this._means.status.say(t('observation-list.withdraw.done', { reference }));
      this._means.focus.next(`#${CSS.escape(keyOf('own', reference))}-link`);
      const process = this._means.ready()?.terms.process.id ?? '';
      this._host.dispatchEvent(new PorticoObservationWithdrawnEvent(process, reference));
      this._means.onListChange();
    } catch (error) {
      this._set({ reference, key, failed: asBackendError(error) });
      this._means.focus.next('#withdraw-failure');
    }
  }

  private _closeWithdrawal(): void {
    const reference = this._withdrawing?.reference ?? '';
    this._set(undefined);
    this._means.focus.next(`#${CSS.escape(keyOf('own', reference))}-withdraw`);
  }

  private _set(withdrawing: Withdrawing | undefined): void {
    this._withdrawing = withdrawing;
    this._host.requestUpdate();
  }
}
