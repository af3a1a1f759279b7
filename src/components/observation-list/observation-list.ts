import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendController } from '../../controllers/backend.js';
import { DeepLinkController } from '../../controllers/deep-link.js';
import { FocusController } from '../../controllers/focus.js';
import { GradualController } from '../../controllers/gradual.js';
import { HandOverController } from '../../controllers/hand-over.js';
import { HeldPlaceController } from '../../controllers/held-place.js';
import { LocaleController } from '../../controllers/locale.js';
import { PageEventController } from '../../controllers/page-event.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import { failure } from '../../parts/failure.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import { PorticoHandOverEvent, PorticoSignInEvent } from '../../parts/taking-part.events.js';
import type { Theme } from '../../styles/themes.js';
import { everything, pair, sortsFor, type Choice } from './choice.js';
import { ListReading } from './list-reading.js';
import { ListWay } from './list-way.js';
import {
  foundIn,
  lineOf,
  withChange,
  type FoundResults,
  type ObservationListState,
  type ReadyState,
} from './observation-list.state.js';
import { observationListStyles } from './observation-list.styles.js';
import { texts } from './observation-list.texts.js';
import { OpenAndOwn } from './open-and-own.js';
import { header } from './views/header.js';
import { clickedLine } from './views/line.js';
import { results } from './views/results.js';
import { search } from './views/search.js';
import { summary } from './views/summary.js';
import type { View } from './views/view.js';

/** How long somebody must have stopped typing before it is searched, in milliseconds. */
const pause = 400;

/**
 * Everybody's observations of a process, a document or a passage, with the official answers: search, filters, what came of them. Each opens
 * in its place, with what others say on it.
 *
 * @tag portico-observation-list
 * @slot - What stands here is shown when there is no list to show, and a text with a heading also while it loads. Put a link to the list's
 *   page into it.
 * @fires {PorticoEditObservationEvent} portico-edit-observation - The visitor wants to edit an observation of their own. Cancelable: the page
 *   can open its own form.
 * @fires {PorticoObservationEditedEvent} portico-observation-edited - An observation was edited and the backend confirmed it.
 * @fires {PorticoObservationWithdrawnEvent} portico-observation-withdrawn - An observation was withdrawn and the backend confirmed it.
 * @fires {PorticoCommentedEvent} portico-commented - Somebody said something on an observation and the backend confirmed it.
 * @fires {PorticoLikedEvent} portico-liked - The visitor supports an observation, or no longer does, and the backend confirmed it.
 * @fires {PorticoReportedEvent} portico-reported - The visitor reported a contribution and the backend confirmed it.
 * @fires {PorticoShowPassageEvent} portico-show-passage - The visitor wants to read a passage of a document. Cancelable: the page can show it
 *   in its own way.
 * @fires {PorticoHandOverEvent} portico-hand-over - The visitor wants to take part, for which this page leads to the city's own page.
 *   Cancelable: the page can lead there in its own way.
 * @fires {PorticoSignInEvent} portico-sign-in - The visitor wants to sign in. Cancelable: the page can open its own way.
 * @csspart base - The whole widget.
 * @csspart header - Title and process.
 * @csspart summary - What came of the observations.
 */
export class PorticoObservationList extends LitElement {
  static override styles: CSSResultGroup = observationListStyles;

  /** Whose observations to show. Leave it out to drive the widget with `state`. */
  @property({ attribute: 'process' }) process?: string;

  /** Only those on this document. */
  @property({ attribute: 'document' }) document?: string | undefined;

  /** Only those on this passage of the document. */
  @property({ attribute: 'passage' }) passage?: string | undefined;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the widget shows. Set it yourself, without `process`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: ObservationListState = { type: 'loading' };

