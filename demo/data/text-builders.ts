import type { Block, Inline, RichText } from '../../src/model/richtext.js';
import type { Text } from '../../src/model/text.js';

/** Words of a paragraph, an item or a cell: a plain string, or several stretches of which some are marked. */
export type Words = Inline | Inline[];

const inlines = (words: Words): Inline[] => (Array.isArray(words) ? words : [words]);

/** A paragraph. */
export const p = (...children: Inline[]): Block => ({ type: 'paragraph', children });

/** A heading inside a section; level 1 is the first below the section's own title. */
export const heading = (level: number, ...children: Inline[]): Block => ({ type: 'heading', level, children });

/** A list of which each item is one paragraph. */
export const list = (...items: Words[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map(words => [p(...inlines(words))]),
});

/** A numbered list of which each item is one paragraph. */
export const ordered = (...items: Words[]): Block => ({
  type: 'list',
  ordered: true,
  items: items.map(words => [p(...inlines(words))]),
});

/** A passage taken from another text. */
export const quote = (...blocks: Block[]): Block => ({ type: 'quote', blocks });

/** A table with one row of headings. */
export const table = (caption: string, head: Words[], ...rows: Words[][]): Block => ({
  type: 'table',
  caption,
  head: head.map(inlines),
  rows: rows.map(row => row.map(inlines)),
});

export const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });

export const emphasis = (...children: Inline[]): Inline => ({ type: 'emphasis', children });

export const link = (href: string, ...children: Inline[]): Inline => ({ type: 'link', href, children });

/** A word that the glossary explains. */
export const term = (id: string, ...children: Inline[]): Inline => ({ type: 'term', term: id, children });

/** One short text that exists in Italian only. */
export const it = (text: string): Text => ({ lang: 'it', text });

/** A text that exists in Italian only, as the binding text of an act does. */
export const italian = (...blocks: Block[]): RichText => ({ lang: 'it', blocks });
