import type { TextQuote, TextRange } from './text-quote.js';

/** As much as a quote keeps of each side, at most. */
const mostContext = 100;

/** Of its letters this share may differ, when the text was edited since the words were quoted. */
const tolerance = 0.2;

/** Letters of quote and text that are compared at most, so that it takes a quarter of a second at most. */
const mostCells = 20_000_000;

/** Words of this length are themselves wherever they stand; shorter ones only beside what stood beside them. */
const telling = 32;

/** So many letters of what stood around words show that it is the same place. */
const enoughAround = 8;

/**
 * Some words of a text, with what stands before and after them: more of it when the same words stand there several times and less would
 * not tell which are meant.
 */
export function quoteOf(text: string, { start, end }: TextRange, context = 32): TextQuote {
  const quote = {
    exact: text.slice(start, end),
    // No half of a surrogate pair: nothing could keep it.
    prefix: text.slice(Math.max(0, start - context), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + context).replace(/[\uD800-\uDBFF]$/, ''),
  };
  if (context >= mostContext || findQuote(text, quote)?.start === start) return quote;
  return quoteOf(text, { start, end }, Math.min(mostContext, context * 2));
}

/**
 * Where quoted words stand in a text. The same words are preferred; of several those with the most of what stood around them. When they
 * stand nowhere, a place that differs a little is taken if it is the one that differs least. Where that is not clear there is no place: a
 * wrong one would put words into somebody's mouth.
 */
export function findQuote(text: string, quote: TextQuote): TextRange | undefined {
  if (quote.exact === '') return undefined;
  return exactPlace(text, quote) ?? inexactPlace(text, quote);
}

function exactPlace(text: string, { exact, prefix, suffix }: TextQuote): TextRange | undefined {
  let best: TextRange | undefined;
  let most = -1;
  let rival = -1;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    const around = sameBefore(text, start, prefix) + sameAfter(text, end, suffix);
    if (around <= most) rival = Math.max(rival, around);
    else [best, most, rival] = [{ start, end }, around, most];
  }
  const known = prefix.length + suffix.length;
  if (most === rival && !(known > 0 && most === known)) return undefined;
  const sure = exact.length >= telling || most >= Math.min(enoughAround, known);
  return sure ? best : undefined;
}

/** How many letters before a place are those that stood there. */
function sameBefore(text: string, start: number, prefix: string): number {
  let length = 0;
  while (length < Math.min(start, prefix.length) && text[start - 1 - length] === prefix.at(-1 - length)) length += 1;
  return length;
}

function sameAfter(text: string, end: number, suffix: string): number {
  let length = 0;
  while (length < suffix.length && text[end + length] === suffix[length]) length += 1;
  return length;
}

/**
 * Sellers' algorithm: for each letter of the text, the edit distance from the quote to the part that ends there and differs least, with the
 * place where that part begins.
 */
function inexactPlace(text: string, { exact }: TextQuote): TextRange | undefined {
  const { length } = exact;
  const allowed = Math.floor(length * tolerance);
  if (length < enoughAround || length * text.length > mostCells) return undefined;
  const distances = Int32Array.from({ length: length + 1 }, (_, row) => row);
  const starts = new Int32Array(length + 1);
  let found: (TextRange & { distance: number }) | undefined;
  let rival = Infinity;
  for (let end = 1; end <= text.length; end += 1) {
    nextColumn(distances, starts, exact, text.charCodeAt(end - 1), end);
    const distance = distances[length] ?? Infinity;
    if (distance > allowed) continue;
    const place = { start: starts[length] ?? 0, end, distance };
    if (!found || distance < found.distance) {
      if (found && !overlap(found, place)) rival = Math.min(rival, found.distance);
      found = place;
    } else if (!overlap(found, place)) rival = Math.min(rival, distance);
  }
  return found && found.distance < rival ? { start: found.start, end: found.end } : undefined;
}

/** One letter further in the text. Both columns become the next ones where they are. */
function nextColumn(distances: Int32Array, starts: Int32Array, exact: string, letter: number, end: number): void {
  let [diagonal, diagonalStart] = [0, end - 1];
  let [above, aboveStart] = [0, end];
  distances[0] = 0;
  starts[0] = end;
  for (let row = 1; row < distances.length; row += 1) {
    const left = distances[row] ?? 0;
    const leftStart = starts[row] ?? 0;
    const replaced = diagonal + (exact.charCodeAt(row - 1) === letter ? 0 : 1);
    const least = Math.min(replaced, left + 1, above + 1);
    aboveStart = least === replaced ? diagonalStart : least === left + 1 ? leftStart : aboveStart;
    above = least;
    distances[row] = above;
    starts[row] = aboveStart;
    [diagonal, diagonalStart] = [left, leftStart];
  }
}

const overlap = (one: TextRange, other: TextRange): boolean => one.start < other.end && other.start < one.end;
