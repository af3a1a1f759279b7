import { html, type TemplateResult } from 'lit';
import type { FocusController } from '../../controllers/focus.js';
import { addStyles } from '../../internal/add-styles.js';
import { icalendar } from '../../model/calendar.js';
import type { VoteReceipt } from '../../model/vote-receipt.js';
import { notice } from '../../parts/notice.js';
import { saveFile } from '../../parts/save-file.js';
import { Casting } from './casting.js';
import { isComplete } from './complete.js';
import { voteOf } from './entry.js';
import type { FillingIn } from './filling-in.js';
import { fitting } from './fitting.js';
import { KeptReceipt, type KeptReceiptMeans } from './kept-receipt.js';
import { finishStyles } from './finish.styles.js';
import { entitlement } from './views/entitlement.js';
import { votedAlready } from './views/voted-already.js';
import { OpeningHours } from './opening-hours.js';
import { check, type CheckView } from './views/check.js';
import { refusal } from './views/refusal.js';
import { problemText } from './views/problem-text.js';
import type { FillingView } from './views/view.js';
import type { VotingHost } from './voting-host.js';
import { PorticoCastEvent, PorticoVotedEvent } from './voting-widget.events.js';
import { hasVoted, type ReadyState } from './voting-widget.state.js';

export interface FinishMeans extends KeptReceiptMeans {
  readonly focus: FocusController;
  readonly filling: FillingIn;
  /** What is known of the person has changed: it has to be asked again. */
  readonly onPersonChanged: () => void;
  /** The ballot is not what it was: it has to be read again. */
  readonly onBallotChanged: () => void;
}

/** The last steps: checking, casting, and the receipt. Loaded while somebody chooses, so that it is there when the network is not. */
export class Finish {
  /** What somebody is told who is known and may not vote. */
  readonly entitlement = entitlement;
  readonly fitting = fitting;
  readonly explain = problemText;
  private readonly _casting = new Casting();
  private readonly _kept: KeptReceipt;
  /** The vote that waits for the network. */
  private _waiting: FillingView | undefined;

  constructor(
    private readonly _host: VotingHost,
    private readonly _means: FinishMeans,
  ) {
    addStyles(_host, finishStyles);
    this._kept = new KeptReceipt(_host, _means);
    new OpeningHours(_host, () => {
      this._means.onBallotChanged();
    });
    _host.addController({
      hostConnected: () => {
        addEventListener('online', this._onOnline);
      },
      hostDisconnected: () => {
        removeEventListener('online', this._onOnline);
      },
    });
  }

  /** Whoever was here has gone. */
  forget(): void {
    this._casting.forget();
    this._waiting = undefined;
  }

  /** Why nobody can vote now. It can close while somebody casts: they are told. */
  closed(view: FillingView): unknown {
    const { words, ready } = view;
    const { t } = words;
    const why = refusal(this._checkView(view));
    switch (ready.ballot.status.value) {
      case 'counted':
        return why;
      case 'not-yet-open':
        return notice({ tone: 'info', text: t('voting-widget.not-yet-open.text'), actions: this._calendar(view) });
      default:
        return html`${why} ${notice({ tone: 'info', text: t('voting-widget.counting.text') })}`;
    }
  }

  /** Somebody has voted before and comes back. */
  votedAlready(view: FillingView): unknown {
    return votedAlready(view, () => {
      this._changeVote(view.ready);
    });
  }

  render(view: FillingView): unknown {
    const { progress } = view.ready;
    if (progress.type !== 'cast') return check(this._checkView(view));
    const onChange = (): void => {
      this._changeVote(view.ready);
    };
    return this._kept.render(view, progress.receipt, { again: progress.again, onChange });
  }

  /** The times of a ballot for the person's own calendar. */
  private _calendar(view: FillingView): TemplateResult {
    const { t } = view.words;
    const { id, title, about, opens, closes, process } = view.ready.ballot;
    const onClick = (): void => {
      const uid = `ballot-${id}@${location.hostname || 'portico'}`;
      const { timeZone } = process;
      const entry = { uid, title: title.text, description: about?.text, url: process.url, start: opens, end: closes, timeZone };
      saveFile(`${id}.ics`, icalendar(entry, new Date()), 'text/calendar');
    };
    return html`<button class="button" type="button" @click=${onClick}>${t('voting-widget.calendar')}</button>`;
  }

  private _checkView(view: FillingView): CheckView {
    return {
      ...view,
      onCast: () => void this._onCast(view),
      onSeeChanges: () => {
        this._means.onBallotChanged();
        this._means.filling.begin();
        this._means.status.say(view.words.t('voting-widget.reloaded'));
      },
    };
  }

  private _changeVote(ready: ReadyState): void {
    this._host.state = { ...ready, changing: true, entries: {} };
    this._means.filling.begin();
  }

  private async _onCast(view: FillingView): Promise<void> {
    const { words } = view;
    const { state } = this._host;
    // What was drawn can be older than a click that has just been: two clicks are one vote.
    if (state.type !== 'ready') return;
    const { reader, progress, ballot } = state;
    if (progress.type === 'casting') {
      this._means.status.say(words.t('voting-widget.casting'));
      return;
    }
    if (!isComplete(state, this._means.filling)) return;
    // Of whom it is not known yet, the server says it.
    const refused = reader.type === 'known' && reader.own.verification.status.value !== 'granted';
    if (refused || reader.type === 'signed-out') {
      this._means.focus.next('#you');
      return;
    }
    if (this._host.dispatchEvent(new PorticoCastEvent(ballot.id))) await this._cast({ ...view, ready: state });
  }

  private readonly _onOnline = (): void => {
    const { state } = this._host;
    const view = this._waiting;
    if (view && state.type === 'ready' && state.progress.type === 'waiting') void this._cast({ ...view, ready: state });
  };

  private async _cast(view: FillingView): Promise<void> {
    const { ready, words } = view;
    const ballots = this._means.ballots();
    const { filling, focus, status } = this._means;
    if (!ballots) return;
    const again = hasVoted(ready);
    const step = Number.MAX_SAFE_INTEGER;
    filling.setProgress({ type: 'casting' });
    status.say(words.t('voting-widget.casting'));
    const outcome = await this._casting.cast(ballots, voteOf(ready.ballot, ready.entries), words.locale);
    status.say('');
    switch (outcome.type) {
      case 'cast':
        this._forgetChoices(ready, outcome.receipt, again);
        focus.next('#cast-title', true);
        this._host.dispatchEvent(new PorticoVotedEvent(ready.ballot.id));
        this._means.onPersonChanged();
        break;
      case 'no-answer':
        this._waiting = view;
        filling.setProgress({ type: 'waiting' });
        focus.next('#waiting');
        break;
      case 'refused': {
        const { reason } = outcome.refused;
        // Whoever signed out or was somebody else in between has to be asked for anew.
        if (reason === 'unauthenticated' || reason === 'not-entitled') {
          this._casting.forget();
          this._means.onPersonChanged();
        }
        if (reason === 'closed') this._means.onBallotChanged();
        filling.setProgress({ type: 'filling-in', step, refused: outcome.refused });
        focus.next('#refused');
      }
    }
  }

  /** How somebody voted does not stay in the page: the next person at this device must not find it. */
  private _forgetChoices(before: ReadyState, receipt: VoteReceipt, again: boolean): void {
    const { state } = this._host;
    const ready = state.type === 'ready' ? state : before;
    this._casting.forget();
    this._waiting = undefined;
    this._host.state = { ...ready, entries: {}, changing: false, progress: { type: 'cast', receipt, again } };
  }
}
