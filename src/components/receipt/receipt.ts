import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendController } from '../../controllers/backend.js';
import { FocusController } from '../../controllers/focus.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReadController } from '../../controllers/read.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import { failure, failureFor } from '../../parts/failure.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import type { Theme } from '../../styles/themes.js';
import { checkedVoteReceipt } from './checked-vote-receipt.js';
import { canReadCodes, codeIn } from './code-in-picture.js';
import type { Inspection, ReceiptState } from './receipt.state.js';
import { receiptStyles } from './receipt.styles.js';
import { texts } from './receipt.texts.js';
import { ask } from './views/ask.js';
import { finding } from './views/finding.js';

/**
 * Whether a vote stands in the log of its ballot, and after the closing in the count: by the receipt, checked in this browser. An address
 * with a receipt in it is checked at once.
 *
 * @tag portico-receipt
 * @slot - What stands here is shown when the widget cannot do its work. Put a link to the city's page into it.
 * @csspart base - The whole widget.
 * @csspart header - Title and what it is for.
 */
export class PorticoReceipt extends LitElement {
  static override styles: CSSResultGroup = receiptStyles;

  /** The ballot that receipts are of. Leave it out to drive the widget with `state`. */
  @property({ attribute: 'ballot' }) ballot?: string;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the widget shows. Set it yourself, without `ballot`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: ReceiptState = { type: 'loading' };

  @state() private _text = '';
  @state() private _missing = false;

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);

  private readonly _read = new ReadController(this, {
    args: () => {
      const ballots = this._backend.value?.ballots;
      return this.ballot && ballots ? ([ballots, this.ballot, this._locale.requested] as const) : undefined;
    },
    read: ([ballots, ballot, locale], signal) => {
      if (this.state.type !== 'ready' || this.state.ballot.id !== ballot) this.state = { type: 'loading' };
      return ballots.get(ballot, { locale, signal });
    },
    onValue: ballot => {
      const inspection = this.state.type === 'ready' ? this.state.inspection : ({ type: 'none' } as const);
      this.state = { type: 'ready', ballot, inspection };
      if (inspection.type === 'none' && location.hash.startsWith('#receipt=')) {
        this._text = location.href;
        void this._check();
      }
    },
    onError: error => {
      if (this.state.type !== 'ready') this.state = failureFor(error);
    },
  });

  constructor() {
    super();
    new ThemeController(this);
  }

  /** Reads the ballot again. */
  reload(): void {
    if (this.ballot) this._read.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this._onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this._onHash);
  }

  protected override willUpdate(): void {
    const backend = this._backend.value;
    const without = backend ? !backend.ballots?.can.log : this._backend.missing;
    if (this.ballot && without) this.state = { type: 'not-offered' };
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    return html`
      <div
        class="receipt"
        part="base"
        lang=${words?.locale ?? nothing}
        dir=${words ? directionOf(words.locale) : nothing}
        aria-busy=${this.state.type === 'loading' ? 'true' : 'false'}
      >
        ${statusLine(this._status.message, this._status.visible)}${words ? this._renderState(words) : skeleton()}
      </div>
    `;
  }

  private _renderState(words: Words): TemplateResult {
    const { state: shown, headingLevel: level } = this;
    const { t } = words;
    switch (shown.type) {
      case 'loading':
        return skeleton();
      case 'ready': {
        const { ballot, inspection } = shown;
        return html`${ask({
          words,
          level,
          ballot,
          text: this._text,
          missing: this._missing,
          checking: inspection.type === 'checking',
          photo: canReadCodes(),
          onText: text => (this._text = text),
          onFile: file => void this._onFile(file),
          onCheck: () => void this._check(),
        })}
        ${inspection.type === 'found' ? finding({ words, level, ballot, finding: inspection.finding }) : nothing}`;
      }
      default: {
        const notFound = { title: t('receipt.not-found.title'), text: t('receipt.not-found.text') };
        return failure({ words, level, state: shown, notFound, onRetry: this._onRetry });
      }
    }
  }

  private readonly _onRetry = (): void => {
    this.state = { type: 'loading' };
    this._read.run();
  };

  private readonly _onHash = (): void => {
    if (!location.hash.startsWith('#receipt=')) return;
    this._text = location.href;
    void this._check();
  };

  private async _onFile(file: File): Promise<void> {
    const read = file.type.startsWith('image/') ? codeIn(file) : file.text();
    this._text = (await read.catch(() => undefined)) ?? '';
    if (this._text === '') this._inspect({ type: 'found', finding: { type: 'unreadable' } });
    else await this._check();
  }

  private async _check(): Promise<void> {
    const ballots = this._backend.value?.ballots;
    if (this.state.type !== 'ready' || !ballots || this.state.inspection.type === 'checking') return;
    this._missing = this._text.trim() === '';
    if (this._missing) {
      this._focus.next('#receipt-text');
      return;
    }
    this._inspect({ type: 'checking' });
    this._inspect({ type: 'found', finding: await checkedVoteReceipt(ballots, this.state.ballot, this._text) });
  }

  private _inspect(inspection: Inspection): void {
    if (this.state.type !== 'ready') return;
    this.state = { ...this.state, inspection };
    if (inspection.type === 'found') this._focus.next('#finding');
  }
}
