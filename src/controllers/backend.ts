import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Backend } from '../backend/backend.js';
import { backendContext } from '../backend/context.js';

/** How long a widget waits for a provider before it says that there is none, in milliseconds. One that comes later is still heard. */
const patience = 4_000;

/** The backend that an ancestor of the widget, or the page, gives it. */
export class BackendController implements ReactiveController {
  private readonly _consumer: ContextConsumer<typeof backendContext, LitElement>;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _waitedInVain = false;

  constructor(private readonly _host: LitElement) {
    this._consumer = new ContextConsumer(_host, { context: backendContext, subscribe: true });
    _host.addController(this);
  }

  get value(): Backend | undefined {
    return this._consumer.value;
  }

  /** Whether nobody gave a backend in the time that pages need to load. */
  get missing(): boolean {
    return this._waitedInVain && !this.value;
  }

  hostConnected(): void {
    this._timer = setTimeout(() => {
      this._waitedInVain = true;
      this._host.requestUpdate();
    }, patience);
  }

  hostDisconnected(): void {
    clearTimeout(this._timer);
  }
}