  @state() private _choice: Choice = everything;
  @state() private _filtersOpen = false;

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);
  private readonly _place = new HeldPlaceController(this, () => this._drawn.count < (this._found?.sections.length ?? 0));
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);
  private readonly _drawn = new GradualController(this, () => this._found?.sections.length ?? 0);
  private readonly _reading = new ListReading(this, {
    backend: () => this._backend.value,
    locale: () => this._locale.requested,
    choice: () => this._choice,
    onResults: (total, again) => {
      this._onResults(total, again);
    },
  });
  private readonly _way = new ListWay(this, {
    focus: this._focus,
    status: this._status,
    place: this._place,
    pages: this._reading.pages,
    found: () => this._found,
  });
  private _typing: ReturnType<typeof setTimeout> | undefined;

  private readonly _links = new DeepLinkController(
    this,
    () => this._ready?.terms.process.id,
    part => void this.open(part),
  );

  private readonly _handOver: HandOverController = new HandOverController(this, {
    widget: 'observation-list',
    session: () => this._backend.value?.session,
    subject: () => this.process && this._ready?.terms.process.id,
    query: () => ({ lang: this._locale.requested, document: this.document, passage: this.passage }),
    draft: () => this._open.draft,
    wish: url => this.dispatchEvent(new PorticoHandOverEvent(url)),
  });

  private readonly _open: OpenAndOwn = new OpenAndOwn(this, {
    focus: this._focus,
    status: this._status,
    handOver: this._handOver,
    backend: () => (this.process ? this._backend.value : undefined),
    locale: () => this._locale.requested,
    failed: () => this._locale.words?.t('common.chunk-failed') ?? '',
    ready: () => this._ready,
    onChange: (reference, change) => {
      const { _ready: ready, _found: found } = this;
      if (ready && found) this.state = { ...ready, results: withChange(found, reference, change) };
    },
    onOwnChange: () => {
      this._reading.readerAgain();
    },
    onListChange: () => {
      this.reload();
    },
    onSignIn: event => {
      if (!this.dispatchEvent(new PorticoSignInEvent(location.href))) event.preventDefault();
    },
  });

  constructor() {
    super();
    new ThemeController(this);
    this.addEventListener('click', this._onClick);
    new PageEventController<{ process?: string }>(this, 'portico-submitted', ({ detail }) => {
      if (detail.process === this.process) this.reload();
    });
    new PageEventController<{ document?: string; passage?: string }>(this, 'portico-show-observations', event => {
      this._onWish(event);
    });
  }

  private get _ready(): ReadyState | undefined {
    return this.state.type === 'ready' ? this.state : undefined;
  }

  private get _found(): FoundResults | undefined {
    return foundIn(this.state);
  }

  /** Fetches everything again. */
  reload(): void {
    this._reading.again();
  }

  /**
   * Opens one observation, which need not be among those that are shown, or leads to a page of the list; puts focus on it.
   *
   * @param part - A reference number, or `p` and the number of a page.
   */
  async open(part: string): Promise<void> {
    const page = /^p([1-9]\d{0,6})$/.exec(part)?.[1];
    if (page !== undefined) await this._way.open(Number(page) - 1);
    else await this._openObservation(part.trim().toUpperCase());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this._typing);
  }

  protected override willUpdate(): void {
    const backend = this._backend.value;
    if (this.process && (backend ? !backend.observations : this._backend.missing)) this.state = { type: 'not-offered' };
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this._open.arrive();
    const before = changed.get('state') as ObservationListState | undefined;
    if (!changed.has('state') || before?.type === 'ready' || !this._ready) return;
    const { current } = this._links;
    if (current !== undefined) void this.open(current);
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    return html`
      <div
        class="list"
        part="base"
        lang=${words?.locale ?? nothing}
        dir=${words ? directionOf(words.locale) : nothing}
        aria-busy=${this.state.type === 'loading' || this._reading.pending ? 'true' : 'false'}
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
      case 'ready':
        return this._renderList({ words, terms: shown.terms, level }, shown);
      default: {
        const notFound = { title: words.t('observation-list.not-found.title'), text: words.t('observation-list.not-found.text') };
        return failure({ words, level, state: shown, notFound, onRetry: this._onRetry });
      }
    }
  }

  /** A text with a heading, such as a server sends it, goes on being read until the list is there. A link alone is no text. */
  private _renderWaiting(): TemplateResult {
    return this.querySelector('h1, h2, h3, h4, h5, h6') ? html`<slot></slot>` : skeleton();
  }

  private _renderList(view: View, ready: ReadyState): TemplateResult {
    const { results: shown, summary: counted } = ready;
    const lines = { ...view, links: this._links, open: this._open };
    return html`
      ${header(view, this._backend.value?.observations?.openData?.(view.terms.process.id))}
      ${counted ? summary(view, counted) : nothing} ${this._open.renderOwn(lines)} ${this._open.renderLinked(lines)}
      ${this._reading.search ? this._renderSearch(view, ready) : nothing}
      ${results({
        ...lines,
        results: shown,
        choice: this._choice,
        drawn: this._drawn.count,
        reached: this._way.reached,
        place: 'list',
        pending: this._reading.pending,
        busy: this._way.busy,
        onClear: this._onClear,
        onRetry: this._onRetry,
        onMore: this._reading.search && (() => void this._way.more()),
        onAll: () => void this._way.all(view.words),
      })}
    `;
  }

  private _renderSearch(view: View, { summary: counted }: ReadyState): TemplateResult {
    return search({
      ...view,
      choice: this._choice,
      summary: counted,
      searchable: this._reading.search?.observations.can.search ?? false,
      sorts: sortsFor(this._choice, this.passage),
      filtersOpen: this._filtersOpen,
      onFilters: open => (this._filtersOpen = open),
      onText: this._onText,
      onChoose: this._onChoose,
    });
  }

  private readonly _onRetry = (): void => {
    if (this.state.type !== 'ready') {
      this._focus.next('#title');
      this.state = { type: 'loading' };
    } else this._focus.next('#results-title');
    this._reading.retry();
  };

  private readonly _onText = (text: string): void => {
    clearTimeout(this._typing);
    this._typing = setTimeout(() => this._onChoose({ text }), pause);
  };

  private readonly _onChoose = (change: Partial<Choice>): void => {
    clearTimeout(this._typing);
    const next = { ...this._choice, ...change };
    const names = Object.keys(next) as (keyof Choice)[];
    if (names.some(name => next[name].trim() !== this._choice[name].trim())) this._choice = next;
  };

  private readonly _onClear = (): void => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#search');
    if (field) field.value = '';
    this._onChoose({ ...everything, sort: this._choice.sort });
    this._focus.next('#results-title');
  };

  /** One listener for all observations: thousands of them would each cost memory. */
  private readonly _onClick = (event: MouseEvent): void => {
    const clicked = clickedLine(event);
    if (!clicked || event.defaultPrevented) return;
    event.preventDefault();
    void this._open.toggle(clicked.place, clicked.reference);
  };

  /** Another widget of the page wants the observations on a passage to be shown. */
  private _onWish(event: CustomEvent<{ document?: string; passage?: string }>): void {
    const { document, passage } = event.detail;
    const known = this._ready?.summary?.passages.some(each => each.document === document && each.passage === passage);
    if (!known || document === undefined || passage === undefined || this.passage !== undefined) return;
    event.preventDefault();
    this._onChoose({ ...everything, passage: pair(document, passage) });
    this._focus.next('#results-title', true);
  }

  private _onResults(count: number, again: boolean): void {
    this._way.reset();
    this._drawn.reset();
    const t = this._locale.words?.t;
    if (again && t) this._status.say(t('observation-list.found', { count }));
  }

  private async _openObservation(reference: string): Promise<void> {
    const found = this._found;
    const here = found && lineOf(found, reference);
    if (here) {
      const at = found.sections.findIndex(({ lines }) => lines.includes(here));
      this._way.reach(at);
    }
    const link = await this._open.lead(here ? 'list' : 'linked', reference);
    if (here && link !== undefined) this._place.hold(link);
  }

  /** What the status line says. A first load is told; what changes by itself later is not chattered about. */
  private _said(words: Words | undefined): string {
    if (this._status.message !== '' || !words) return this._status.message;
    if (this._handOver.busy) return words.t('common.hand-over.busy');
    if (this.state.type === 'loading') return words.t('observation-list.loading');
    return this._ready ? words.t('observation-list.loaded') : '';
  }
}
