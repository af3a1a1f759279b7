import type { DocumentService } from '../../backend/backend.js';
import { ReadController } from '../../controllers/read.js';
import type { PlanDocument } from '../../model/document.js';
import { withWording } from './form-flow.js';
import type { FormHost } from './form-host.js';
import type { PassageState, ReadyState } from './observation-form.state.js';
import { readPassage } from './read-subject.js';

export interface SubjectMeans {
  readonly documents: () => DocumentService | undefined;
  readonly locale: () => string;
  /** Chosen words do not stand in the passage any more. */
  readonly onQuoteGone: () => void;
}

/** Reads what the observation is on: the document with its contents, and the words of the passage. */
export class SubjectReader {
  private readonly _readDocument: ReadController<readonly [DocumentService, string, number | undefined, string], PlanDocument>;
  private readonly _readPassage: ReadController<
    readonly [DocumentService, PlanDocument, string],
    Awaited<ReturnType<typeof readPassage>>
  >;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: SubjectMeans,
  ) {
    this._readDocument = new ReadController(_host, {
      args: () => {
        const documents = _means.documents();
        const id = this._ready?.entry.document ?? _host.document ?? '';
        // An attribute that was taken away leaves nothing that could be a version.
        const version = this._ready?.entry.version ?? _host.version ?? undefined;
        return documents && id !== '' && this._ready ? ([documents, id, version, _means.locale()] as const) : undefined;
      },
      read: ([documents, id, version, locale], signal) => documents.get(id, { version, locale, signal }),
      onValue: document => {
        this._onDocument(document);
      },
      onError: ({ reason }) => {
        if (this._ready?.entry.passage !== undefined) this._setPassage({ type: reason === 'not-found' ? 'gone' : 'failed' });
      },
    });
    this._readPassage = new ReadController(_host, {
      args: () => {
        const documents = _means.documents();
        const { subject, entry } = this._ready ?? {};
        if (!documents || !subject?.document || entry?.passage === undefined || entry.document !== subject.document.id)
          return undefined;
        return [documents, subject.document, entry.passage] as const;
      },
      read: ([documents, document, passage], signal) =>
        readPassage({ documents, document, passage, quote: this._ready?.entry.quote, signal }),
      onValue: ({ state, quote }) => {
        this._onPassage(state, quote);
      },
      onError: () => {
        this._setPassage({ type: 'failed' });
      },
    });
  }

  private get _ready(): ReadyState | undefined {
    return this._host.state.type === 'ready' ? this._host.state : undefined;
  }

  /** Reads again, for somebody who wants to try, or because the text has changed. */
  again(): void {
    this._readDocument.run();
    if (this._ready?.subject.document) this._readPassage.run();
  }

  private _onDocument(document: PlanDocument): void {
    const ready = this._ready;
    if (!ready) return;
    // A document of another process has nothing to do here.
    if (document.process.id !== ready.terms.process.id) {
      if (ready.entry.passage !== undefined) this._setPassage({ type: 'gone' });
      return;
    }
    const passage: PassageState | undefined =
      ready.entry.passage === undefined ? undefined : (ready.subject.passage ?? { type: 'reading' });
    const here = ready.entry.document === document.id;
    const entry = here ? { ...ready.entry, version: document.version.number } : ready.entry;
    this._host.state = { ...ready, entry, subject: { document, passage } };
  }

  private _onPassage(state: PassageState, quote: ReadyState['entry']['quote']): void {
    const ready = this._ready;
    if (!ready) return;
    const { quote: before, ...rest } = ready.entry;
    const version = ready.subject.document?.version.number;
    const known = state.type === 'here' ? quote : before;
    const entry = { ...rest, ...(known && { quote: known }), ...(version !== undefined && { version }) };
    this._host.state = withWording({ ...ready, entry, subject: { ...ready.subject, passage: state } });
    if (before && !known) this._means.onQuoteGone();
  }

  private _setPassage(passage: PassageState): void {
    const ready = this._ready;
    if (ready) this._host.state = { ...ready, subject: { ...ready.subject, passage } };
  }
}
