import type { LitElement, ReactiveController } from 'lit';

/** How far from what is seen something is near: about a screen and a half, so that it is here before the reader is. */
const margin = '1200px 0px';

/** Says when the reader comes near to something that waits for it. */
export class NearbyController implements ReactiveController {
  private _observer: IntersectionObserver | undefined;
  private readonly _watched = new Set<Element>();

  /** @param _selector - What waits. Once it no longer matches it is left alone, and is watched anew when it matches again. */
  constructor(
    private readonly _host: LitElement,
    private readonly _selector: string,
    private readonly _onNear: (element: HTMLElement) => void,
  ) {
    _host.addController(this);
  }

  hostUpdated(): void {
    if (!this._host.isConnected) return;
    this._observer ??= new IntersectionObserver(entries => this._onSeen(entries), { rootMargin: margin });
    const waiting = new Set(this._host.renderRoot.querySelectorAll(this._selector));
    for (const element of this._watched) if (!waiting.has(element)) this._leave(element);
    for (const element of waiting) if (!this._watched.has(element)) this._watch(element);
  }

  hostConnected(): void {
    this._host.requestUpdate();
  }

  hostDisconnected(): void {
    this._observer?.disconnect();
    this._observer = undefined;
    this._watched.clear();
  }

  private _watch(element: Element): void {
    this._watched.add(element);
    this._observer?.observe(element);
  }

  private _leave(element: Element): void {
    this._watched.delete(element);
    this._observer?.unobserve(element);
  }

  private _onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) if (isIntersecting) this._onNear(target as HTMLElement);
  }
}
