import type { LitElement, ReactiveController } from 'lit';
import type { ObservationService } from '../../backend/backend.js';
import type { ObservationFilter, ObservationSort } from '../../model/observation.js';
import {
  countOf,
  foundIn,
  sectionLength,
  withLines,
  type FoundResults,
  type ObservationListState,
} from './observation-list.state.js';

export interface ResultHost extends LitElement {
  state: ObservationListState;
}

/** What is asked for, page by page. */
export interface Search {
  readonly observations: ObservationService;
  readonly filter: ObservationFilter;
  readonly sort: ObservationSort;
  readonly locale: string;
}

/** How many are asked for at once where all of them are needed; a backend may give fewer. */
const many = 100;

/** Reads the pages that follow the first one. A page begins where the one before ended, so they come one after another. */
export class ResultReader implements ReactiveController {
  private _abort = new AbortController();
  private _running: Promise<boolean> | undefined;

  /** @param _search - What the results on the screen came from. */
  constructor(
    private readonly _host: ResultHost,
    private readonly _search: () => Search | undefined,
  ) {
    _host.addController(this);
  }

  hostDisconnected(): void {
    this.giveUp();
  }

  /** Ends what is on its way, since there are other results now or the widget left the page. */
  giveUp(): void {
    this._abort.abort();
    this._abort = new AbortController();
    this._running = undefined;
    const results = foundIn(this._host.state);
    if (results?.more === 'loading') this._set({ ...results, more: 'idle' });
  }

  /**
   * Reads until so many are here.
   *
   * @param wanted - `Infinity`: all of them.
   * @param onProgress - Called after each page with how many are here.
   * @returns Whether they are here now, or there are no more. Never rejects: the results say that something failed.
   */
  async upTo(wanted: number, onProgress: (here: number) => void = () => undefined): Promise<boolean> {
    const { signal } = this._abort;
    for (;;) {
      const results = foundIn(this._host.state);
      if (!results || signal.aborted) return false;
      if (results.next === undefined || countOf(results) >= wanted) return true;
      const limit = Math.min(many, Math.max(sectionLength, wanted - countOf(results)));
      const read = (this._running ??= this._next(limit));
      const done = await read;
      if (this._running === read) this._running = undefined;
      if (!done) return false;
      const now = foundIn(this._host.state);
      if (now) onProgress(countOf(now));
    }
  }

  private async _next(limit: number): Promise<boolean> {
    const [results, search, { signal }] = [foundIn(this._host.state), this._search(), this._abort];
    if (!results || !search) return false;
    this._set({ ...results, more: 'loading' });
    try {
      const { observations, filter, sort, locale } = search;
      const { items, next } = await observations.list(filter, { sort, locale, limit, cursor: results.next, signal });
      const now = foundIn(this._host.state);
      if (signal.aborted || !now) return false;
      // A page without items would be asked for again and again.
      this._set({ ...now, sections: withLines(now.sections, items), next: items.length > 0 ? next : undefined, more: 'idle' });
      return true;
    } catch {
      const now = foundIn(this._host.state);
      if (!signal.aborted && now) this._set({ ...now, more: 'failed' });
      return false;
    }
  }

  private _set(results: FoundResults): void {
    const { state } = this._host;
    if (state.type === 'ready') this._host.state = { ...state, results };
  }
}
