import type { LitElement, ReactiveController } from 'lit';

/** Where on the screen people begin to read, as a share of its height: just below where a passage is when somebody was led to it. */
const eyes = 0.1;

/** Follows which passage is being read. One hit test for each frame: to measure thousands of passages would cost more than a frame. */
export class ReadingPlaceController implements ReactiveController {
  private _asked = 0;

  constructor(
    private readonly _host: LitElement,
    private readonly _onPlace: (passage: string) => void,
  ) {
    _host.addController(this);
  }

  hostConnected(): void {
    // Scrolls do not bubble, and a page may scroll inside an element of its own.
    document.addEventListener('scroll', this._onScroll, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('scroll', this._onScroll, { capture: true });
    cancelAnimationFrame(this._asked);
    this._asked = 0;
  }

  private readonly _onScroll = (): void => {
    if (this._asked !== 0) return;
    this._asked = requestAnimationFrame(() => {
      this._asked = 0;
      this._look();
    });
  };

  private _look(): void {
    const root = this._host.shadowRoot;
    const place = root?.querySelector('.passages')?.getBoundingClientRect();
    if (!root || !place) return;
    // All that is there, since a page may have a bar of its own in front.
    const seen = root.elementsFromPoint(place.left + place.width / 2, innerHeight * eyes);
    const passage = seen.find(element => element.matches('[data-passage]'))?.getAttribute('data-passage') ?? undefined;
    if (passage !== undefined) this._onPlace(passage);
  }
}
