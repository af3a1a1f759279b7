import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { StatusController } from '../../../src/controllers/status.js';
import type { Integrity, SnippetOptions } from '../../../src/snippet/options.js';
import type { SnippetPiece } from '../../../src/snippet/piece.js';
import { SnippetError, type Problem } from '../../../src/snippet/problems.js';
import { snippet } from '../../../src/snippet/snippet.js';
import { systems } from '../../../src/snippet/systems.js';
import { copyText } from './copy.js';
import { attributeField, firstDraft, optionsOf, type Draft } from './draft.js';
import { formFields } from './form.js';
import { pieceView } from './piece-view.js';
import { SnippetChangeEvent } from './snippet-change-event.js';
import { snippetGeneratorStyles } from './snippet-generator.styles.js';

/** What came of the form. */
type Outcome =
  | { readonly type: 'pieces'; readonly options: SnippetOptions; readonly pieces: readonly SnippetPiece[] }
  | { readonly type: 'problems'; readonly problems: readonly Problem[] };

/**
 * A form for web teams: they say what they want to show and where, and get what to paste, piece by piece. For Storybook; it is not in the
 * package.
 *
 * @tag snippet-generator
 * @slot - The widget, as it will look.
 * @fires {SnippetChangeEvent} snippet-change - Somebody chose something else.
 */
export class SnippetGenerator extends LitElement {
  static override styles: CSSResultGroup = snippetGeneratorStyles;

  /** The release that the snippets are of. */
  @property({ attribute: 'version' }) version = '';

  /** Whether this page is `light` or `dark`; the design system of the preview may be another way. */
  @property({ attribute: 'scheme' }) scheme = 'light';

  /** Its hashes; without them there is no pinned snippet. */
  @property({ attribute: false }) integrity?: Integrity | undefined;

  /** How the form begins, where it differs from the usual. */
  @property({ attribute: false }) start: Draft = {};

  /** Subjects that there is sample data of. */
  @property({ attribute: false }) subjects: readonly string[] = [];

  @state() private _draft: Draft = firstDraft;
  @state() private _outcome: Outcome = { type: 'problems', problems: [] };
  @query('form') private readonly _form!: HTMLFormElement;

  private readonly _status = new StatusController(this);

  private get _first(): Draft {
    return { ...firstDraft, ...this.start };
  }

