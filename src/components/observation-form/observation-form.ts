import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BackendController } from '../../controllers/backend.js';
import { FocusController } from '../../controllers/focus.js';
import { HandOverController } from '../../controllers/hand-over.js';
import { LocaleController } from '../../controllers/locale.js';
import { PageEventController } from '../../controllers/page-event.js';
import { ReadController } from '../../controllers/read.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import { participationOf } from '../../model/session.js';
import type { TextQuote } from '../../model/text-quote.js';
import { failure, failureFor } from '../../parts/failure.js';
import { notice } from '../../parts/notice.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import { PorticoHandOverEvent, PorticoSignInEvent } from '../../parts/taking-part.events.js';
import type { Theme } from '../../styles/themes.js';
import { stepOf, type ObservationFormState, type ReadyState } from './observation-form.state.js';
import { observationFormStyles } from './observation-form.styles.js';
import { texts } from './observation-form.texts.js';
import type { PlainView } from './views/view.js';
import { Workings } from './workings.js';

/** What another widget says when somebody wants to observe something. */
interface Observed {
  readonly document: string;
  readonly passage: string;
  readonly version?: number;
  readonly quote?: TextQuote;
}

/**
 * Takes an observation on a process, a document, a passage or some words of it: where, what, check, send, receipt. Nothing that was typed is
 * lost, whatever happens on the way.
 *
 * @tag portico-observation-form
 * @slot - What stands here is shown when there is nothing to fill in. Put a link to the city's page into it.
 * @slot paper - A link to the paper form of this page.
 * @fires {PorticoSubmitEvent} portico-submit - The visitor wants to send an observation. Cancelable: the page can take the step over.
 * @fires {PorticoSubmittedEvent} portico-submitted - An observation was sent and the backend confirmed it.
 * @fires {PorticoSupportedEvent} portico-supported - The visitor supports somebody's observation instead of sending their own.
 * @fires {PorticoFollowEvent} portico-follow - The visitor wants to see what becomes of the observation. Cancelable: the page can show it.
 * @fires {PorticoHandOverEvent} portico-hand-over - The visitor wants to take part, for which this page leads to the city's own page.
 * Cancelable: the page can lead there in its own way.
 * @fires {PorticoSignInEvent} portico-sign-in - The visitor wants to sign in. Cancelable: the page can open its own way.
 * @csspart base - The whole form.
 */
export class PorticoObservationForm extends LitElement {
  static override styles: CSSResultGroup = observationFormStyles;

  /** Which process takes the observation. Leave it out to drive the form with `state`. */
  @property({ attribute: 'process' }) process?: string;

  /** The document that the observation is on. Left out: the process itself, or what another widget of the page names. */
  @property({ attribute: 'document' }) document?: string | undefined;

  /** Which version of the document. Left out: the one that is open for observations. */
  @property({ attribute: 'version', type: Number }) version?: number | undefined;

  /** The passage that the observation is on. Left out: the person chooses. */
  @property({ attribute: 'passage' }) passage?: string | undefined;

