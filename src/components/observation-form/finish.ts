import * as v from 'valibot';
import { nothing } from 'lit';
import type { ObservationService } from '../../backend/backend.js';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import type { Words } from '../../i18n/words.js';
import { addStyles } from '../../internal/add-styles.js';
import { observationReceiptSchema, type ObservationReceipt } from '../../model/observation-draft.js';
import type { Participation } from '../../model/session.js';
import { tidied } from '../../model/written-text.js';
import { saveFile } from '../../parts/save-file.js';
import { saveDraftFile } from './draft-file.js';
import { finishStyles } from './finish.styles.js';
import type { FormHost } from './form-host.js';
import { PorticoFollowEvent, PorticoSubmitEvent, PorticoSubmittedEvent } from './observation-form.events.js';
import type { ReadyState } from './observation-form.state.js';
import { checked, checkedText, type Checked } from './receipt-check.js';
import { isSending, Sending, type SendingMeans } from './sending.js';
import { check, type CheckView } from './views/check.js';
import { sent } from './views/sent.js';
import type { FormView } from './views/view.js';

export interface FinishMeans extends Omit<SendingMeans, 'onReceipt'> {
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly observations: () => ObservationService | undefined;
  /** The draft is done; its receipt stays in the tab. */
  readonly onReceipt: (receipt: ObservationReceipt) => void;
  readonly onReader: (participation: Participation) => void;
  /** What is missing anywhere; leads there, and then nothing is sent. */
  readonly complete: () => boolean;
  /** The nickname is known to the person now. */
  readonly takeName: () => void;
  readonly another: () => void;
}

/** How long a receipt stays in front of a helper, in milliseconds: the next person must not read it. */
const clearsAfter = 5 * 60 * 1000;

/** The last steps: checking, sending, and the receipt. Loaded while somebody writes, so that it is there when the network is not. */
export class Finish {
  private readonly _sending: Sending;
  private _checked: Checked = { type: 'unknown' };
  private _checkedReceipt: ObservationReceipt | undefined;
  private _clear: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: FinishMeans,
  ) {
    addStyles(_host, finishStyles);
    this._sending = new Sending(_host, {
      ..._means,
      onReceipt: (receipt, ready) => {
        this._onReceipt(receipt, ready);
      },
    });
  }

  /** A receipt that was kept with a draft; nothing when it is none. */
  receiptOf(kept: unknown): ObservationReceipt | undefined {
    const parsed = v.safeParse(observationReceiptSchema, kept);
    return parsed.success ? parsed.output : undefined;
  }

  saveDraft(ready: ReadyState, words: Words): void {
    saveDraftFile(ready, words);
    this._means.status.say(words.t('observation-form.draft.saved'));
  }

  render(view: FormView & Pick<CheckView, 'difference' | 'missing'>): unknown {
    const { ready } = view;
    if (ready.progress.type === 'sent') return this._renderSent(view, ready.progress.receipt);
    const { participation } = ready.reader.type === 'known' ? ready.reader : { participation: undefined };
    const nickname = participation?.type === 'entitled' ? participation.nickname : undefined;
    return check({
      ...view,
      somebodyElse: ready.as !== undefined && nickname !== undefined && nickname !== ready.as ? nickname : undefined,
      onTakeName: this._means.takeName,
      onSend: () => void this._onSend(view),
      onStop: () => {
        this._sending.stop();
      },
      onSaveFile: () => {
        this.saveDraft(ready, view.words);
      },
    });
  }

  private _renderSent(view: FormView, receipt: ObservationReceipt): unknown {
    const { words, ready } = view;
    const { t } = words;
    void this._look(receipt, ready);
    const { reference } = receipt;
    const process = ready.terms.process.id;
    return sent({
      ...view,
      receipt,
      checked: this._means.observations() ? checkedText(words, this._checked) : nothing,
      earlier: isEarlier(receipt, ready),
      onCopy: () => void this._copy(reference, words),
      onSave: () => {
        saveFile(`${reference}.json`, JSON.stringify(receipt, null, 2), 'application/json');
        this._means.status.say(t('observation-form.sent.saved'));
      },
      onPrint: () => {
        print();
      },
      onFollow: () => {
        const go = this._host.dispatchEvent(new PorticoFollowEvent(process, reference));
        if (go && receipt.url !== undefined) location.assign(receipt.url);
      },
      onAnother: () => {
        clearTimeout(this._clear);
        this._means.another();
      },
    });
  }

  private async _onSend({ ready, words }: FormView): Promise<void> {
    const { progress, entry, terms, as, reader } = ready;
    if (isSending(progress)) {
      this._means.status.say(words.t('observation-form.sending'));
      return;
    }
    if (!this._means.complete()) return;
    const nickname =
      reader.type === 'known' && reader.participation.type === 'entitled' ? reader.participation.nickname : undefined;
    if (nickname !== undefined && as !== undefined && nickname !== as) {
      this._means.focus.next('#somebody-else');
      return;
    }
    if (terms.signIn && reader.type === 'known' && nickname === undefined) {
      this._means.focus.next('#you');
      return;
    }
    const { document, passage } = entry;
    const detail = {
      process: terms.process.id,
      ...(document !== undefined && { document }),
      ...(passage !== undefined && { passage }),
    };
    if (this._host.dispatchEvent(new PorticoSubmitEvent(detail))) await this._sending.send();
  }

  private _onReceipt(receipt: ObservationReceipt, { terms }: ReadyState): void {
    this._means.onReceipt(receipt);
    this._means.status.say('');
    this._host.dispatchEvent(new PorticoSubmittedEvent(terms.process.id, receipt.reference));
    if (!this._host.helper) return;
    clearTimeout(this._clear);
    this._clear = setTimeout(this._means.another, clearsAfter);
  }

  private async _look(receipt: ObservationReceipt, ready: ReadyState): Promise<void> {
    const observations = this._means.observations();
    if (receipt === this._checkedReceipt || !observations) return;
    this._checkedReceipt = receipt;
    this._checked = { type: 'checking' };
    const found = await checked(observations, ready.terms.process.id, receipt);
    if (receipt !== this._checkedReceipt) return;
    this._checked = found;
    this._host.requestUpdate();
  }

  private async _copy(reference: string, { t }: Words): Promise<void> {
    try {
      await navigator.clipboard.writeText(reference);
      this._means.status.say(t('observation-form.sent.copied'));
    } catch {
      // Pages without HTTPS have no clipboard, and people can say no: the number is then marked, to be copied by hand.
      const number = this._host.renderRoot.querySelector('.reference');
      if (number) getSelection()?.selectAllChildren(number);
      this._means.status.say(t('observation-form.sent.select'));
    }
  }
}

/** Whether what the city received is not what stands in the form: an earlier try had arrived, and its answer was lost. */
function isEarlier({ content }: ObservationReceipt, { entry }: ReadyState): boolean {
  const { draft } = content as { draft?: { text?: unknown; wording?: { after?: unknown } } };
  if (typeof draft?.text !== 'string') return false;
  const after = draft.wording?.after;
  return tidied(draft.text) !== tidied(entry.text) || (typeof after === 'string' && tidied(after) !== tidied(entry.after));
}
