import type { LitElement, ReactiveController } from 'lit';

/** Moves focus to something that the next update brings, because a person asked for it. */
export class FocusController implements ReactiveController {
  private _selector: string | undefined;
  private _toTop = false;
  /** What gets focus. A later wish takes its place. */
  private _target: HTMLElement | undefined;

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
    this._target = undefined;
    this._toTop = toTop;
    this._host.requestUpdate();
  }

  hostUpdated(): void {
    if (this._selector === undefined) return;
    const target = this._host.renderRoot.querySelector<HTMLElement>(this._selector);
    if (!target) return;
    this._selector = undefined;
    this._target = target;
    this._put(target, 60);
  }

  /**
   * WebKit puts no focus on what it has not drawn yet, and says nothing of it; so for some frames it is tried again, unless another wish
   * came or the person went on by themselves.
   */
  private _put(target: HTMLElement, tries: number): void {
    const root = target.getRootNode() as ShadowRoot;
    target.focus({ preventScroll: true });
    // At once: on a page that scrolls smoothly, words and keyboard would be in two places for a while, on a long page for seconds.
    target.scrollIntoView({ block: this._toTop ? 'start' : 'nearest', behavior: 'instant' });
    const { activeElement } = root;
    if (tries === 0 || activeElement === target) return;
    requestAnimationFrame(() => {
      if (this._target === target && (root.activeElement ?? activeElement) === activeElement) this._put(target, tries - 1);
    });
  }
}