  private get _problems(): readonly Problem[] {
    return this._outcome.type === 'problems' ? this._outcome.problems : [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('start')) this._draft = this._first;
    const anew = ['start', 'version', 'integrity', 'scheme'] as const;
    if (anew.some(name => changed.has(name))) this._make({ complain: true });
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page" lang="en" dir="ltr" @focusin=${this._onFocusIn}>
        <header>
          <h1>Snippet generator</h1>
          <p>Say what to show and where. Paste the head once per site, and the link where the widget shall be.</p>
        </header>
        <form novalidate @input=${this._onInput} @change=${this._onChange} @submit=${this._onSubmit}>
          ${formFields({
            first: this._first,
            draft: this._draft,
            version: this.version,
            subjects: this.subjects,
            problems: new Map(this._problems.map(({ option, message }) => [this._fieldOf(option), message])),
          })}
        </form>
        <section class="result" aria-labelledby="result-title">
          <h2 id="result-title">What to paste</h2>
          ${this._renderOutcome()}
        </section>
        <section class="preview" aria-labelledby="preview-title">
          <h2 id="preview-title">Preview</h2>
          <p class="hint">With sample data of an invented municipality: ${this.subjects.join(', ')}.</p>
          <div class="frame"><slot></slot></div>
        </section>
        <p class=${this._status.visible ? 'message' : 'visually-hidden'} role="status">${this._status.message}</p>
      </div>
    `;
  }

  private _renderOutcome(): TemplateResult {
    const outcome = this._outcome;
    switch (outcome.type) {
      case 'problems':
        return html`
          <p>There is no snippet yet. Mend this first:</p>
          <ul class="problems">
            ${outcome.problems.map(({ option, message }) => this._renderProblem(this._fieldOf(option), message))}
          </ul>
        `;
      case 'pieces':
        return this._renderPieces(outcome.pieces);
    }
  }

  private _renderProblem(field: string, message: string): TemplateResult {
    const onClick = (event: Event): void => {
      event.preventDefault();
      const control = this.renderRoot.querySelector<HTMLElement>(`#${field}`);
      control?.closest('details')?.setAttribute('open', '');
      control?.focus();
    };
    return html`<li><a href="#${field}" @click=${onClick}>${message}</a></li>`;
  }

  private _renderPieces(pieces: readonly SnippetPiece[]): TemplateResult {
    const onCopy = (code: HTMLElement): void => void this._copy(code);
    const list = (some: readonly SnippetPiece[]): unknown => some.map(piece => pieceView(piece, onCopy));
    const others = pieces.filter(({ optional }) => optional);
    return html`
      <ol class="pieces" role="list">
        ${list(pieces.filter(({ optional }) => !optional))}
      </ol>
      ${
        others.length === 0
          ? nothing
          : html`
              <details>
                <summary>Other ways, and what only some sites need (${others.length})</summary>
                <ul class="pieces" role="list">
                  ${list(others)}
                </ul>
              </details>
            `
      }
    `;
  }

  /** What lies over the page goes when somebody goes on: nothing may be hidden under it. */
  private readonly _onFocusIn = (): void => {
    if (this._status.visible) this._status.say('');
  };

  private readonly _onInput = (): void => {
    this._read();
    // Somebody who is still typing is not told yet what is wrong.
    this._make({ complain: false });
  };

  private readonly _onChange = (): void => {
    this._read();
    this._make({ complain: true });
  };

  private readonly _onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this._onChange();
  };

  private _read(): void {
    this._draft = Object.fromEntries(
      Array.from(new FormData(this._form), ([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
  }

  /** Makes the snippet of what the form holds. What is wrong with it replaces the last one only when it is time to complain. */
  private _make({ complain }: { complain: boolean }): void {
    const options = optionsOf(this._draft, { version: this.version, integrity: this.integrity });
    try {
      this._show({ type: 'pieces', options, pieces: snippet(options) });
    } catch (error) {
      if (!(error instanceof SnippetError)) throw error;
      if (complain) this._show({ type: 'problems', problems: error.problems });
    }
  }

  private _show(outcome: Outcome): void {
    const said = summary(this._outcome);
    this._outcome = outcome;
    if (outcome.type === 'pieces') this.dispatchEvent(new SnippetChangeEvent(outcome.options));
    if (this.hasUpdated && summary(outcome) !== said) this._status.say(summary(outcome));
  }

  private async _copy(code: HTMLElement): Promise<void> {
    const where = code.closest('.piece')?.querySelector('h3')?.textContent ?? '';
    // The same words a second time are said only when they were away in between.
    this._status.say('');
    await this.updateComplete;
    const copied = await copyText(code);
    this._status.say(
      copied ? `Copied. ${where}` : 'The browser did not let this page copy. The code is selected: press Ctrl+C, or ⌘C.',
      true,
    );
  }

  /** The field that an option comes from. */
  private _fieldOf(option: keyof SnippetOptions): string {
    switch (option) {
      case 'pinned':
      case 'version':
      case 'integrity':
        return 'release';
      case 'attributes':
        return attributeField('heading-level');
      default:
        return option;
    }
  }
}

/** An outcome in a sentence, for those who do not see it change. */
function summary(outcome: Outcome): string {
  if (outcome.type === 'problems') return `No snippet: ${String(outcome.problems.length)} to mend.`;
  const needed = outcome.pieces.filter(({ optional }) => !optional).length;
  return `${systems[outcome.options.cms].name}: ${String(needed)} pieces to paste.`;
}
