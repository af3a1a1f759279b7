export type PieceLanguage = 'html' | 'wikitext' | 'markdown' | 'php' | 'yaml' | 'javascript' | 'text';

/** One thing to paste. */
export interface SnippetPiece {
  /** Names the piece within its snippet: `head`, `content`, `placeholder`. */
  readonly id: string;
  /** Where it goes, for the person who pastes it. */
  readonly where: string;
  readonly code: string;
  readonly language: PieceLanguage;
  /** What that person has to know, a sentence or two each. */
  readonly notes: readonly string[];
  /** Whether it works without this piece: another way to the same end, or something that only some sites need. */
  readonly optional: boolean;
}
