import { nothing, type TemplateResult } from 'lit';
import type { HandOverController } from '../../controllers/hand-over.js';
import type { StatusController } from '../../controllers/status.js';
import type { AcceptanceDialog, AcceptanceHost, AcceptanceMeans } from './acceptance-dialog.js';
import type { ReaderState, ReadyState } from './pact-viewer.state.js';
import type { View } from './views/view.js';
import type { SignIn } from './views/you.js';

/** The way to the acceptance dialog. The dialog itself is loaded when somebody wants to accept, since most readers never do. */
export class AcceptanceFlow {
  private _dialog: AcceptanceDialog | undefined;
  private _arrived: unknown;

  constructor(
    private readonly _host: AcceptanceHost,
    private readonly _means: AcceptanceMeans & { status: StatusController },
  ) {}

  /** @param failed - What to say when the connection is lost on the way. */
  async open(failed: string): Promise<void> {
    if (!this._dialog) {
      const chunk = await this._means.status.load(() => import('./acceptance-dialog.js'), failed);
      if (chunk) this._dialog = new chunk.AcceptanceDialog(this._host, this._means);
    }
    this._dialog?.open();
  }

  /**
   * Goes on with what somebody began on another site, as soon as the city knows that they may; until then it leads to what they have to
   * do first. Nothing is accepted by it: the person still reads what they accept and ticks the box, since anybody could have made the link.
   *
   * @param failed - What to say when the connection is lost on the way.
   */
  goOn({ pact, reader }: ReadyState, handOver: Pick<HandOverController, 'draft' | 'done'>, failed: string): void {
    const { accept, version } = (handOver.draft ?? {}) as { accept?: unknown; version?: unknown };
    if (accept !== true || version !== pact.version.number || reader.type !== 'known') return;
    const { participation, acceptance } = reader;
    if (participation.type !== 'entitled') {
      if (this._arrived !== handOver.draft) this._means.focus.next('#you', true);
      this._arrived = handOver.draft;
      return;
    }
    handOver.done();
    if (acceptance.type === 'needed' || acceptance.type === 'outdated') void this.open(failed);
  }

  render(view: View, reader: ReaderState, signIn: SignIn): TemplateResult | typeof nothing {
    if (!this._dialog?.isOpen || reader.type !== 'known') return nothing;
    return this._dialog.render({ ...view, ...signIn, acceptance: reader.acceptance });
  }

  /** What a fresh answer about the reader changes: not what is on its way, and not what the person is just being told. */
  keep(before: ReaderState, after: Extract<ReaderState, { type: 'known' }>): ReaderState {
    if (before.type !== 'known' || after.acceptance.type === 'accepted') return after;
    const { acceptance } = before;
    const kept = acceptance.type === 'sending' || (acceptance.type === 'failed' && this._dialog?.isOpen);
    return kept ? { ...after, acceptance } : after;
  }
}
