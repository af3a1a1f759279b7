import { apiAddress } from './addresses.js';
import { element, linkParagraph, placeholder } from './content.js';
import { aloneNote, elementNote, hostOf } from './notes.js';
import type { SnippetOptions } from './options.js';
import type { SnippetPiece } from './piece.js';

interface Place {
  readonly where: string;
  readonly notes?: readonly string[];
}

/** The link, which every CMS lets through. */
export const linkPiece = (options: SnippetOptions, { where, notes = [] }: Place): SnippetPiece => ({
  id: 'content',
  where,
  code: linkParagraph(options),
  language: 'html',
  notes: [aloneNote, ...notes],
  optional: false,
});

/** A `div` in its place, where attributes with `data-` survive. */
export const placeholderPiece = (options: SnippetOptions, { where, notes = [] }: Place): SnippetPiece => ({
  id: 'placeholder',
  where,
  code: placeholder(options),
  language: 'html',
  notes,
  optional: true,
});

/** The element in its place, where nothing filters. */
export const elementPiece = (options: SnippetOptions, { where, notes = [] }: Place): SnippetPiece => ({
  id: 'element',
  where,
  code: element(options),
  language: 'html',
  notes: [elementNote, ...notes],
  optional: true,
});

/** What a site with a policy of its own has to allow. */
export function policyPiece(options: SnippetOptions): SnippetPiece {
  const files = hostOf(options);
  const api = new URL(apiAddress(options)).origin;
  return {
    id: 'policy',
    where: 'Only if the site sends a Content-Security-Policy: add these sources to it',
    code: [`script-src ${files};`, `style-src ${files};`, `connect-src ${api};`].join('\n'),
    language: 'text',
    notes: [
      "What comes from the page's own host is covered by 'self'.",
      "With require-trusted-types-for 'script' and a trusted-types list, add lit-html to the list.",
    ],
    optional: true,
  };
}
