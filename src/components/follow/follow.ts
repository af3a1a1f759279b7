import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendController } from '../../controllers/backend.js';
import { DeepLinkController } from '../../controllers/deep-link.js';
import { FocusController } from '../../controllers/focus.js';
import { LocaleController } from '../../controllers/locale.js';
import { PageEventController } from '../../controllers/page-event.js';
import { ReadController } from '../../controllers/read.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import { failure, failureFor } from '../../parts/failure.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import type { Theme } from '../../styles/themes.js';
import { referenceFrom } from '../../model/reference-number.js';
import type { FollowState } from './follow.state.js';
import { followStyles } from './follow.styles.js';
import { texts } from './follow.texts.js';
import type { ReceiptResult } from './receipt-check.js';
import { ask } from './views/ask.js';
import { found } from './views/found.js';
import { help } from './views/help.js';
import { receipt } from './views/receipt.js';

/** What stands before the number in the address of the page: `#<process>/follow-PAC-2026-000486`. */
const addressed = 'follow-';

/**
 * What became of an observation, by its reference number and without signing in: received, examined, answered with reasons, in the final
 * text. It also checks a receipt that somebody saved.
 *
 * @tag portico-follow
 * @slot - What stands here is shown when the widget cannot do its work. Put a link to its page into it.
 * @fires {PorticoShowPassageEvent} portico-show-passage - The visitor wants to read a passage of a document. Cancelable: the page can show it
 *   in its own way.
 * @csspart base - The whole widget.
 * @csspart header - Title and what it is for.
 */
export class PorticoFollow extends LitElement {
  static override styles: CSSResultGroup = followStyles;

  /** The process that the page is about. Leave it out to drive the widget with `state`. */
  @property({ attribute: 'process' }) process?: string;

  /** The number to look for at once. An address of the page that names one comes first. */
  @property({ attribute: 'reference' }) reference?: string | undefined;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the widget shows. Set it yourself, without `process`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: FollowState = { type: 'asking' };

