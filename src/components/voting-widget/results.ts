import { html, type TemplateResult } from 'lit';
import type { BallotService } from '../../backend/backend.js';
import { asBackendError } from '../../backend/errors.js';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import { addStyles } from '../../internal/add-styles.js';
import type { BallotResults } from '../../model/ballot-results.js';
import { notice } from '../../parts/notice.js';
import type { Recount } from './recount.js';
import { resultsStyles } from './results.styles.js';
import { results } from './views/results.js';
import type { FillingView } from './views/view.js';
import type { VotingHost } from './voting-host.js';

export interface ResultsMeans {
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly ballots: () => BallotService | undefined;
}

type Read =
  | { readonly type: 'reading' }
  | { readonly type: 'there'; readonly results: BallotResults }
  /** Nothing to be seen yet. */
  | { readonly type: 'none' }
  | { readonly type: 'failed' };

/** How counting again went. */
export type RecountState =
  { readonly type: 'counting' } | { readonly type: 'counted'; readonly recount: Recount } | { readonly type: 'failed' };

/** What came of a ballot, and counting it again. */
export class Results {
  private _read: Read | undefined;
  private _of = '';
  private _recount: RecountState | undefined;

  constructor(
    private readonly _host: VotingHost,
    private readonly _means: ResultsMeans,
  ) {
    addStyles(_host, resultsStyles);
  }

  /** They may have changed. */
  renew(): void {
    this._of = '';
  }

  render(view: FillingView): TemplateResult {
    const { words, ready } = view;
    const { t } = words;
    const { id, results: rule, status } = ready.ballot;
    const wanted = `${id} ${status.value} ${ready.reader.type}`;
    if (wanted !== this._of) {
      this._of = wanted;
      void this._fetch(id, rule.value === 'for-voters' && status.value === 'open');
    }
    switch (this._read?.type) {
      case 'there':
        return results({
          ...view,
          results: this._read.results,
          recount: this._recount,
          onRecount: () => void this._count(view),
        });
      case 'none':
        return html`<p class="muted">${t('voting-widget.results.none')}</p>`;
      case 'failed': {
        const onRetry = (): void => {
          this.renew();
          this._host.requestUpdate();
        };
        const actions = html`<button class="button" type="button" @click=${onRetry}>${t('common.retry')}</button>`;
        return notice({ tone: 'warning', text: t('voting-widget.results.failed'), actions });
      }
      default:
        return html`<p class="muted">${t('voting-widget.loading')}</p>`;
    }
  }

  /** @param own - Whether only those who have voted see them. */
  private async _fetch(id: string, own: boolean): Promise<void> {
    const ballots = this._means.ballots();
    if (!ballots) return;
    const wanted = this._of;
    if (this._read?.type !== 'there') this._read = { type: 'reading' };
    const read: Read = await ballots.results(id, { own }).then(
      found => ({ type: 'there', results: found }),
      (error: unknown) => {
        const { reason } = asBackendError(error);
        return { type: reason === 'not-found' || reason === 'unauthenticated' ? 'none' : 'failed' };
      },
    );
    if (wanted !== this._of) return;
    this._read = read;
    this._host.requestUpdate();
  }

  private async _count({ ready: { ballot }, words: { t } }: FillingView): Promise<void> {
    const ballots = this._means.ballots();
    if (!ballots || this._read?.type !== 'there' || this._recount?.type === 'counting') return;
    const official = this._read.results;
    this._recount = { type: 'counting' };
    this._means.status.say(t('voting-widget.recount.counting'));
    try {
      const { recount } = await import('./recount.js');
      this._recount = { type: 'counted', recount: await recount(ballot, official, await ballots.votes(ballot.id)) };
    } catch {
      this._recount = { type: 'failed' };
    }
    this._means.status.say('');
    this._means.focus.next('#recounted');
  }
}
