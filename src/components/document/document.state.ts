import type { ContentsLine, Passage, PlanDocument } from '../../model/document.js';
import type { ReadFailure } from '../../parts/failure.js';

/** What the widget shows. */
export type DocumentState =
  | { type: 'loading' }
  | ReadFailure
  /** There is a document, and nothing in it yet. */
  | { type: 'empty'; document: PlanDocument }
  | { type: 'ready'; document: PlanDocument; sheets: readonly Sheet[] };

export type ReadyState = Extract<DocumentState, { type: 'ready' }>;

/** Passages that are read and shown together. Their headings are known from the start, their words when somebody comes near. */
export interface Sheet {
  /** Where its first passage stands in the document, from 0. */
  readonly first: number;
  readonly lines: readonly ContentsLine[];
  readonly words: SheetWords;
}

export type SheetWords =
  { type: 'waiting' } | { type: 'loading' } | { type: 'failed' } | { type: 'here'; passages: ReadonlyMap<string, Passage> };

/** How many passages make a sheet: enough to fill a screen, few enough to come at once on a slow line. */
export const sheetLength = 50;

/**
 * The state for a document that was read.
 *
 * @param passages - Those whose words are here already.
 */
export function documentState(document: PlanDocument, passages: readonly Passage[] = []): DocumentState {
  if (document.contents.length === 0) return { type: 'empty', document };
  const known = new Map(passages.map(passage => [passage.id, passage]));
  const sheets: Sheet[] = [];
  for (let first = 0; first < document.contents.length; first += sheetLength) {
    const lines = document.contents.slice(first, first + sheetLength);
    sheets.push({ first, lines, words: wordsOf(lines, known) ?? { type: 'waiting' } });
  }
  return { type: 'ready', document, sheets };
}

/** The words of a sheet, when there are any. */
export function wordsOf(lines: readonly ContentsLine[], known: ReadonlyMap<string, Passage>): SheetWords | undefined {
  const passages = new Map<string, Passage>();
  for (const { id } of lines) {
    const passage = known.get(id);
    if (passage) passages.set(id, passage);
  }
  return passages.size > 0 ? { type: 'here', passages } : undefined;
}

/** Whether people can call a passage by something. */
export const hasName = ({ label, title }: Pick<ContentsLine, 'label' | 'title'>): boolean =>
  label !== undefined || title !== undefined;
