import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps something where it is on the screen while what stands before it is still being drawn. Browsers do so by themselves (scroll
 * anchoring), but WebKit does not, and others not right after a script has scrolled.
 */
export class HeldPlaceController implements ReactiveController {
  private _selector: string | undefined;
  private _top: number | undefined;

  constructor(
    private readonly _host: LitElement,
    private readonly _drawing: () => boolean,
  ) {
    _host.addController(this);
  }

  /** Holds what the selector finds in the shadow root until all is drawn. */
  hold(selector: string): void {
    this._selector = selector;
  }

  hostUpdate(): void {
    this._top = this._measured();
  }

  hostUpdated(): void {
    const [before, now] = [this._top, this._measured()];
    if (before !== undefined && now !== undefined && Math.abs(now - before) >= 1)
      scrollBy({ top: now - before, behavior: 'instant' });
    if (!this._drawing()) this._selector = undefined;
  }

  private _measured(): number | undefined {
    if (this._selector === undefined) return undefined;
    return this._host.renderRoot.querySelector(this._selector)?.getBoundingClientRect().top;
  }
}
