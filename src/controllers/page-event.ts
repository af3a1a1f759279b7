import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears what other widgets of the page say, as the page itself does: widgets know each other by their events alone. */
export class PageEventController<Detail> implements ReactiveController {
  /** @param _onEvent - Takes a wish over by `preventDefault`. */
  constructor(
    host: ReactiveControllerHost,
    private readonly _type: string,
    private readonly _onEvent: (event: CustomEvent<Detail>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(this._type, this._listener);
  }

  hostDisconnected(): void {
    document.removeEventListener(this._type, this._listener);
  }

  private readonly _listener = (event: Event): void => {
    this._onEvent(event as CustomEvent<Detail>);
  };
}
