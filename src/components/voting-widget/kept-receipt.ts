import type { BallotService, CityPages } from '../../backend/backend.js';
import type { StatusController } from '../../controllers/status.js';
import type { Words } from '../../i18n/words.js';
import type { CodeSquares } from '../../model/code-squares.js';
import type { ReceiptCheck } from '../../model/log/check-receipt.js';
import { openLog } from '../../model/log/open-log.js';
import { receiptCode } from '../../model/vote-receipt-code.js';
import { checkVoteReceipt, type VoteReceipt } from '../../model/vote-receipt.js';
import { saveFile } from '../../parts/save-file.js';
import { cast } from './views/cast.js';
import type { FillingView } from './views/view.js';
import type { VotingHost } from './voting-host.js';

export interface KeptReceiptMeans {
  readonly status: StatusController;
  readonly ballots: () => BallotService | undefined;
  readonly pages: () => CityPages | undefined;
}

/** The receipt of a vote that was cast: checked in this browser, and given to the person to keep. */
export class KeptReceipt {
  private _receipt: VoteReceipt | undefined;
  private _checked: ReceiptCheck | undefined;
  private _qr: CodeSquares | undefined;

  constructor(
    private readonly _host: VotingHost,
    private readonly _means: KeptReceiptMeans,
  ) {}

  render(view: FillingView, receipt: VoteReceipt, { again, onChange }: { again: boolean; onChange: () => void }): unknown {
    const { words } = view;
    const address = this._addressOf(receipt);
    const kept = address ?? receiptCode(receipt);
    if (receipt !== this._receipt) void this._look(receipt, kept);
    return cast({
      ...view,
      receipt,
      again,
      checked: this._checked,
      qr: this._qr,
      address,
      onSave: () => {
        saveFile(`${receipt.ballot}-${String(receipt.index + 1)}.json`, JSON.stringify(receipt, null, 2), 'application/json');
        this._means.status.say(words.t('voting-widget.receipt.saved'));
      },
      onCopy: () => void this._copy(kept, words),
      onPrint: () => {
        print();
      },
      onChange,
    });
  }

  /** The city's page where it can be checked, with the receipt in it; nothing where the city's pages are not known. */
  private _addressOf(receipt: VoteReceipt): string | undefined {
    const page = this._means.pages()?.pageUrl({ widget: 'receipt', subject: receipt.ballot }, {});
    return page === undefined ? undefined : `${page}#receipt=${receiptCode(receipt)}`;
  }

  /** Looks for it in the log, and draws its code. What cannot be had is left out: the file and the text say the same. */
  private async _look(receipt: VoteReceipt, kept: string): Promise<void> {
    this._receipt = receipt;
    this._checked = undefined;
    this._qr = undefined;
    const nothing = (): undefined => undefined;
    const drawn = import('./qr-code.js').then(({ qrCode }) => qrCode(kept)).catch(nothing);
    const [qr, checked] = await Promise.all([drawn, this._check(receipt).catch(nothing)]);
    if (receipt !== this._receipt) return;
    this._qr = qr;
    this._checked = checked;
    this._host.requestUpdate();
  }

  private async _check(receipt: VoteReceipt): Promise<ReceiptCheck | undefined> {
    const ballots = this._means.ballots();
    return ballots?.can.log ? checkVoteReceipt(receipt, await openLog(await ballots.log(receipt.ballot))) : undefined;
  }

  private async _copy(text: string, { t }: Words): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this._means.status.say(t('voting-widget.receipt.copied'));
    } catch {
      // Pages without HTTPS have no clipboard, and people can say no: the text is then marked, to be copied by hand.
      const field = this._host.renderRoot.querySelector<HTMLTextAreaElement>('#receipt-text');
      field?.focus();
      field?.select();
      this._means.status.say(t('voting-widget.receipt.select'));
    }
  }
}
