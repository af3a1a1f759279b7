import { html, render } from 'lit';
import type { Words } from '../../i18n/words.js';
import type { Passage } from '../../model/document.js';
import { quoteOf } from '../../model/find-quote.js';
import { plainParagraphs } from '../../model/richtext.js';
import type { TextQuote, TextRange } from '../../model/text-quote.js';
import type { Sheet } from './document.state.js';
import type { Observing } from './views/view.js';

/** Words of one passage that somebody has selected. */
export interface SelectedWords {
  readonly passage: string;
  readonly quote: TextQuote;
  /** Where they are on the screen. */
  readonly box: DOMRect;
  /** What holds the text of the passage. */
  readonly text: HTMLElement;
}

/** A selection inside a shadow root, as each browser tells it. */
type OpenSelection = Omit<Selection, 'getComposedRanges'> & {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};
type OpenRoot = ShadowRoot & { getSelection?: () => Selection | null };

/** The words that are selected; nothing when they are those of several passages, or of one that takes no observations. */
export function selectedWords(root: ShadowRoot, sheets: readonly Sheet[]): SelectedWords | undefined {
  const range = selectedRange(root);
  const text = elementOf(range?.startContainer)?.closest<HTMLElement>('.richtext:not(.plain *)');
  const id = text?.closest<HTMLElement>('[data-passage]')?.dataset['passage'];
  if (!range || !text || id === undefined || !root.contains(text)) return undefined;
  const passage = sheets.map(({ words }) => (words.type === 'here' ? words.passages.get(id) : undefined)).find(Boolean);
  if (!passage?.observable || !text.contains(lastNode(range))) return undefined;
  const quote = quoteIn(passage, text, range);
  return quote && { passage: id, quote, box: range.getBoundingClientRect(), text };
}

function selectedRange(root: OpenRoot): Range | undefined {
  const selection: OpenSelection | null = document.getSelection();
  // Chromium tells what is inside a shadow root only to who asks the root, or by the newer method.
  const [composed] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  const inner = root.getSelection?.() ?? selection;
  const found = composed ?? (inner && inner.rangeCount > 0 ? inner.getRangeAt(0) : undefined);
  if (!found || !root.contains(found.startContainer) || !root.contains(found.endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.collapsed ? undefined : range;
}

/** Where a selection really ends: one of a whole paragraph ends at the beginning of what follows. */
function lastNode({ endContainer, endOffset, startContainer }: Range): Node {
  if (endOffset > 0 || endContainer === startContainer) return endContainer;
  const walker = document.createTreeWalker(endContainer.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = endContainer;
  let node = walker.previousNode();
  while (node && node.textContent?.trim() === '') node = walker.previousNode();
  return node ?? endContainer;
}

const elementOf = (node: Node | undefined): Element | null | undefined => (node instanceof Element ? node : node?.parentElement);

/** What the screen and the text of a passage do not have in common: how lines and cells are parted. */
const parting = /[\s,]/u;

const lettersIn = (text: string): string[] => Array.from(text).filter(letter => !parting.test(letter));

/** The words as they stand in the text of the passage, whole words only; counted by letters, since on the screen they are parted otherwise. */
function quoteIn({ body }: Passage, element: HTMLElement, range: Range): TextQuote | undefined {
  const text = plainParagraphs(body?.blocks ?? []).join('\n');
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = lettersIn(wordsOf(range, element));
  const first = lettersIn(before.toString()).length;
  const place = placeOf(text, first, chosen.length);
  if (!place || lettersIn(text.slice(place.start, place.end)).join('') !== chosen.join('')) return undefined;
  return quoteOf(text, wholeWords(text, place));
}

/** The selected letters inside the text alone. */
function wordsOf(range: Range, element: HTMLElement): string {
  if (element.contains(range.endContainer)) return range.toString();
  const inside = range.cloneRange();
  inside.setEnd(element, element.childNodes.length);
  return inside.toString();
}

/** Where so many letters stand, after so many others. */
function placeOf(text: string, first: number, length: number): TextRange | undefined {
  let count = 0;
  let start: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!parting.test(letter)) {
      if (count === first) start = at;
      count += 1;
      if (start !== undefined && count === first + length) return { start, end: at + letter.length };
    }
    at += letter.length - 1;
  }
  return undefined;
}

/** Half a word is no quote. */
function wholeWords(text: string, { start, end }: TextRange): TextRange {
  const before = /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(end))?.[0] ?? '';
  const startsInside = /^[\p{L}\p{N}]/u.test(text.slice(start));
  const endsInside = /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, end));
  return { start: startsInside ? start - before.length : start, end: endsInside ? end + after.length : end };
}

/**
 * A button below the selected words, and in the order of the keyboard right after the text they are in. It goes with the selection.
 *
 * @returns What stands in the page for it.
 */
export function offerFor({ passage, quote, box, text }: SelectedWords, words: Words, observe: Observing['observe']): HTMLElement {
  const tools = document.createElement('div');
  tools.className = 'selection-tools';
  // A press on it shall not end the selection, or it would be gone before the click.
  tools.addEventListener('pointerdown', event => {
    event.preventDefault();
  });
  tools.addEventListener('mousedown', event => {
    event.preventDefault();
  });
  const onClick = (): void => {
    tools.remove();
    document.getSelection()?.removeAllRanges();
    observe?.(passage, quote);
  };
  render(html`<button class="button" type="button" @click=${onClick}>${words.t('document.observe-words')}</button>`, tools);
  const around = text.parentElement ?? text;
  tools.style.setProperty('inset-block-start', `${String(Math.round(box.bottom - around.getBoundingClientRect().top))}px`);
  text.after(tools);
  return tools;
}
