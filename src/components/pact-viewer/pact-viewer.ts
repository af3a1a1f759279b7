import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PactService } from '../../backend/backend.js';
import { BackendError } from '../../backend/errors.js';
import { BackendController } from '../../controllers/backend.js';
import { DeepLinkController } from '../../controllers/deep-link.js';
import { FocusController } from '../../controllers/focus.js';
import { HandOverController } from '../../controllers/hand-over.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReadController } from '../../controllers/read.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { VoiceController } from '../../controllers/voice.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import { ServerClock } from '../../internal/server-clock.js';
import { toggled } from '../../internal/toggled.js';
import type { Acceptance, Pact } from '../../model/pact.js';
import type { Phase } from '../../model/phase.js';
import type { Process } from '../../model/process.js';
import type { Session } from '../../model/session.js';
import { failure, failureFor } from '../../parts/failure.js';
import { heading } from '../../parts/heading.js';
import { notice } from '../../parts/notice.js';
import { phaseList } from '../../parts/phase-list.js';
import type { TermInText } from '../../parts/richtext.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import { term } from '../../parts/term.js';
import type { Theme } from '../../styles/themes.js';
import { PorticoHandOverEvent, PorticoSignInEvent } from '../../parts/taking-part.events.js';
import { AcceptanceFlow } from './acceptance-flow.js';
import { Listening } from './listening.js';
import type { PactDetails } from './pact-details.js';
import { readerFor, type PactViewerState, type ReaderState, type ReadyState } from './pact-viewer.state.js';
import { pactViewerStyles } from './pact-viewer.styles.js';
import { brief, decisions } from './views/brief.js';
import { documents } from './views/documents.js';
import { header } from './views/header.js';
import { reciprocity } from './views/reciprocity.js';
import { tools } from './views/tools.js';
import type { View } from './views/view.js';
import { rules } from './views/who.js';
import { you, type SignIn } from './views/you.js';

/**
 * The participation pact of a process: what is decided and what is not, who may take part, what each side gives and gets, when things
 * happen, and the text that binds. A pact that asks to be accepted can be accepted here.
 *
 * @tag portico-pact-viewer
 * @slot - What stands here is shown when there is no pact to show, and a text with a heading also while the pact loads. Put a link to the
 *   pact's page into it.
 * @slot actions - Links and buttons of this page, under what the reader can do.
 * @fires {PorticoAcceptEvent} portico-accept - The visitor asked to accept the pact. Cancelable: the page can take the step over.
 * @fires {PorticoAcceptedEvent} portico-accepted - The pact was accepted and the backend confirmed it.
 * @fires {PorticoHandOverEvent} portico-hand-over - The visitor wants to take part, for which this page leads to the city's own page.
 * Cancelable: the page can lead there in its own way.
 * @fires {PorticoSignInEvent} portico-sign-in - The visitor wants to sign in. Cancelable: the page can open its own way.
 * @csspart base - The whole viewer.
 * @csspart header - Title, state, version and act.
 * @csspart brief - What everybody should know, in plain words.
 */
export class PorticoPactViewer extends LitElement {
  static override styles: CSSResultGroup = pactViewerStyles;

  /** Which pact to show. Leave it out to drive the viewer with `state`. */
  @property({ attribute: 'pact' }) pact?: string;

  /** Which version to show. Left out: the one that is in force. */
  @property({ attribute: 'version', type: Number }) version?: number | undefined;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the viewer shows. Set it yourself, without `pact`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: PactViewerState = { type: 'loading' };

