import type { ObservationLine, ObservationPage, ObservationSummary, OwnObservations } from '../../model/observation.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import type { Participation } from '../../model/session.js';
import type { ReadFailure } from '../../parts/failure.js';

/** What the widget shows. */
export type ObservationListState = { type: 'loading' } | ReadFailure | ReadyState;

export interface ReadyState {
  readonly type: 'ready';
  readonly terms: ObservationTerms;
  readonly results: Results;
  /** Of everything that the list is about, whatever is searched for. Absent until it was counted. */
  readonly summary?: ObservationSummary | undefined;
  readonly reader: ReaderState;
}

/** What was found. */
export type Results = { readonly type: 'failed'; readonly failure: ReadFailure } | FoundResults;

export interface FoundResults {
  readonly type: 'here';
  /** How many there are in all. */
  readonly total: number;
  readonly sections: readonly Section[];
  /** Where the next page begins, for the backend. */
  readonly next?: string | undefined;
  readonly more: 'idle' | 'loading' | 'failed';
}

/** Observations that are drawn together. */
export interface Section {
  /** Where its first one stands, from 0. */
  readonly first: number;
  readonly lines: readonly ObservationLine[];
}

/** What is known of the person who reads. */
export type ReaderState =
  /** The backend is being asked. */
  | { readonly type: 'asking' }
  /** The backend knows no persons. */
  | { readonly type: 'anonymous' }
  /** It should know and did not answer. */
  | { readonly type: 'unknown' }
  | { readonly type: 'known'; readonly participation: Participation; readonly own: OwnObservations };

/** How many stand in one section: the browser leaves out whole sections that are far away, and fifty is what it does best with. */
export const sectionLength = 50;

/**
 * Sections with more lines at their end.
 *
 * @param before - Those that were here. They stay the same objects, so that nothing is drawn twice.
 */
export function withLines(before: readonly Section[], lines: readonly ObservationLine[]): Section[] {
  const last = before.at(-1);
  const room = last ? sectionLength - last.lines.length : 0;
  const sections = last && room > 0 ? before.slice(0, -1) : [...before];
  if (last && room > 0) sections.push({ ...last, lines: [...last.lines, ...lines.slice(0, room)] });
  for (let at = room; at < lines.length; at += sectionLength) {
    const previous = sections.at(-1);
    const first = previous ? previous.first + previous.lines.length : 0;
    sections.push({ first, lines: lines.slice(at, at + sectionLength) });
  }
  return sections;
}

/** The results that begin with a page. */
export const resultsOf = ({ items, total, next }: ObservationPage): FoundResults => ({
  type: 'here',
  total,
  sections: withLines([], items),
  next,
  more: 'idle',
});

/**
 * The state for a page that holds the data itself.
 *
 * @param lines - All of them, in the order in which they are shown.
 */
export function observationListState(
  terms: ObservationTerms,
  lines: readonly ObservationLine[],
  summary?: ObservationSummary,
): ReadyState {
  const results = resultsOf({ items: [...lines], total: lines.length });
  return { type: 'ready', terms, results, summary, reader: { type: 'anonymous' } };
}

/** The observations of a state, where there are any. */
export const foundIn = (state: ObservationListState): FoundResults | undefined =>
  state.type === 'ready' && state.results.type === 'here' ? state.results : undefined;

/** How many are here. */
export const countOf = ({ sections }: FoundResults): number => {
  const last = sections.at(-1);
  return last ? last.first + last.lines.length : 0;
};

/** An observation among those that are here. */
export const lineOf = ({ sections }: FoundResults, reference: string): ObservationLine | undefined =>
  sections.flatMap(({ lines }) => lines.find(line => line.reference === reference) ?? [])[0];

/** The same results, with what is known now of one observation. */
export function withChange(results: FoundResults, reference: string, change: Partial<ObservationLine>): FoundResults {
  const sections = results.sections.map(section =>
    section.lines.some(line => line.reference === reference)
      ? { ...section, lines: section.lines.map(line => (line.reference === reference ? { ...line, ...change } : line)) }
      : section,
  );
  return { ...results, sections };
}
