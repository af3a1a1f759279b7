import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many stand there at once: a screen and what is below it. */
const atOnce = 2;

/** In milliseconds: a page that is never idle still gets the rest. */
const patience = 200;

/**
 * Draws a long list little by little, while the browser has nothing better to do. All at once would keep a slow phone from showing the
 * first of it for seconds.
 */
export class GradualController implements ReactiveController {
  /** How many are drawn. */
  count = atOnce;
  /** How long one takes to draw here, in milliseconds. */
  private _cost = patience;
  private _began: { readonly at: number; readonly count: number } | undefined;
  private _end: (() => void) | undefined;

  /** @param _total - How many there are. */
  constructor(
    private readonly _host: ReactiveControllerHost & Pick<HTMLElement, 'isConnected'>,
    private readonly _total: () => number,
  ) {
    _host.addController(this);
  }

  /** Begins again, since there is another list. */
  reset(): void {
    this.count = atOnce;
  }

  hostConnected(): void {
    this._host.requestUpdate();
  }

  hostUpdated(): void {
    if (this._began) this._cost = Math.max(1, (performance.now() - this._began.at) / this._began.count);
    this._began = undefined;
    if (this._end || this.count >= this._total() || !this._host.isConnected) return;
    this._end = whenIdle(idle => {
      this._end = undefined;
      const count = Math.min(this._total() - this.count, Math.max(1, Math.floor(idle / this._cost)));
      this._began = { at: performance.now(), count: Math.max(1, count) };
      this.count += Math.max(0, count);
      this._host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this._end?.();
    this._end = undefined;
  }
}

/**
 * Safari has no idle time to ask for.
 *
 * @param then - Called with how much of it there is, in milliseconds.
 */
function whenIdle(then: (idle: number) => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(then, 30, 10);
    return () => {
      clearTimeout(timer);
    };
  }
  const asked = requestIdleCallback(deadline => then(deadline.timeRemaining()), { timeout: patience });
  return () => {
    cancelIdleCallback(asked);
  };
}
