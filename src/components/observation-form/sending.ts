import type { ReactiveController } from 'lit';
import * as v from 'valibot';
import type { ObservationService, SessionService } from '../../backend/backend.js';
import { asBackendError, BackendError, type BackendErrorReason } from '../../backend/errors.js';
import type { FocusController } from '../../controllers/focus.js';
import { canonicalJson } from '../../model/log/canonical-json.js';
import { observationDraftSchema, type ObservationDraft, type ObservationReceipt } from '../../model/observation-draft.js';
import { participationOf, type Participation } from '../../model/session.js';
import { draftOf } from './entry.js';
import type { FormHost } from './form-host.js';
import type { Progress, ReadyState } from './observation-form.state.js';

export interface SendingMeans {
  readonly focus: FocusController;
  readonly observations: () => ObservationService | undefined;
  readonly session: () => SessionService | undefined;
  /** The draft's own id, by which sending twice is sending once. */
  readonly key: () => string;
  readonly lang: () => string;
  /** What was sent without an answer, and may have arrived; it is kept with the draft. */
  readonly tried: () => unknown;
  readonly onTried: (draft: ObservationDraft) => void;
  readonly onReceipt: (receipt: ObservationReceipt, ready: ReadyState) => void;
  /** The passage is gone, or reads otherwise by now. */
  readonly onChanged: () => void;
  readonly onReader: (participation: Participation) => void;
}

/** No answer is no refusal: it may have arrived. These are sent again by themselves, under the same key. */
const unanswered: readonly BackendErrorReason[] = ['offline', 'timeout', 'unavailable'];

/** How long it waits before it tries again, in milliseconds; then it goes on with the last. */
const pauses = [1_000, 4_000, 15_000, 60_000];

/** From the wish to send to the receipt, through lost networks and answers. */
export class Sending implements ReactiveController {
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _tries = 0;
  /** Counts what was begun, so that an answer to what was given up reaches nobody. */
  private _round = 0;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: SendingMeans,
  ) {
    _host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this._onOnline);
    if (this._waits) this._later();
  }

  hostDisconnected(): void {
    removeEventListener('online', this._onOnline);
    clearTimeout(this._timer);
  }

  /** Somebody pressed the button. */
  async send(): Promise<void> {
    this._tries = 0;
    await this._try();
  }

  /** No more tries by itself. What is on its way already may still arrive, and trying again is then no second observation. */
  stop(): void {
    this._round += 1;
    clearTimeout(this._timer);
    this._set({ type: 'writing', step: 'check' });
    this._means.focus.next('#step-title');
  }

  private get _waits(): boolean {
    const { state } = this._host;
    return state.type === 'ready' && state.progress.type === 'waiting';
  }

  private async _try(): Promise<void> {
    const { state } = this._host;
    const observations = this._means.observations();
    if (state.type !== 'ready' || isSending(state.progress) || !observations) return;
    clearTimeout(this._timer);
    const round = (this._round += 1);
    // What somebody is reading, or has focus in, stays in its place while it is tried again.
    this._set(state.progress.type === 'waiting' ? { ...state.progress, trying: true } : { type: 'sending' });
    try {
      if (state.terms.signIn && !(await this._mayStill(state, round))) return;
      const process = state.terms.process.id;
      const draft = draftOf(state.entry, process, this._means.lang(), this._host.helper);
      const receipt = await this._submit(observations, draft);
      if (round !== this._round) return;
      this._set({ type: 'sent', receipt });
      this._means.focus.next('#sent', true);
      this._means.onReceipt(receipt, state);
    } catch (thrown) {
      if (round === this._round) this._onFailure(thrown);
    }
  }

  /**
   * Sends a draft under its key. When an earlier text of it had arrived and its answer was lost, the key is taken: that text sent again
   * then brings the receipt that was lost.
   */
  private async _submit(observations: ObservationService, draft: ObservationDraft): Promise<ObservationReceipt> {
    const options = { idempotencyKey: this._means.key(), locale: this._means.lang() };
    const before = v.safeParse(observationDraftSchema, this._means.tried());
    this._means.onTried(draft);
    try {
      return await observations.submit(draft, options);
    } catch (thrown) {
      const sameSubject = before.success && canonicalJson(before.output.subject) === canonicalJson(draft.subject);
      if (!sameSubject || asBackendError(thrown).reason !== 'conflict') throw thrown;
      this._means.onTried(before.output);
      return await observations.submit(before.output, options);
    }
  }

  /** Somebody else may have signed in meanwhile, in this tab or another: their name is not put under it unasked. */
  private async _mayStill({ terms, as }: ReadyState, round: number): Promise<boolean> {
    const session = await this._means.session()?.current(terms.process.id);
    if (!session || round !== this._round) return round === this._round;
    const participation = participationOf(session);
    const same = participation.type === 'entitled' && (as === undefined || participation.nickname === as);
    if (same) return true;
    // That the session has ended is what they have to be told, not who may write.
    if (participation.type === 'signed-out') throw new BackendError('unauthenticated');
    this._set({ type: 'writing', step: 'check' });
    this._means.onReader(participation);
    this._means.focus.next(participation.type === 'entitled' ? '#somebody-else' : '#you');
    return false;
  }

  private _onFailure(thrown: unknown): void {
    const { reason, fields, retryAt } = asBackendError(thrown);
    if (unanswered.includes(reason)) {
      const first = this._tries === 0;
      this._set({ type: 'waiting', reason });
      if (first) this._means.focus.next('#waiting');
      this._later();
      return;
    }
    this._set({ type: 'writing', step: 'check', refused: { reason, fields, retryAt } });
    this._means.focus.next('#refusal');
    if (reason === 'conflict' || reason === 'not-found') this._means.onChanged();
    // Somebody who was signed out, or may no more, is told so where they are told who they are.
    if (reason === 'unauthenticated') this._means.onReader({ type: 'signed-out' });
  }

  private _later(): void {
    clearTimeout(this._timer);
    const pause = pauses[Math.min(this._tries, pauses.length - 1)] ?? 0;
    this._tries += 1;
    this._timer = setTimeout(() => void this._try(), pause);
  }

  private _set(progress: Progress): void {
    const { state } = this._host;
    if (state.type === 'ready') this._host.state = { ...state, progress };
  }

  private readonly _onOnline = (): void => {
    if (this._waits) void this._try();
  };
}

/** Whether it is on its way. */
export const isSending = (progress: Progress): boolean =>
  progress.type === 'sending' || (progress.type === 'waiting' && progress.trying === true);
