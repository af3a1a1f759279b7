import type { SnippetOptions } from './options.js';
import type { SnippetPiece } from './piece.js';
import { problemsOf, SnippetError } from './problems.js';
import { systems } from './systems.js';

export type { SnippetOptions } from './options.js';
export type { SnippetPiece } from './piece.js';

/**
 * What a web team pastes, and where, to bring a widget into a page of its CMS: what is needed first, then other ways to the same end.
 *
 * @throws {SnippetError} When the options make no snippet; it says how to mend each of them.
 */
export function snippet(options: SnippetOptions): SnippetPiece[] {
  const problems = problemsOf(options);
  if (problems.length > 0) throw new SnippetError(problems);
  return systems[options.cms].pieces(options);
}
