import type { SnippetPiece } from './piece.js';
import type { SnippetOptions } from './options.js';

/**
 * How well we know what a CMS does to the snippet: its filter was run on it, its source was read, its documentation was read; `own`
 * where nothing filters.
 */
export type Certainty = 'tested' | 'read' | 'documented' | 'own';

/** What is peculiar to one CMS. */
export interface System {
  readonly name: string;
  readonly certainty: Certainty;
  /** What to paste, in this order. */
  pieces(options: SnippetOptions): SnippetPiece[];
}
