import { html, type TemplateResult } from 'lit';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import { findQuote, quoteOf } from '../../model/find-quote.js';
import { sentencesOf } from '../../model/sentences.js';
import type { TextQuote, TextRange } from '../../model/text-quote.js';
import { language } from '../../parts/spoken.js';
import type { FormHost } from './form-host.js';
import type { FormView } from './views/view.js';

export interface PickerMeans {
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly onQuote: (quote: TextQuote | undefined) => void;
}

/**
 * The words of a passage, sentence by sentence, each a button: a press chooses it, another one further on chooses all up to there. Whoever
 * can select words by mouse or finger takes those instead.
 */
export class SentencePicker {
  isOpen = false;
  private _first: number | undefined;
  private _last: number | undefined;
  private _sentences: { text: string; ranges: readonly TextRange[] } | undefined;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: PickerMeans,
  ) {}

  open(): void {
    this.isOpen = true;
    this._first = this._last = undefined;
    this._means.focus.next('#picker-title');
  }

  render(view: FormView): TemplateResult {
    const { words, ready } = view;
    const { t, locale } = words;
    const passage = ready.subject.passage;
    const text = passage?.type === 'here' ? passage.text : '';
    const lang = passage?.type === 'here' ? passage.lang : locale;
    const marks = language(lang, locale);
    const ranges = this._rangesOf(text, lang);
    const chosen = this._chosen(text, ranges, ready.entry.quote);
    const isChosen = ({ start, end }: TextRange): boolean => chosen !== undefined && start < chosen.end && end > chosen.start;
    return html`
      <div class="picker">
        <p id="picker-title" tabindex="-1"><strong>${t('observation-form.pick.title')}</strong></p>
        <p class="field-hint">${t('observation-form.pick.text')}</p>
        <p class="wording" lang=${marks.lang} dir=${marks.dir}>
          <span class="sentences"
            >${ranges.map(
              (range, index) =>
                html`${text.slice(ranges[index - 1]?.end ?? 0, range.start)}<span
                    class="sentence"
                    role="button"
                    tabindex="0"
                    aria-pressed=${isChosen(range) ? 'true' : 'false'}
                    data-start=${range.start}
                    @click=${() => this._onSentence(index, view)}
                    @keydown=${(event: KeyboardEvent) => this._onKey(event, index, view)}
                    >${text.slice(range.start, range.end)}</span
                  >`,
            )}</span
          >
        </p>
        <div class="actions">
          <button class="button" type="button" @click=${() => this._close()}>${t('observation-form.pick.done')}</button>
          <button class="button quiet" type="button" @click=${() => this._onSelected(view)}>
            ${t('observation-form.pick.selected')}
          </button>
          <button class="button quiet" type="button" @click=${() => this._onAll()}>${t('observation-form.pick.all')}</button>
        </div>
      </div>
    `;
  }

  private _rangesOf(text: string, lang: string): readonly TextRange[] {
    if (this._sentences?.text !== text) this._sentences = { text, ranges: sentencesOf(text, lang) };
    return this._sentences.ranges;
  }

  private _chosen(text: string, ranges: readonly TextRange[], quote: TextQuote | undefined): TextRange | undefined {
    const first = this._first === undefined ? undefined : ranges[this._first];
    const last = this._last === undefined ? undefined : ranges[this._last];
    if (first && last) return { start: first.start, end: last.end };
    return quote && findQuote(text, quote);
  }

  private _onKey(event: KeyboardEvent, index: number, view: FormView): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this._onSentence(index, view);
  }

  private _onSentence(index: number, view: FormView): void {
    // Whoever has just selected words by dragging did not mean to press.
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const { _first: first, _last: last } = this;
    if (first === undefined || last === undefined) [this._first, this._last] = [index, index];
    else if (index === first && index === last) {
      this._onAll();
      return;
    } else if (index < first) this._first = index;
    else if (index > last) this._last = index;
    else [this._first, this._last] = [index, index];
    this._take(view);
  }

  private _take({ ready, words }: FormView): void {
    const passage = ready.subject.passage;
    if (passage?.type !== 'here') return;
    const ranges = this._rangesOf(passage.text, passage.lang);
    const chosen = this._chosen(passage.text, ranges, undefined);
    if (!chosen) return;
    this._means.onQuote(quoteOf(passage.text, chosen));
    this._means.status.say(words.t('observation-form.pick.chosen', { words: passage.text.slice(chosen.start, chosen.end) }));
  }

  /** Takes the words that are selected, when they lie in this passage. */
  private _onSelected({ ready, words }: FormView): void {
    const passage = ready.subject.passage;
    const range = this._selection();
    if (passage?.type !== 'here' || !range || range.start === range.end) {
      this._means.status.say(words.t('observation-form.pick.nothing'), true);
      return;
    }
    this._first = this._last = undefined;
    this._means.status.say('');
    this._means.onQuote(quoteOf(passage.text, range));
  }

  private _onAll(): void {
    this._first = this._last = undefined;
    this._means.onQuote(undefined);
    this._host.requestUpdate();
  }

  private _close(): void {
    this.isOpen = false;
    this._means.focus.next('#pick');
  }

  /** Where the selection of the page lies in the passage. */
  private _selection(): TextRange | undefined {
    const box = this._host.renderRoot.querySelector('.sentences');
    const range = box && selectionIn(this._host.renderRoot as ShadowRoot);
    if (!range || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined;
    const before = document.createRange();
    before.selectNodeContents(box);
    before.setEnd(range.startContainer, range.startOffset);
    const inside = document.createRange();
    inside.setStart(range.startContainer, range.startOffset);
    inside.setEnd(range.endContainer, range.endOffset);
    const start = before.toString().length;
    return { start, end: start + inside.toString().length };
  }
}

/** A selection, as engines have it that are older than the browser's own types. */
type Composed = Omit<Selection, 'getComposedRanges'> & Partial<Pick<Selection, 'getComposedRanges'>>;

/** Engines differ in how a selection inside a shadow root is asked for. */
function selectionIn(root: ShadowRoot): StaticRange | Range | undefined {
  const own = (root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.();
  const selection: Composed | null = own ?? getSelection();
  if (!selection) return undefined;
  const composed = own ? undefined : selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  return composed ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined);
}