  /** Whether somebody writes for somebody else, in a hub or an office: it asks how and where it came, and clears itself afterwards. */
  @property({ attribute: 'helper', type: Boolean, reflect: true }) helper = false;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the form shows. Set it yourself, without `process`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: ObservationFormState = { type: 'loading' };

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);

  private readonly _workings: Workings = new Workings(this, {
    backend: () => this._backend.value,
    locale: this._locale,
    focus: this._focus,
    status: this._status,
    retryReader: () => {
      this._readReader.run();
    },
  });

  private readonly _handOver: HandOverController = new HandOverController(this, {
    widget: 'observation-form',
    session: () => this._backend.value?.session,
    subject: () => this.process && this._ready?.terms.process.id,
    query: () => {
      const { document, passage, version } = this._ready?.entry ?? {};
      return { lang: this._locale.requested, document, passage, version };
    },
    draft: () => ({ entry: this._ready?.entry }),
    wish: url => this.dispatchEvent(new PorticoHandOverEvent(url)),
  });

  private readonly _readTerms = new ReadController(this, {
    args: () => {
      const observations = this._backend.value?.observations;
      return this.process && observations ? ([observations, this.process, this._locale.requested] as const) : undefined;
    },
    read: ([observations, process, locale], signal) => {
      if (this._ready?.terms.process.id !== process) this.state = { type: 'loading' };
      return observations.terms(process, { locale, signal });
    },
    onValue: terms => {
      this._workings.opening.onTerms(terms, this._backend.value?.session ? { type: 'asking' } : { type: 'anonymous' });
    },
    onError: error => {
      // What somebody has begun to write stays in front of them.
      if (!this._ready) this.state = failureFor(error);
    },
  });

  private readonly _readReader = new ReadController(this, {
    args: () => {
      const session = this._backend.value?.session;
      const id = this._ready?.terms.process.id;
      return this.process && session && id !== undefined ? ([session, id, this._locale.requested] as const) : undefined;
    },
    read: ([session, process, locale], signal) => session.current(process, { locale, signal }),
    onValue: session => {
      this._workings.opening.onReader({ type: 'known', participation: participationOf(session) });
    },
    onError: () => {
      this._workings.opening.onReader({ type: 'unknown' });
    },
    watch: ([session], onChange) => session.watch(onChange),
  });

  constructor() {
    super();
    new ThemeController(this);
    new PageEventController<Observed>(this, 'portico-observe', event => {
      this._onObserve(event);
    });
  }

  private get _ready(): ReadyState | undefined {
    return this.state.type === 'ready' ? this.state : undefined;
  }

  /** Fetches the terms, the text and what is known of the person again. What was typed stays. */
  reload(): void {
    if (!this.process) return;
    this._readTerms.run();
    this._readReader.run();
    this._workings.subject.again();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const backend = this._backend.value;
    if (this.process && (backend ? !backend.observations : this._backend.missing)) this.state = { type: 'not-offered' };
    const another = changed.get('document') !== undefined || changed.get('passage') !== undefined;
    const { opening } = this._workings;
    if (this._ready && this.process && another) opening.open();
    const { draft } = this._handOver;
    if (this._ready && draft !== undefined) opening.arrive(draft, () => this._handOver.done());
  }

  protected override updated(): void {
    const ready = this._ready;
    const { parts } = this._workings;
    const files = ready?.terms.fields.attachments !== 'off';
    parts.need(ready && stepOf(ready), files);
    if (!ready) return;
    const { passage } = ready.subject;
    parts.warm(passage?.type === 'here' ? passage.lang : ready.terms.process.title.lang, files);
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    return html`
      <div
        class="form"
        part="base"
        lang=${words?.locale ?? nothing}
        dir=${words ? directionOf(words.locale) : nothing}
        aria-busy=${this.state.type === 'loading' ? 'true' : 'false'}
      >
        ${statusLine(this._said(words), this._status.visible)}${words ? this._renderState(words) : skeleton()}
      </div>
    `;
  }

  private _renderState(words: Words): unknown {
    switch (this.state.type) {
      case 'loading':
        return skeleton();
      case 'ready':
        return this._renderReady(this._view(words, this.state));
      default: {
        const notFound = { title: words.t('observation-form.not-found.title'), text: words.t('observation-form.not-found.text') };
        return failure({ words, level: this.headingLevel, state: this.state, notFound, onRetry: this._onRetry });
      }
    }
  }

  private _renderReady(view: PlainView): unknown {
    const { parts } = this._workings;
    if (parts.writing) return parts.writing.render(view);
    if (!parts.failed) return skeleton();
    const { t } = view.words;
    const retry = html`<button class="button" type="button" @click=${() => parts.retry()}>${t('common.retry')}</button>`;
    return notice({ tone: 'warning', text: t('common.chunk-failed'), actions: retry });
  }

  private readonly _onRetry = (): void => {
    this._focus.next('#title');
    this.state = { type: 'loading' };
    this._readTerms.run();
  };

  private readonly _onSignIn = (event: MouseEvent): void => {
    const { drafts } = this._workings;
    drafts.leaving = true;
    if (this._ready) drafts.keep(this._ready);
    if (!this.dispatchEvent(new PorticoSignInEvent(location.href))) event.preventDefault();
  };

  /** Another widget of the page says that somebody wants to observe a passage: this form is the place for it. */
  private _onObserve(event: CustomEvent<Observed>): void {
    const { document, passage, version, quote } = event.detail;
    const takes = this._ready ?? (this.process && this.state.type === 'loading');
    if (!takes || (this.document && this.document !== document) || event.defaultPrevented) return;
    event.preventDefault();
    const { opening } = this._workings;
    const subject = { document, passage, ...(version !== undefined && { version }), ...(quote && { quote }) };
    if (this._ready) opening.open(subject);
    else opening.wanted = subject;
    this._focus.next('#title', true);
  }

  private _view(words: Words, ready: ReadyState): PlainView {
    const { session } = this._backend.value ?? {};
    const { flow } = this._workings;
    return {
      words,
      ready,
      level: this.headingLevel,
      helper: this.helper,
      form: flow,
      handOver: this._handOver,
      back: this._handOver.back,
      signInUrl: session?.can.signIn ? session.signInUrl(location.href, { locale: this._locale.requested }) : undefined,
      onSignIn: this._onSignIn,
    };
  }

  /** What the status line says. */
  private _said(words: Words | undefined): string {
    if (this._status.message !== '' || !words) return this._status.message;
    if (this._handOver.busy) return words.t('common.hand-over.busy');
    if (this.state.type === 'loading') return words.t('observation-form.loading');
    if (this.state.type !== 'ready') return '';
    return this.state.progress.type === 'sending' ? words.t('observation-form.sending') : words.t('observation-form.loaded');
  }
}
