import type { TextRange } from './text-quote.js';

const before = String.raw`(?:^|[\s(«"’'])`;

/** Short words of Italian acts and names after which something always follows: 'art. 3', 'lett. B', 'ing. Rossi'. */
const midway = new RegExp(
  String.raw`${before}(?:artt?|comm?|lett?|nn|pp|pagg?|all|cfr|cap|par|d\.?lgs|d\.?p\.?r|l\.?r|dott|ing|prof|sigg?|avv|es)\.\s*$`,
  'iu',
);

/** Those that can also stand at the end: 'ecc.', 'e ss.', or that are words of their own. */
const anywhere = new RegExp(String.raw`${before}(?:c|co|l|n|p|v|vv|ss|segg?|ecc|u\.?s|s\.?m\.?i)\.\s*$`, 'iu');

/**
 * The sentences of a text, without the blanks around them, by the rules of its language (Unicode Standard Annex 29). The end of a line ends
 * a sentence. An abbreviation of acts does not.
 *
 * @param locale - Language of the text.
 */
export function sentencesOf(text: string, locale: string): TextRange[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const sentences: TextRange[] = [];
  let open: number | undefined;
  for (const { index, segment } of segmenter.segment(text)) {
    const start = open ?? index;
    const end = index + segment.length;
    open = end < text.length && goesOn(segment, text.charAt(end)) ? start : undefined;
    if (open === undefined) sentences.push(...linesOf(text, { start, end }));
  }
  return sentences;
}

function goesOn(segment: string, next: string): boolean {
  if (segment.endsWith('\n')) return false;
  return midway.test(segment) || (anywhere.test(segment) && /[\p{Ll}\p{N}(]/u.test(next));
}

/** The parts between ends of lines, without the blanks around them. */
function linesOf(text: string, { start, end }: TextRange): TextRange[] {
  const ranges: TextRange[] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    const trimmed = line.trim();
    const begin = from + line.indexOf(trimmed);
    if (trimmed !== '') ranges.push({ start: begin, end: begin + trimmed.length });
    from += line.length + 1;
  }
  return ranges;
}
