import type { LitElement, ReactiveController } from 'lit';
import type { HandOver, SessionService, TakenOver } from '../backend/backend.js';
import { randomId } from '../internal/random-id.js';
import type { HandedDraft } from '../model/handed-draft.js';

/** How long a person waits for a draft to be left before they go without it, in milliseconds. */
const patience = 5_000;

/** What a widget has to say about itself, so that somebody can go on with it on the city's page. */
export interface HandingOver {
  /** Name of the widget, without `portico-`. */
  widget: string;
  session: () => SessionService | undefined;
  /** Id of what is shown; nothing while there is nothing. */
  subject: () => string | undefined;
  /** What the city's page is told in its address. */
  query: () => Parameters<HandOver['pageUrl']>[1];
  /** What was chosen or typed, for the city's page alone. */
  draft: () => unknown;
  /** Tells the page before anything happens; false when the page takes over. */
  wish: (url: string) => boolean;
}

/** Both ends of the way from a page where nobody can be known to the city's own page. */
export class HandOverController implements ReactiveController {
  /** Whether a draft is being left. */
  busy = false;
  /** What somebody began on another site, until it is used; on the city's own page only. */
  draft: unknown;
  /** The page where it began. */
  back: string | undefined;
  private _taken: TakenOver | undefined;
  private _asked: readonly unknown[] = [];

  constructor(
    private readonly _host: LitElement,
    private readonly _own: HandingOver,
  ) {
    _host.addController(this);
  }

  /** The city's page with this widget, where one has to go there to take part. */
  get url(): string | undefined {
    const place = this._place;
    return place && this._own.session()?.handOver?.pageUrl(place, this._own.query());
  }

  /** For the click on the link to the city's page. It works without us, and then a draft does not come along. */
  readonly onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const { url, _place: place } = this;
    const handOver = this._own.session()?.handOver;
    if (!url || !place || !handOver) return;
    event.preventDefault();
    if (!this.busy && this._own.wish(url))
      void this._leave(handOver, { ...place, draft: this._own.draft(), back: location.href }, url);
  };

  /** The draft was used; the way back stays. */
  done(): void {
    this.draft = undefined;
    this._taken?.done();
  }

  hostUpdated(): void {
    const session = this._own.session();
    const place = this._place;
    if (!session?.takeOver || !place) return;
    const asked = [session, place.subject];
    if (asked.every((each, index) => each === this._asked[index])) return;
    this._asked = asked;
    this._take(undefined);
    session.takeOver(place).then(
      taken => {
        if (this._asked !== asked || !taken) return;
        this._take(taken);
        this._host.requestUpdate();
      },
      // It was fetched before, or its hour is over. The page is then what it is for everybody.
      () => undefined,
    );
  }

  private get _place(): { widget: string; subject: string } | undefined {
    const subject = this._own.subject();
    return subject === undefined ? undefined : { widget: this._own.widget, subject };
  }

  private _take(taken: TakenOver | undefined): void {
    this._taken = taken;
    this.draft = taken?.draft;
    this.back = taken?.back;
  }

  private async _leave(handOver: HandOver, draft: HandedDraft, url: string): Promise<void> {
    this._setBusy(true);
    // Where the draft cannot be left (no HTTPS, a site that is not on the city's list, no network), the page itself still works.
    const options = { idempotencyKey: randomId(), signal: AbortSignal.timeout(patience) };
    const fragment = await handOver.leave(draft, options).catch(() => undefined);
    this._setBusy(false);
    if (this._host.isConnected) open(fragment === undefined ? url : `${url}#${fragment}`, '_top');
  }

  private _setBusy(busy: boolean): void {
    this.busy = busy;
    this._host.requestUpdate();
  }
}