  /** What is being looked for. */
  @state() private _wanted: string | undefined;
  @state() private _typed = '';
  @state() private _wrong = false;
  @state() private _receiptOpen = false;
  @state() private _receiptText = '';
  @state() private _checking = false;
  @state() private _result: ReceiptResult | undefined;

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);
  /** Whether somebody asked, so that focus goes to the answer. */
  private _asked = false;

  private readonly _links = new DeepLinkController(
    this,
    () => this.process,
    part => {
      if (part.startsWith(addressed)) this.follow(part.slice(addressed.length));
    },
  );

  private readonly _read = new ReadController(this, {
    args: () => {
      const { observations } = this._backend.value ?? {};
      return this.process && observations && this._wanted !== undefined
        ? ([observations, this._wanted, this._locale.requested] as const)
        : undefined;
    },
    read: async ([observations, reference, locale], signal) => {
      const { state: before } = this;
      if (before.type !== 'found' || before.observation.reference !== reference) this.state = { type: 'loading' };
      const observation = await observations.get(reference, { locale, signal });
      return { observation, terms: await observations.terms(observation.subject.process, { locale, signal }) };
    },
    onValue: ({ observation, terms }) => {
      this._onAnswer({ type: 'found', observation, terms });
    },
    onError: error => {
      this._onAnswer(failureFor(error));
    },
  });

  /** Whom to ask, should nothing be found. */
  private _contact: { text: string; lang: string } | undefined;

  constructor() {
    super();
    new ThemeController(this);
    new ReadController(this, {
      args: () => {
        const { observations } = this._backend.value ?? {};
        const missing = this.state.type === 'not-found';
        return this.process && observations && missing
          ? ([observations, this.process, this._locale.requested] as const)
          : undefined;
      },
      read: ([observations, process, locale], signal) => observations.terms(process, { locale, signal }),
      onValue: terms => {
        this._contact = terms.process.contact;
        this.requestUpdate();
      },
      // The help is then without a person to talk to.
      onError: () => undefined,
    });
    new PageEventController<{ process?: string; reference?: string }>(this, 'portico-follow', event => {
      const { process, reference } = event.detail;
      if (process !== this.process || reference === undefined) return;
      event.preventDefault();
      this.follow(reference);
    });
  }

  /** Looks again. */
  reload(): void {
    if (this._wanted !== undefined) this._read.run();
  }

  /**
   * Looks for an observation and puts focus on what was found.
   *
   * @param typed - A reference number, as people type it.
   */
  follow(typed: string): void {
    this._typed = typed;
    const reference = referenceFrom(typed);
    this._wrong = reference === undefined;
    if (reference === undefined) {
      this._focus.next('#reference');
      return;
    }
    this._asked = true;
    this._typed = reference;
    if (this._wanted === reference) this.reload();
    else this._wanted = reference;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { current } = this._links;
    const linked = current?.startsWith(addressed) ? current.slice(addressed.length) : undefined;
    this._begin(linked ?? new URLSearchParams(location.search).get('reference') ?? undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const backend = this._backend.value;
    if (this.process && (backend ? !backend.observations : this._backend.missing)) this.state = { type: 'not-offered' };
    // What the address of the page names comes first.
    if (changed.has('reference') && (this._wanted === undefined || changed.get('reference') !== undefined))
      this._begin(this.reference);
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    return html`
      <div
        class="follow"
        part="base"
        lang=${words?.locale ?? nothing}
        dir=${words ? directionOf(words.locale) : nothing}
        aria-busy=${this.state.type === 'loading' ? 'true' : 'false'}
      >
        ${statusLine(this._said(words), this._status.visible)}${words ? this._renderState(words) : skeleton()}
      </div>
    `;
  }

  private _renderState(words: Words): TemplateResult {
    const { state: shown, headingLevel: level } = this;
    const notFound = { title: '', text: '' };
    if (shown.type === 'not-offered') return failure({ words, level, state: shown, notFound, onRetry: this._onRetry });
    return html`${this._renderAsk(words)} ${this._renderAnswer(words)} ${this._renderReceipt(words)}`;
  }

  private _renderAsk(words: Words): TemplateResult | typeof nothing {
    return ask({
      words,
      level: this.headingLevel,
      typed: this._typed,
      wrong: this._wrong,
      busy: this._read.pending,
      onType: typed => (this._typed = typed),
      onAsk: () => {
        this.follow(this._typed);
      },
    });
  }

  private _renderAnswer(words: Words): unknown {
    const { state: shown, headingLevel: level } = this;
    switch (shown.type) {
      case 'asking':
        return nothing;
      case 'loading':
        return html`<p class="muted">${words.t('follow.loading')}</p>`;
      case 'found': {
        const { observation, terms } = shown;
        const href = this.process && this._links.possible ? this._links.href(addressed + observation.reference) : undefined;
        const onPrint = (): void => {
          print();
        };
        return found({ words, level, observation, terms, pages: this._backend.value?.pages, href, onPrint });
      }
      case 'not-found':
        return help(words, level + 1, this._wanted ?? this._typed, this._contact);
      default:
        return html`<div id="found-title" tabindex="-1">
          ${failure({ words, level: level + 1, state: shown, notFound: { title: '', text: '' }, onRetry: this._onRetry })}
        </div>`;
    }
  }

  /** Only where the log can be asked. */
  private _renderReceipt(words: Words): TemplateResult | typeof nothing {
    if (!this.process || !this._backend.value?.observations?.can.log) return nothing;
    return receipt({
      words,
      level: this.headingLevel,
      open: this._receiptOpen,
      onToggle: open => (this._receiptOpen = open),
      text: this._receiptText,
      onText: text => (this._receiptText = text),
      onFile: file => void this._onFile(file),
      checking: this._checking,
      result: this._result,
      onCheck: () => void this._onCheck(words),
      timeZone: this.state.type === 'found' ? this.state.terms.process.timeZone : readersZone(),
    });
  }

  private readonly _onRetry = (): void => {
    this._asked = true;
    this.state = { type: 'loading' };
    this._read.run();
  };

  private async _onFile(file: File): Promise<void> {
    const { words } = this._locale;
    this._receiptText = await file.text().catch(() => '');
    if (words) await this._onCheck(words);
  }

  private async _onCheck({ t }: Words): Promise<void> {
    const observations = this._backend.value?.observations;
    if (!observations || this._checking) return;
    this._checking = true;
    const chunk = await this._status.load(() => import('./receipt-check.js'), t('common.chunk-failed'));
    if (chunk) this._result = await chunk.checkedReceipt(observations, this._receiptText, this.process);
    this._checking = false;
    if (chunk) this._focus.next('#receipt-result');
  }

  private _onAnswer(answer: FollowState): void {
    this.state = answer;
    if (this._asked) this._focus.next('#found-title', true);
    this._asked = false;
  }

  /** Looks for what the page or its address names. Focus stays where it is: nobody asked for it yet. */
  private _begin(named: string | undefined): void {
    const reference = named === undefined ? undefined : referenceFrom(named);
    if (reference === undefined) return;
    this._typed = reference;
    this._wanted = reference;
  }

  /** What the status line says. */
  private _said(words: Words | undefined): string {
    if (this._status.message !== '' || !words) return this._status.message;
    switch (this.state.type) {
      case 'loading':
        return words.t('follow.loading');
      case 'found':
        return words.t('follow.found', { reference: this.state.observation.reference });
      default:
        return '';
    }
  }
}

/** The time zone of this device, where that of the process is not known. */
const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
