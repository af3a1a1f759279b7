import type { LitElement, ReactiveController } from 'lit';

/** Moves focus to something that the next update brings, because a person asked for it. */
export class FocusController implements ReactiveController {
  private _selector: string | undefined;
  private _toTop = false;

  constructor(private readonly _host: LitElement) {
    _host.addController(this);
  }

  /**
   * Puts focus on the first match in the shadow root once it is rendered; until it is, the wish stays.
   *
   * @param selector - A heading has to be focusable: `tabindex="-1"`.
   * @param toTop - Whether it is what the person wants to read from, and so scrolls to the top of the window.
   */
  next(selector: string, toTop = false): void {
    this._selector = selector;
    this._toTop = toTop;
    this._host.requestUpdate();
  }

  hostUpdated(): void {
    if (this._selector === undefined) return;
    const target = this._host.renderRoot.querySelector<HTMLElement>(this._selector);
    if (!target) return;
    this._selector = undefined;
    this._put(target, this._toTop ? 'start' : 'nearest', 10);
  }

  /** WebKit puts no focus on what it has not drawn yet, and says nothing of it; so for some frames it is tried again. */
  private _put(target: HTMLElement, block: ScrollLogicalPosition, tries: number): void {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block });
    if (tries === 0 || target.matches(':focus') || this._selector !== undefined) return;
    requestAnimationFrame(() => {
      if (target.isConnected) this._put(target, block, tries - 1);
    });
  }
}
