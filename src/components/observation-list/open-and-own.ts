import { html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '../../backend/backend.js';
import type { FocusController } from '../../controllers/focus.js';
import type { HandOverController } from '../../controllers/hand-over.js';
import type { StatusController } from '../../controllers/status.js';
import type { ObservationLine } from '../../model/observation.js';
import { heading } from '../../parts/heading.js';
import type { ListHost } from './list-reading.js';
import type { ReadyState } from './observation-list.state.js';
import type { Opened } from './opened.js';
import type { OwnObservationsSection } from './own.js';
import { line, type LineView } from './views/line.js';
import { keyOf, type OpenItems, type Place, type View } from './views/view.js';

export interface OpenMeans {
  focus: FocusController;
  status: StatusController;
  handOver: HandOverController;
  backend: () => Backend | undefined;
  locale: () => string;
  ready: () => ReadyState | undefined;
  /** What to say when a part could not be loaded. */
  failed: () => string;
  /** Something is known now of an observation. */
  onChange: (reference: string, change: Partial<ObservationLine>) => void;
  /** What belongs to the reader has changed. */
  onOwnChange: () => void;
  /** Everything has changed. */
  onListChange: () => void;
  onSignIn: (event: MouseEvent) => void;
}

/** A draft that somebody began on another site. */
interface Arrival {
  readonly reference?: unknown;
  readonly comment?: unknown;
}

/** Observations that are opened in their places, and those of the reader. What they need is loaded when somebody opens one, or has one. */
export class OpenAndOwn implements OpenItems {
  private _opened: Opened | undefined;
  private _own: OwnObservationsSection | undefined;
  private _ownAsked = false;
  /** One that the page's address names and that is not among those that are shown. */
  private _linked: string | undefined;
  private _arrived: unknown;

  constructor(
    private readonly _host: ListHost,
    private readonly _means: OpenMeans,
  ) {}

  get revision(): number {
    return this._opened?.revision ?? 0;
  }

  /** What goes along to the city's page. */
  get draft(): unknown {
    return this._opened?.draft ?? {};
  }

  has(key: string): boolean {
    return this._opened?.has(key) ?? false;
  }

  render(key: string, view: View, level: number): unknown {
    return this._opened?.render(key, view, level) ?? nothing;
  }

  /** Opens an observation in its place, or closes it. */
  async toggle(place: Place, reference: string): Promise<void> {
    const opened = await this._load();
    if (!opened) return;
    const key = keyOf(place, reference);
    if (opened.has(key)) opened.close(key);
    else opened.open(key, reference);
  }

  /**
   * Opens an observation and puts focus on it.
   *
   * @returns What finds it in the shadow root; nothing when it could not be loaded.
   */
  async lead(place: Place, reference: string): Promise<string | undefined> {
    const opened = await this._load();
    if (!opened) return undefined;
    const key = keyOf(place, reference);
    if (place === 'linked') this._linked = reference;
    if (!opened.has(key)) opened.open(key, reference);
    const selector = place === 'linked' ? '#linked-title' : `#${CSS.escape(key)}-link`;
    this._means.focus.next(selector, true);
    return selector;
  }

  /** Goes on with what somebody began on another site. Nothing is sent by it: the person still reads it and sends it, or not. */
  arrive(): void {
    const { handOver } = this._means;
    const ready = this._means.ready();
    if (ready?.reader.type !== 'known' || handOver.draft === undefined || handOver.draft === this._arrived) return;
    this._arrived = handOver.draft;
    const { reference, comment } = (handOver.draft ?? {}) as Arrival;
    if (typeof reference !== 'string') return;
    if (ready.reader.participation.type === 'entitled') handOver.done();
    void this.lead('linked', reference).then(() => {
      this._opened?.begin(keyOf('linked', reference), typeof comment === 'string' ? comment : '');
    });
  }

  /** The reader's own observations; they stand first. */
  renderOwn(lines: Omit<LineView, 'place'>): unknown {
    const reader = this._means.ready()?.reader;
    if (reader?.type !== 'known' || reader.own.observations.length === 0) return nothing;
    if (!this._own && !this._ownAsked) void this._loadOwn();
    return this._own?.render(reader.own.observations, { ...lines, place: 'own' }) ?? nothing;
  }

  /** The observation that somebody followed a link to, where it is not among those below. */
  renderLinked(lines: Omit<LineView, 'place'>): TemplateResult | typeof nothing {
    const { _linked: reference, _opened: opened } = this;
    if (reference === undefined || !opened) return nothing;
    const { words, level } = lines;
    const key = keyOf('linked', reference);
    const found = opened.observation(key);
    return html`
      <section class="linked" aria-labelledby="linked-title">
        ${heading(level + 1, words.t('observation-list.linked'), { id: 'linked-title', focusable: true })}
        ${found ? html`<div class="item">${line(found, level + 2, { ...lines, place: 'linked' })}</div>` : opened.render(key, lines, level + 1)}
      </section>
    `;
  }

  private async _load(): Promise<Opened | undefined> {
    if (this._opened) return this._opened;
    const chunk = await this._means.status.load(() => import('./opened.js'), this._means.failed());
    if (chunk) this._opened ??= new chunk.Opened(this._host, this._means);
    return this._opened;
  }

  private async _loadOwn(): Promise<void> {
    this._ownAsked = true;
    const chunk = await this._means.status.load(() => import('./own.js'), this._means.failed());
    const onListChange = (): void => {
      // What stands open shows what it was.
      this._opened?.closeOwn();
      this._means.onListChange();
    };
    if (chunk) this._own = new chunk.OwnObservationsSection(this._host, { ...this._means, onListChange });
    this._host.requestUpdate();
  }
}
