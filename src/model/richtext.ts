import * as v from 'valibot';
import { isSafeHref } from './link.js';
import { languageTagSchema } from './text.js';

/** A stretch of text inside a block. A plain string is text and only text: markup in it is shown, never run. */
export type Inline =
  | string
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  /** A word that the glossary explains; `term` is the id of the entry. */
  | { type: 'term'; term: string; children: Inline[] }
  | { type: 'break' };

/** One block of text. Heading levels are relative: 1 is the first level below the widget's own heading of the passage. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'table'; caption?: string | undefined; head: Inline[][]; rows: Inline[][][] };

/** Text as a small tree, in one language. Never HTML: it can be rendered only by templates, which escape. */
export interface RichText {
  lang: string;
  blocks: Block[];
}

const inlineSchema: v.GenericSchema<unknown, Inline> = v.lazy(() => anyInlineSchema);
const children = v.array(inlineSchema);
const cells = v.array(children);

const markedSchema: v.GenericSchema<unknown, Exclude<Inline, string>> = v.variant('type', [
  v.object({ type: v.literal('emphasis'), children }),
  v.object({ type: v.literal('strong'), children }),
  v.pipe(
    v.object({ type: v.literal('link'), href: v.string(), children }),
    // A link to a dangerous address keeps its words and loses its address.
    v.transform(link => (isSafeHref(link.href) ? link : { type: 'emphasis' as const, children: link.children })),
  ),
  v.object({ type: v.literal('term'), term: v.string(), children }),
  v.object({ type: v.literal('break') }),
]);

/** Text, or a marked stretch of it. */
export const anyInlineSchema: v.GenericSchema<unknown, Inline> = v.union([v.string(), markedSchema]);

const blockSchema: v.GenericSchema<unknown, Block> = v.lazy(() => anyBlockSchema);

/** One block of text, with the blocks inside it. */
export const anyBlockSchema: v.GenericSchema<unknown, Block> = v.variant('type', [
  v.object({ type: v.literal('paragraph'), children }),
  v.object({ type: v.literal('heading'), level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)), children }),
  v.object({ type: v.literal('list'), ordered: v.optional(v.boolean(), false), items: v.array(v.array(blockSchema)) }),
  v.object({ type: v.literal('quote'), blocks: v.array(blockSchema) }),
  v.object({ type: v.literal('table'), caption: v.exactOptional(v.string()), head: cells, rows: v.array(cells) }),
]);

export const richTextSchema = v.object({ lang: languageTagSchema, blocks: v.array(blockSchema) });

/** The words of a stretch of text without its marks. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => (typeof inline === 'string' ? inline : inline.type === 'break' ? ' ' : inlineText(inline.children)))
    .join('');
}

/** The words of a text, one entry for each paragraph, heading, list item or table row: for reading aloud and comparing. */
export function plainParagraphs(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [inlineText(block.children)];
      case 'list':
        return block.items.flatMap(plainParagraphs);
      case 'quote':
        return plainParagraphs(block.blocks);
      case 'table':
        return [
          ...(block.caption ? [block.caption] : []),
          ...[block.head, ...block.rows].map(row => row.map(inlineText).join(', ')),
        ];
    }
  });
}