  @state() private _openTerms: ReadonlySet<string> = new Set();
  /** The full text and the versions; `failed` when the connection was lost on the way. */
  @state() private _details: PactDetails | 'failed' | undefined;

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale);
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);
  private readonly _voice = new VoiceController(this);
  private readonly _listening = new Listening(this, this._voice, this._status);
  private readonly _clock = new ServerClock();
  private _focusTitle = false;
  private _detailsAsked = false;
  /** The section that somebody wants to read before the full text is here. */
  private _wanted: string | undefined;

  private readonly _acceptance = new AcceptanceFlow(this, {
    focus: this._focus,
    status: this._status,
    pacts: () => this._backend.value?.pacts,
    reload: () => {
      this._showVersion(undefined);
    },
  });

  private readonly _handOver: HandOverController = new HandOverController(this, {
    widget: 'pact-viewer',
    session: () => this._backend.value?.session,
    subject: () => this.pact && this._ready?.pact.id,
    query: () => ({ lang: this._locale.requested, version: this._ready?.pact.version.number }),
    draft: () => ({ version: this._ready?.pact.version.number, accept: true }),
    wish: url => this.dispatchEvent(new PorticoHandOverEvent(url)),
  });

  private readonly _links = new DeepLinkController(
    this,
    () => this._ready?.pact.id,
    section => {
      this.open(section);
    },
  );

  private readonly _readPact = new ReadController(this, {
    args: () => {
      const pacts = this._backend.value?.pacts;
      return this.pact && pacts ? ([pacts, this.pact, this.version, this._locale.requested] as const) : undefined;
    },
    read: ([pacts, id, version, locale], signal) => {
      if (this._ready?.pact.id !== id) this.state = { type: 'loading' };
      return pacts.get(id, { version, locale, signal });
    },
    onValue: pact => {
      this._onPact(pact);
    },
    onError: error => {
      this.state = failureFor(error);
    },
  });

  private readonly _readReader = new ReadController(this, {
    args: () => {
      const { session, pacts } = this._backend.value ?? {};
      const pact = this._ready?.pact;
      if (!this.pact || !session || !pacts || !pact) return undefined;
      return [session, pacts, pact.process.id, pact.id, pact.version.number, this._locale.requested] as const;
    },
    read: async ([session, pacts, process, id, , locale], signal) => {
      const options = { locale, signal };
      const [current, acceptance] = await Promise.all([session.current(process, options), pacts.acceptance(id, options)]);
      return { session: current, acceptance, can: pacts.can };
    },
    onValue: ({ session, acceptance, can }) => {
      this._onReader(session, acceptance, can);
    },
    onError: () => {
      this._setReader({ type: 'unknown' });
    },
    watch: ([session], onChange) => session.watch(onChange),
  });

  constructor() {
    super();
    new ThemeController(this);
  }

  private get _ready(): ReadyState | undefined {
    return this.state.type === 'ready' ? this.state : undefined;
  }

  private get _readsWhole(): boolean {
    return typeof this._details === 'object' && this._details.fullTextOpen;
  }

  /** Fetches the pact and what is known of the reader again. */
  reload(): void {
    if (!this.pact) return;
    this._readPact.run();
    this._readReader.run();
  }

  /**
   * Opens the full text at a section and puts focus on its heading.
   *
   * @param section - Id of the section. Nothing happens when the pact has no such section.
   */
  open(section: string): void {
    if (!this._ready?.pact.version.sections.some(({ id }) => id === section)) return;
    this._wanted = section;
    this._openWanted();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const backend = this._backend.value;
    if (this.pact && (backend ? !backend.pacts : this._backend.missing)) this.state = { type: 'not-offered' };
    if (changed.has('state')) this._clock.set(this._ready?.pact.asOf);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const failed = this._locale.words?.t('common.chunk-failed');
    if (this._ready && failed !== undefined) this._acceptance.goOn(this._ready, this._handOver, failed);
    // What few people open must not compete on a slow line with what everybody reads first.
    if (this._ready && !this._detailsAsked) void this._loadDetails();
    const before = changed.get('state');
    if (!changed.has('state') || before?.type === 'ready') return;
    const { current } = this._links;
    if (this._ready && current !== undefined) this.open(current);
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    const busy = this.state.type === 'loading' || this._readPact.pending;
    return html`
      <div
        class="viewer"
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
    switch (this.state.type) {
      case 'loading':
        return this._renderWaiting();
      case 'ready':
        return this._renderPact({ words, pact: this.state.pact, level: this.headingLevel }, this.state.reader);
      default:
        return failure({
          words,
          level: this.headingLevel,
          state: this.state,
          notFound: { title: words.t('pact-viewer.not-found.title'), text: words.t('pact-viewer.not-found.text') },
          onRetry: this._onRetry,
        });
    }
  }

  /** A text with a heading, such as a server sends it, goes on being read until the pact is there. A link alone is no text. */
  private _renderWaiting(): TemplateResult {
    return this.querySelector('h1, h2, h3, h4, h5, h6') ? html`<slot></slot>` : skeleton();
  }

  private _renderPact(view: View, reader: ReaderState): TemplateResult {
    const { words, pact, level } = view;
    const { process } = pact;
    const now = this._clock.now();
    return html`
      ${header({ ...view, tools: this._renderTools(view), onInForce: () => this._showVersion(undefined) })}
      ${brief(view, this._renderTerm)} ${decisions(view)}
      <section aria-labelledby="phases">
        ${heading(level + 1, words.t('pact-viewer.phases'), { id: 'phases' })}
        ${phaseList({ words, process, level: level + 2, now, onCalendar: phase => void this._onCalendar(phase, process, words) })}
        <p class="muted">${words.t('pact-viewer.time-zone', { zone: words.formats.timeZone(process.timeZone) })}</p>
      </section>
      <section aria-labelledby="who">
        ${heading(level + 1, words.t('pact-viewer.who'), { id: 'who' })}${rules(pact.version.eligibility, words)}
        ${you({ ...view, reader, ...this._signIn(), handOver: this._handOver, back: this._handOver.back, onAccept: () => void this._acceptance.open(words.t('common.chunk-failed')), onReload: () => this._readReader.run() })}
        <slot name="actions"></slot>
      </section>
      ${reciprocity(view)} ${this._renderDetails(view)} ${documents(view)}
      ${this._acceptance.render(view, reader, this._signIn())}
    `;
  }

  private _renderTools({ words, pact }: View): TemplateResult {
    const voice = this._voice.voiceFor(pact.version.brief.lang) !== undefined;
    return tools({
      words,
      voice,
      reading: this._listening.active,
      onPrint: () => {
        print();
      },
      onListen: () => void this._listening.toggle(pact, this._readsWhole, words),
    });
  }

  private _renderDetails(view: View): unknown {
    if (this._details === undefined) return html`<div class="details-place"></div>`;
    if (this._details !== 'failed') return this._details.render(view);
    const { t } = view.words;
    const retry = html`<button class="button" type="button" @click=${() => void this._loadDetails()}>
      ${t('common.retry')}
    </button>`;
    return notice({ tone: 'warning', text: t('common.chunk-failed'), actions: retry });
  }

  private readonly _renderTerm = (inText: TermInText): unknown => {
    const entry = this._ready?.pact.version.glossary.find(({ id }) => id === inText.term);
    const { words } = this._locale;
    if (!entry || !words) return undefined;
    const open = this._openTerms.has(inText.key);
    return term(inText, { entry, open, words, onToggle: () => (this._openTerms = toggled(this._openTerms, inText.key)) });
  };

  private readonly _onRetry = (): void => {
    this._focus.next('#title');
    this.state = { type: 'loading' };
    this._readPact.run();
  };

  private readonly _onSignIn = (event: MouseEvent): void => {
    if (!this.dispatchEvent(new PorticoSignInEvent(location.href))) event.preventDefault();
  };

  private async _onCalendar(phase: Phase, process: Process, { t }: Words): Promise<void> {
    const chunk = await this._status.load(() => import('./calendar-file.js'), t('common.chunk-failed'));
    chunk?.saveCalendarFile(phase, process);
  }

  private _onPact(pact: Pact): void {
    const { session } = this._backend.value ?? {};
    const before = this._ready;
    const same = before?.pact.id === pact.id && before.pact.version.number === pact.version.number;
    const reader: ReaderState = session ? { type: 'asking' } : { type: 'anonymous' };
    this.state = { type: 'ready', pact, reader: same ? before.reader : reader };
    if (this._focusTitle) this._focus.next('#title', true);
    this._focusTitle = false;
  }

  private _onReader(session: Session, acceptance: Acceptance | undefined, can: PactService['can']): void {
    const ready = this._ready;
    if (!ready) return;
    const reader = readerFor(ready.pact, session, acceptance, can);
    this._setReader(this._acceptance.keep(ready.reader, reader));
  }

  private _setReader(reader: ReaderState): void {
    if (this._ready) this.state = { ...this._ready, reader };
  }

  private async _loadDetails(): Promise<void> {
    this._detailsAsked = true;
    try {
      const { PactDetails: Details } = await import('./pact-details.js');
      this._details = new Details(this, {
        focus: this._focus,
        status: this._status,
        links: this._links,
        term: this._renderTerm,
        readable: () => this._backend.value?.pacts?.can.versions === true,
        readVersion: version => this._readVersion(version),
        showVersion: version => {
          this._showVersion(version);
        },
      });
      this._openWanted();
    } catch {
      this._details = 'failed';
    }
  }

  private _openWanted(): void {
    if (this._wanted === undefined || typeof this._details !== 'object') return;
    this._details.open(this._wanted);
    this._wanted = undefined;
  }

  /** One version of the pact that is shown, for comparing. */
  private async _readVersion(version: number): Promise<Pact> {
    const pacts = this._backend.value?.pacts;
    const shown = this._ready?.pact;
    if (shown?.version.number === version) return shown;
    if (!pacts || !shown) throw new BackendError('unavailable');
    return pacts.get(shown.id, { version, locale: this._locale.requested });
  }

  private _showVersion(version: number | undefined): void {
    this._focusTitle = true;
    if (this.version === version) this.reload();
    else this.version = version;
  }

  /** Where to sign in and what a click there does. */
  private _signIn(): SignIn {
    const { session } = this._backend.value ?? {};
    return {
      signInUrl: session?.can.signIn ? session.signInUrl(location.href, { locale: this._locale.requested }) : undefined,
      onSignIn: this._onSignIn,
    };
  }

  /** What the status line says. A first load is told; a page that changes by itself later is not chattered about. */
  private _said(words: Words | undefined): string {
    if (this._status.message !== '' || !words) return this._status.message;
    if (this._handOver.busy) return words.t('common.hand-over.busy');
    if (this.state.type === 'loading') return words.t('pact-viewer.loading');
    return this.state.type === 'ready' ? words.t('pact-viewer.loaded') : '';
  }
}
