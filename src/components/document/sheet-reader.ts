import type { LitElement, ReactiveController } from 'lit';
import type { DocumentService } from '../../backend/backend.js';
import type { DocumentState, SheetWords } from './document.state.js';
import { sheetLength, wordsOf } from './document.state.js';
import { manyPassages, readPassages } from './read-passages.js';

export interface SheetHost extends LitElement {
  state: DocumentState;
}

export interface SheetMeans {
  documents: () => DocumentService | undefined;
  locale: () => string;
}

/** Reads the words of sheets: of one when somebody comes near, of all when somebody wants to print or to search. */
export class SheetReader implements ReactiveController {
  private _abort = new AbortController();
  private readonly _reads = new Map<number, Promise<boolean>>();

  constructor(
    private readonly _host: SheetHost,
    private readonly _means: SheetMeans,
  ) {
    _host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this._onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this._onOnline);
    this.giveUp();
  }

  /** Ends all reads, since another document is shown or the widget left the page. */
  giveUp(): void {
    this._abort.abort();
    this._abort = new AbortController();
    this._reads.clear();
    this._replace('loading', { type: 'waiting' });
  }

  /**
   * Reads sheets that stand one after another.
   *
   * @param first - Which sheet, from 0.
   * @returns Whether their words are here now. Never rejects: a sheet that could not be read says so itself.
   */
  load(first: number, count = 1): Promise<boolean> {
    const { state } = this._host;
    const documents = this._means.documents();
    if (state.type !== 'ready' || !documents) return Promise.resolve(false);
    const sheet = state.sheets[first];
    if (!sheet || sheet.words.type === 'here') return Promise.resolve(sheet !== undefined);
    const running = this._reads.get(first);
    if (running) return running;
    const read = this._read(documents, state.document.id, state.document.version.number, first, count);
    for (let at = first; at < first + count; at += 1) this._reads.set(at, read);
    return read;
  }

  /**
   * Reads all sheets that are not here yet, a few at a time.
   *
   * @param onProgress - Called with the number of passages that are here.
   * @returns Whether everything is here now.
   */
  async loadAll(onProgress: (here: number) => void): Promise<boolean> {
    const { state } = this._host;
    if (state.type !== 'ready') return false;
    const { signal } = this._abort;
    for (let first = 0; first < state.sheets.length;) {
      const count = Math.max(this._missingFrom(first), 1);
      if (!(await this.load(first, count)) || signal.aborted) return false;
      first += count;
      onProgress(Math.min(first * sheetLength, state.document.contents.length));
    }
    return true;
  }

  /** How many sheets that nobody has asked for stand one after another; at most as many as are read together. */
  private _missingFrom(first: number): number {
    const { state } = this._host;
    const sheets = state.type === 'ready' ? state.sheets.slice(first, first + manyPassages / sheetLength) : [];
    const end = sheets.findIndex(({ words }) => words.type !== 'waiting' && words.type !== 'failed');
    return end < 0 ? sheets.length : end;
  }

  private async _read(documents: DocumentService, id: string, version: number, first: number, count: number): Promise<boolean> {
    const { signal } = this._abort;
    const { state } = this._host;
    const sheets = state.type === 'ready' ? state.sheets.slice(first, first + count) : [];
    const from = sheets[0]?.lines[0]?.id;
    const wanted = sheets.reduce((sum, { lines }) => sum + lines.length, 0);
    this._set(first, count, () => ({ type: 'loading' }));
    try {
      const locale = this._means.locale();
      const passages = await readPassages(documents, id, wanted, { version, from, locale, signal });
      if (signal.aborted) return false;
      const known = new Map(passages.map(passage => [passage.id, passage]));
      this._set(first, count, index => wordsOf(sheets[index]?.lines ?? [], known) ?? { type: 'failed' });
      return sheets.every(({ lines }) => wordsOf(lines, known));
    } catch {
      if (!signal.aborted) this._set(first, count, () => ({ type: 'failed' }));
      return false;
    } finally {
      if (!signal.aborted) for (let at = first; at < first + count; at += 1) this._reads.delete(at);
    }
  }

  private _set(first: number, count: number, words: (index: number) => SheetWords): void {
    const { state } = this._host;
    if (state.type !== 'ready') return;
    const sheets = state.sheets.map((sheet, at) =>
      at >= first && at < first + count ? { ...sheet, words: words(at - first) } : sheet,
    );
    this._host.state = { ...state, sheets };
  }

  private _replace(type: SheetWords['type'], words: SheetWords): void {
    const { state } = this._host;
    if (state.type !== 'ready' || !state.sheets.some(sheet => sheet.words.type === type)) return;
    const sheets = state.sheets.map(sheet => (sheet.words.type === type ? { ...sheet, words } : sheet));
    this._host.state = { ...state, sheets };
  }

  /** What failed is tried again when somebody is near it. */
  private readonly _onOnline = (): void => {
    this._replace('failed', { type: 'waiting' });
  };
}
