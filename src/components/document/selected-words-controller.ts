import type { LitElement, ReactiveController } from 'lit';
import type { Words } from '../../i18n/words.js';
import type { Sheet } from './document.state.js';
import type { Observing } from './views/view.js';

/** What is there to choose words from. */
export interface WordsToChoose {
  readonly words: Words;
  readonly sheets: readonly Sheet[];
  readonly observe: Observing['observe'];
}

/** A selection that still grows says nothing yet. In milliseconds. */
const pause = 200;

/** Offers to make an observation on words that somebody has selected. The code for it comes with the first selection in the widget. */
export class SelectedWordsController implements ReactiveController {
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _tools: HTMLElement | undefined;

  constructor(
    private readonly _host: LitElement,
    private readonly _choice: () => WordsToChoose | undefined,
  ) {
    _host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this._onSelection);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this._onSelection);
    clearTimeout(this._timer);
    this._tools?.remove();
  }

  private readonly _onSelection = (): void => {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => void this._offer(), pause);
  };

  private async _offer(): Promise<void> {
    const choice = this._choice();
    const root = this._host.shadowRoot;
    // Most selections are made elsewhere on the page, or nothing can be observed.
    if (!root || !choice?.observe) return;
    // While the offer itself has focus, nobody has chosen anything else.
    if (this._tools?.matches(':focus-within')) return;
    const { selectedWords, offerFor } = await import('./selected-words.js');
    this._tools?.remove();
    const selected = selectedWords(root, choice.sheets);
    if (!selected) return;
    this._tools = offerFor(selected, choice.words, choice.observe);
  }
}
