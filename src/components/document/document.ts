import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendController } from '../../controllers/backend.js';
import { DeepLinkController } from '../../controllers/deep-link.js';
import { FocusController } from '../../controllers/focus.js';
import { GradualController } from '../../controllers/gradual.js';
import { HeldPlaceController } from '../../controllers/held-place.js';
import { LocaleController } from '../../controllers/locale.js';
import { NearbyController } from '../../controllers/nearby.js';
import { ReadController } from '../../controllers/read.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import type { Passage, PlanDocument } from '../../model/document.js';
import { failure, failureFor } from '../../parts/failure.js';
import { notice } from '../../parts/notice.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import type { Theme } from '../../styles/themes.js';
import type { DocumentChanges } from './changes.js';
import { ContentsMark } from './contents-mark.js';
import { documentState, sheetLength, type DocumentState, type ReadyState, type Sheet } from './document.state.js';
import { documentStyles } from './document.styles.js';
import { texts } from './document.texts.js';
import { observing } from './observing.js';
import { readPassages } from './read-passages.js';
import { ReadingPlaceController } from './reading-place.js';
import { SelectedWordsController } from './selected-words-controller.js';
import { SheetReader } from './sheet-reader.js';
import { contents } from './views/contents.js';
import { header } from './views/header.js';
import { sheet } from './views/sheet.js';
import { tools } from './views/tools.js';
import { versions } from './views/versions.js';
import type { Observing, View } from './views/view.js';

/** From this width, in the size of the widget's letters, the contents stand open beside the text. The styles know the same. */
const roomForContents = 55;

/**
 * A plan that is put up for observations, passage by passage: its contents, the text that is decided on, the same in plain words beside
 * it, all versions and what changed between them. The words come when the reader is near them, so that a plan can have thousands of
 * passages.
 *
 * @tag portico-document
 * @slot - What stands here is shown when there is no document to show, and a text with a heading also while the document loads. Put a
 *   link to the document's page into it.
 * @fires {PorticoObserveEvent} portico-observe - The visitor wants to make an observation on a passage, or on words chosen in it.
 *   Cancelable: cancel it when the page takes the observation. A form on the same page does; else the city's own page comes.
 * @fires {PorticoShowObservationsEvent} portico-show-observations - The visitor wants to see the observations on a passage. Cancelable: a
 *   list on the same page takes it; else the city's own page comes, where it is known.
 * @csspart base - The whole widget.
 * @csspart header - Title, state, version and summary.
 */
export class PorticoDocument extends LitElement {
  static override styles: CSSResultGroup = documentStyles;

  /** Which document to show. Leave it out to drive the widget with `state`. */
  @property({ attribute: 'document' }) document?: string;

  /** Which version to show. Left out: the one that is open for observations, or the newest. */
  @property({ attribute: 'version', type: Number }) version?: number | undefined;

  /** The passage to begin at. An address of the page that names one comes first. */
  @property({ attribute: 'passage' }) passage?: string | undefined;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /**
   * Whether the page itself takes observations: then there is a button for it at each passage, and the page hears `portico-observe`. Without
   * it there is one while the city takes them and a form stands on this page, or the city has one of its own.
   */
  @property({ attribute: false }) takesObservations = false;

