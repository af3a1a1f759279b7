import type { ReactiveController } from 'lit';
import { ServerClock } from '../../internal/server-clock.js';
import type { VotingHost } from './voting-host.js';

/** Longer waits overflow the timers of browsers; whoever leaves a page open for a day can wait. In milliseconds. */
const longest = 24 * 3_600_000;

/** Looks again when a ballot opens or closes while somebody has the page open, by the server's clock. */
export class OpeningHours implements ReactiveController {
  private readonly _clock = new ServerClock();
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _asOf: string | undefined;

  constructor(
    private readonly _host: VotingHost,
    private readonly _onTime: () => void,
  ) {
    _host.addController(this);
  }

  hostUpdated(): void {
    const { state } = this._host;
    const asOf = state.type === 'ready' ? state.ballot.asOf : undefined;
    if (asOf === this._asOf) return;
    this._asOf = asOf;
    this._clock.set(asOf);
    clearTimeout(this._timer);
    const now = this._clock.now()?.getTime();
    if (state.type !== 'ready' || now === undefined) return;
    const { opens, closes } = state.ballot;
    const next = [opens, closes].map(instant => Date.parse(instant) - now).find(wait => wait > 0);
    // A little later: an answer from before can lie in a cache for some seconds.
    if (next !== undefined && next < longest) this._timer = setTimeout(this._onTime, next + 6_000);
  }

  hostDisconnected(): void {
    clearTimeout(this._timer);
    this._asOf = undefined;
  }
}
