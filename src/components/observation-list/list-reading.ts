import type { LitElement } from 'lit';
import type { Backend } from '../../backend/backend.js';
import { ReadController } from '../../controllers/read.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import { failureFor } from '../../parts/failure.js';
import { filterOf, sortOf, type Choice, type Subject } from './choice.js';
import { resultsOf, sectionLength, type ObservationListState, type ReadyState } from './observation-list.state.js';
import { readReader } from './reader.js';
import { ResultReader, type Search } from './result-reader.js';

export interface ListHost extends LitElement {
  state: ObservationListState;
  process?: string | undefined;
  document?: string | undefined;
  passage?: string | undefined;
}

export interface ListMeans {
  backend: () => Backend | undefined;
  locale: () => string;
  choice: () => Choice;
  /** Other results are there. @param again - Whether there were some before. */
  onResults: (total: number, again: boolean) => void;
}

/** All that the list reads: what has to be known, the first page of what is searched for, the figures, and who is reading. */
export class ListReading {
  /** Reads the pages that follow the first one. */
  readonly pages: ResultReader;
  private readonly _first;
  private readonly _reader;
  /** Counts up when everything is to be read again. */
  private _round = 0;
  private _terms: { readonly of: readonly unknown[]; readonly terms: ObservationTerms } | undefined;

  constructor(
    private readonly _host: ListHost,
    private readonly _means: ListMeans,
  ) {
    this.pages = new ResultReader(_host, () => this.search);
    this._first = this._readFirst();
    this._readSummary();
    this._reader = this._readReader();
  }

  /** What is asked for now; nothing where there is no backend to ask. */
  get search(): Search | undefined {
    const observations = this._host.process ? this._means.backend()?.observations : undefined;
    if (!observations) return undefined;
    const choice = this._means.choice();
    return { observations, filter: filterOf(choice, this._subject), sort: sortOf(choice), locale: this._means.locale() };
  }

  /** Whether other results are on their way. */
  get pending(): boolean {
    return this._first.pending;
  }

  /** Reads everything anew. */
  again(): void {
    this._round += 1;
    this._host.requestUpdate();
  }

  /** Tries the same search once more. */
  retry(): void {
    this._first.run();
  }

  /** Asks once more who is reading, and what is theirs. */
  readerAgain(): void {
    this._reader.run();
  }

  private get _ready(): ReadyState | undefined {
    return this._host.state.type === 'ready' ? this._host.state : undefined;
  }

  private get _subject(): Subject {
    const { process = '', document, passage } = this._host;
    return { process, document, passage };
  }

  private _readFirst() {
    const host = this._host;
    return new ReadController(host, {
      args: () => {
        const { search, _round: round } = this;
        const { process, document, passage } = host;
        return search && ([search.observations, process, document, passage, this._means.choice(), search.locale, round] as const);
      },
      read: async ([observations, process = '', , , choice, locale, round], signal) => {
        if (this._ready?.terms.process.id !== process) host.state = { type: 'loading' };
        const of = [observations, process, locale, round];
        const known = this._terms?.of.every((each, index) => each === of[index]) ? this._terms.terms : undefined;
        const [terms, page] = await Promise.all([
          known ?? observations.terms(process, { locale, signal }),
          observations.list(filterOf(choice, this._subject), { sort: sortOf(choice), locale, limit: sectionLength, signal }),
        ]);
        this._terms = { of, terms };
        return { terms, page };
      },
      onValue: ({ terms, page }) => {
        const before = this._ready?.terms.process.id === terms.process.id ? this._ready : undefined;
        this.pages.giveUp();
        const reader = before?.reader ?? { type: this._means.backend()?.session ? 'asking' : 'anonymous' };
        host.state = { type: 'ready', terms, results: resultsOf(page), summary: before?.summary, reader };
        this._means.onResults(page.total, before !== undefined);
      },
      onError: error => {
        this.pages.giveUp();
        const { _ready: ready } = this;
        host.state = ready ? { ...ready, results: { type: 'failed', failure: failureFor(error) } } : failureFor(error);
      },
    });
  }

  /** After the first observations are here, with which it must not compete on a slow line. */
  private _readSummary() {
    return new ReadController(this._host, {
      args: () => {
        const search = this._ready && this.search;
        const { process, document, passage } = this._host;
        return search && ([search.observations, process, document, passage, search.locale, this._round] as const);
      },
      read: ([observations, , , , locale], signal) => observations.summary(this._subject, { locale, signal }),
      onValue: summary => {
        if (this._ready) this._host.state = { ...this._ready, summary };
      },
      // Filters and figures are then missing; the observations are there.
      onError: () => undefined,
    });
  }

  private _readReader() {
    return new ReadController(this._host, {
      args: () => {
        const { session, observations } = this._means.backend() ?? {};
        const process = this._host.process && this._ready?.terms.process.id;
        if (!session || !observations || !process) return undefined;
        return [session, observations, process, this._means.locale(), this._round] as const;
      },
      read: ([session, observations, process, locale], signal) => readReader(session, observations, process, { locale, signal }),
      onValue: reader => {
        if (this._ready) this._host.state = { ...this._ready, reader };
      },
      onError: () => {
        if (this._ready) this._host.state = { ...this._ready, reader: { type: 'unknown' } };
      },
      watch: ([session], onChange) => session.watch(onChange),
    });
  }
}