  /** What the widget shows. Set it yourself, without `document`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: DocumentState = { type: 'loading' };

  /** Whether the contents are open; until somebody says so, they are where there is room. */
  @state() private _contentsOpen: boolean | undefined;
  @state() private _versionsOpen = false;
  @state() private _changes: DocumentChanges | undefined;
  /** Whether all of the document is being read. */
  @state() private _loadingAll = false;
  /** Sheets that somebody was led into. */
  @state() private _reached: ReadonlySet<number> = new Set();

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);
  /** Before focus is moved: what the person is led to next is not where they were. */
  private readonly _place = new HeldPlaceController(this, () => this._drawn.count < (this._ready?.sheets.length ?? 0));
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);
  private readonly _mark = new ContentsMark(this);
  private readonly _sheets = new SheetReader(this, {
    documents: () => this._documents,
    locale: () => this._locale.requested,
  });
  private readonly _drawn = new GradualController(this, () => this._ready?.sheets.length ?? 0);
  private _focusTitle = false;
  private _observing: { of: readonly unknown[]; can: Observing } | undefined;

  private readonly _links = new DeepLinkController(
    this,
    () => this._ready?.document.id,
    passage => void this.open(passage),
  );

  private readonly _readDocument = new ReadController(this, {
    args: () => {
      const documents = this._backend.value?.documents;
      return this.document && documents ? ([documents, this.document, this.version, this._locale.requested] as const) : undefined;
    },
    read: ([documents, id, version, locale], signal) => {
      if (this._shown?.id !== id) this.state = { type: 'loading' };
      return documents.get(id, { version, locale, signal });
    },
    onValue: document => {
      this._onDocument(document);
    },
    onError: error => {
      this._sheets.giveUp();
      this.state = failureFor(error);
    },
  });

  constructor() {
    super();
    new ThemeController(this);
    new SelectedWordsController(this, () => {
      const { words } = this._locale;
      const ready = this._ready;
      return words && ready
        ? { words, sheets: ready.sheets, observe: this._observingFor(ready.document, words).observe }
        : undefined;
    });
    new NearbyController(this, '.sheet.waiting', element => void this._sheets.load(Number(element.dataset['sheet'])));
    new ReadingPlaceController(this, passage => {
      this._onPlace(passage);
    });
  }

  /** Where passages can be read from; a page that gave the `state` itself gives all of them. */
  private get _documents() {
    return this.document ? this._backend.value?.documents : undefined;
  }

  private get _ready(): ReadyState | undefined {
    return this.state.type === 'ready' ? this.state : undefined;
  }

  private get _shown(): PlanDocument | undefined {
    return this.state.type === 'ready' || this.state.type === 'empty' ? this.state.document : undefined;
  }

  /** Fetches the document again. */
  reload(): void {
    if (this.document) this._readDocument.run();
  }

  /**
   * Leads to a passage, which is read first when it is not here yet, and puts focus on it.
   *
   * @param passage - Id of the passage. Nothing happens when the document has no such passage.
   */
  async open(passage: string): Promise<void> {
    const index = this._ready?.document.contents.findIndex(({ id }) => id === passage) ?? -1;
    if (index < 0) return;
    const at = Math.floor(index / sheetLength);
    await this._sheets.load(at);
    this._reached = new Set([...this._reached, at]);
    const heading = `#passage-${CSS.escape(passage)}`;
    this._focus.next(heading, true);
    this._place.hold(heading);
    this._onPlace(passage);
  }

  protected override willUpdate(): void {
    const backend = this._backend.value;
    if (this.document && (backend ? !backend.documents : this._backend.missing)) this.state = { type: 'not-offered' };
    // Before anything is laid out there is no width to ask for.
    if (this._shown) this._contentsOpen ??= this._hasRoom();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('state');
    const first = changed.has('state') && before?.type !== 'ready' && this._ready;
    if (!first && !(changed.has('passage') && this._ready)) return;
    const wanted = (first ? this._links.current : undefined) ?? this.passage;
    if (wanted !== undefined) void this.open(wanted);
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    const busy = this.state.type === 'loading' || this._readDocument.pending;
    return html`
      <div
        class="document"
        part="base"
        lang=${words?.locale ?? nothing}
        dir=${words ? directionOf(words.locale) : nothing}
        aria-busy=${busy ? 'true' : 'false'}
      >
        ${statusLine(this._said(words), this._status.visible)}${words ? this._renderState(words) : this._renderWaiting()}
      </div>
    `;
  }

  private _renderState(words: Words): TemplateResult {
    const { state: shown, headingLevel: level } = this;
    switch (shown.type) {
      case 'loading':
        return this._renderWaiting();
      case 'empty':
        return this._renderEmpty({ words, document: shown.document, level });
      case 'ready':
        return this._renderDocument({ words, document: shown.document, level }, shown.sheets);
      default: {
        const notFound = { title: words.t('document.not-found.title'), text: words.t('document.not-found.text') };
        return failure({ words, level, state: shown, notFound, onRetry: this._onRetry });
      }
    }
  }

  /** A text with a heading, such as a server sends it, goes on being read until the document is there. A link alone is no text. */
  private _renderWaiting(): TemplateResult {
    return this.querySelector('h1, h2, h3, h4, h5, h6') ? html`<slot></slot>` : skeleton();
  }

  private _renderEmpty(view: View): TemplateResult {
    const empty = notice({ tone: 'info', text: view.words.t('document.empty') });
    return html`${header({ ...view, tools: nothing, onCurrent: this._onCurrent })} ${empty} ${this._renderVersions(view)}`;
  }

  private _renderDocument(view: View, sheets: readonly Sheet[]): TemplateResult {
    const open = this._contentsOpen ?? false;
    const onToggle = (now: boolean): void => void (this._contentsOpen = now);
    const can = this._observingFor(view.document, view.words);
    const reading = this._documents !== undefined;
    return html`
      ${header({ ...view, tools: this._renderTools(view, sheets), onCurrent: this._onCurrent })} ${this._renderVersions(view)}
      <div class="columns ${open ? 'with-contents' : ''}">
        ${contents({ ...view, open, onToggle, links: this._links, drawn: this._drawn.count * sheetLength })}
        <div class="passages">
          ${sheets.map((each, index) =>
            sheet({
              ...view,
              sheet: each,
              index,
              reached: this._reached.has(index),
              drawn: index < this._drawn.count || each.words.type !== 'waiting',
              links: this._links,
              onLoad: reading ? () => void this._onSheet(index, each) : undefined,
              observing: can,
            }),
          )}
        </div>
      </div>
    `;
  }

  private _renderTools({ words, document }: View, sheets: readonly Sheet[]): TemplateResult {
    const here = sheets.filter(each => each.words.type === 'here').reduce((sum, { lines }) => sum + lines.length, 0);
    return tools({
      words,
      here,
      total: document.contents.length,
      busy: this._loadingAll,
      onAll: this._documents && sheets.length > 1 ? () => void this._loadAll(words) : undefined,
      onPrint: () => void this._onPrint(words),
    });
  }

  private _renderVersions(view: View): unknown {
    return versions({
      ...view,
      open: this._versionsOpen,
      onToggle: open => void this._onVersions(open, view.words),
      readable: this._documents?.can.versions ?? false,
      onRead: version => {
        this._showVersion(version);
      },
      comparison: this._changes?.render(view),
    });
  }

  private readonly _onRetry = (): void => {
    this._focus.next('#title');
    this.state = { type: 'loading' };
    this._readDocument.run();
  };

  private readonly _onCurrent = (): void => {
    this._showVersion(undefined);
  };

  private _onDocument(document: PlanDocument): void {
    this._sheets.giveUp();
    this._reached = new Set();
    this._drawn.reset();
    this._mark.clear();
    this.state = documentState(document);
    if (this._focusTitle) this._focus.next('#title', true);
    this._focusTitle = false;
  }

  private _onPlace(passage: string): void {
    if (this._ready) this._mark.set(passage, this._ready.document.contents);
  }

  /** The button vanishes when the words are here, so focus goes to the first of them. */
  private async _onSheet(index: number, { lines }: Sheet): Promise<void> {
    const first = lines[0]?.id;
    if ((await this._sheets.load(index)) && first !== undefined) this._focus.next(`#passage-${CSS.escape(first)}`);
  }

  private async _onPrint(words: Words): Promise<void> {
    if (this._loadingAll || !(await this._loadAll(words))) return;
    await this.updateComplete;
    print();
  }

  private async _onVersions(open: boolean, { t }: Words): Promise<void> {
    this._versionsOpen = open;
    if (!open || this._changes || !this._documents?.can.versions) return;
    const chunk = await this._status.load(() => import('./changes.js'), t('common.chunk-failed'));
    if (!chunk) return;
    const load = (version: number): Promise<Passage[]> => this._readVersion(version);
    this._changes = new chunk.DocumentChanges(this, { focus: this._focus, status: this._status, load });
  }

  /** The same object as long as nothing of it changed: sheets are drawn anew by it. */
  private _observingFor(document: PlanDocument, { locale }: Words): Observing {
    const backend = this._backend.value;
    const [form, list] = ['form', 'list'].map(name => this.ownerDocument.querySelector(`portico-observation-${name}`));
    const of = [document, backend, this.takesObservations, locale, !form, !list] as const;
    let known = this._observing;
    if (!known?.of.every((part, at) => part === of[at])) {
      known = this._observing = {
        of,
        can: observing({ widget: this, document, backend, byPage: this.takesObservations, locale }),
      };
    }
    return known.can;
  }

  /** Returns whether all of the document is here. */
  private async _loadAll({ t, formats }: Words): Promise<boolean> {
    const ready = this._ready;
    if (!ready || this._loadingAll) return false;
    if (ready.sheets.every(({ words }) => words.type === 'here')) return true;
    this._loadingAll = true;
    const total = formats.number(ready.document.contents.length);
    const all = await this._sheets.loadAll(here => {
      this._status.say(t('document.loaded-parts', { here: formats.number(here), total }));
    });
    this._loadingAll = false;
    this._status.say(all ? t('document.loaded-all') : t('document.sheet.failed'), !all);
    // The button has done what it can, and goes.
    if (all) this._focus.next('#print');
    return all;
  }

  private async _readVersion(version: number): Promise<Passage[]> {
    const { _documents: documents, _shown: shown } = this;
    if (!documents || !shown) throw new Error('There is nothing to compare.');
    return readPassages(documents, shown.id, Infinity, { version, locale: this._locale.requested });
  }

  private _showVersion(version: number | undefined): void {
    this._focusTitle = true;
    if (this.version === version) this.reload();
    else this.version = version;
  }

  /** What the status line says. A first load is told; passages that come as somebody reads are not chattered about. */
  private _said(words: Words | undefined): string {
    if (this._status.message !== '' || !words) return this._status.message;
    if (this.state.type === 'loading') return words.t('document.loading');
    return this._shown ? words.t('document.loaded') : '';
  }

  private _hasRoom(): boolean {
    const letter = Number.parseFloat(getComputedStyle(this).fontSize);
    return this.getBoundingClientRect().width >= roomForContents * letter;
  }
}
