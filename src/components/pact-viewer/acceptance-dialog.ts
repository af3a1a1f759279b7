import type { LitElement, TemplateResult } from 'lit';
import type { PactService } from '../../backend/backend.js';
import { asBackendError } from '../../backend/errors.js';
import type { FocusController } from '../../controllers/focus.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import { acceptanceDialogStyles } from './acceptance-dialog.styles.js';
import { PorticoAcceptedEvent, PorticoAcceptEvent } from './pact-viewer.events.js';
import type { AcceptanceState, PactViewerState, ReadyState } from './pact-viewer.state.js';
import { acceptanceForm, type AcceptanceFormView } from './views/acceptance-form.js';
import type { View } from './views/view.js';

export interface AcceptanceHost extends LitElement {
  state: PactViewerState;
}

export interface AcceptanceMeans {
  focus: FocusController;
  pacts: () => PactService | undefined;
  /** Shows the version that is in force now. */
  reload: () => void;
}

/** From the wish to accept to the receipt. One attempt keeps one idempotency key, so that trying again never accepts twice. */
export class AcceptanceDialog {
  isOpen = false;
  private _unticked = false;
  private _attempt: { version: number; key: string } | undefined;

  constructor(
    private readonly _host: AcceptanceHost,
    private readonly _means: AcceptanceMeans,
  ) {
    addStyles(_host, acceptanceDialogStyles);
  }

  open(): void {
    this.isOpen = true;
    this._unticked = false;
    this._host.requestUpdate();
  }

  render(view: View & Pick<AcceptanceFormView, 'acceptance' | 'signInUrl' | 'onSignIn'>): TemplateResult {
    return acceptanceForm({
      ...view,
      unticked: this._unticked,
      onSend: ticked => void this._onSend(ticked),
      onReload: () => {
        this._close();
        this._means.reload();
      },
      onClose: () => {
        this._close();
      },
    });
  }

  private _close(): void {
    this.isOpen = false;
    this._means.focus.next(this._host.renderRoot.querySelector('#accept') ? '#accept' : '#you');
  }

  private async _onSend(ticked: boolean): Promise<void> {
    const { state } = this._host;
    const pacts = this._means.pacts();
    if (state.type !== 'ready' || state.reader.type !== 'known' || state.reader.acceptance.type === 'sending' || !pacts) return;
    this._unticked = !ticked;
    this._host.requestUpdate();
    if (!ticked) {
      this._means.focus.next('.error-summary');
      return;
    }
    const { id, version } = state.pact;
    if (this._host.dispatchEvent(new PorticoAcceptEvent(id, version.number))) await this._send(state, pacts);
    else this._close();
  }

  private async _send({ pact, reader }: ReadyState, pacts: PactService): Promise<void> {
    const { id, version } = pact;
    const acceptance = reader.type === 'known' ? reader.acceptance : undefined;
    const before = acceptance && 'before' in acceptance ? acceptance.before : undefined;
    if (this._attempt?.version !== version.number) this._attempt = { version: version.number, key: randomId() };
    this._set(id, { type: 'sending', before });
    try {
      const receipt = await pacts.accept({ pact: id, version: version.number }, { idempotencyKey: this._attempt.key });
      this._attempt = undefined;
      this._set(id, { type: 'accepted', acceptance: { version: version.number, at: receipt.at, receipt } });
      this.isOpen = false;
      this._means.focus.next('#receipt');
      this._host.dispatchEvent(new PorticoAcceptedEvent(id, version.number, receipt.reference));
    } catch (thrown) {
      const { reason, retryAt } = asBackendError(thrown);
      this._set(id, { type: 'failed', reason, retryAt, before });
      this._means.focus.next('#accept-failure');
    }
  }

  /** The viewer may show another pact by the time that an answer comes. */
  private _set(pact: string, acceptance: AcceptanceState): void {
    const { state } = this._host;
    if (state.type !== 'ready' || state.pact.id !== pact || state.reader.type !== 'known') return;
    this._host.state = { ...state, reader: { ...state.reader, acceptance } };
  }
}
