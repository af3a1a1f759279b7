import { isDeepStrictEqual } from 'node:util';
import type { BlockContent, Heading, ListItem, PhrasingContent, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import type { Block, Inline } from '../../../../src/model/richtext.js';
import { normalForm } from './normal-form.js';
import { captionMark, termScheme } from './notation.js';
import { readMarkdown } from './read-markdown.js';

/** A caption on its way to Markdown. Without a node of its own its mark would be escaped like that of a paragraph that looks like one. */
interface TableCaption {
  type: 'tableCaption';
  children: [{ type: 'text'; value: string }];
}

const tableCaption: Handle = (node: TableCaption, _parent, state, info) => {
  const exit = state.enter('paragraph');
  const exitPhrasing = state.enter('phrasing');
  const words = state.containerPhrasing(node as never, { ...info, before: captionMark, after: '\n' });
  exitPhrasing();
  exit();
  return captionMark + words;
};

const options: Options = {
  bullet: '-',
  emphasis: '_',
  incrementListMarker: true,
  listItemIndent: 'one',
  resourceLink: true,
  extensions: [gfmTableToMarkdown()],
  handlers: { tableCaption } as NonNullable<Options['handlers']>,
  unsafe: [{ atBreak: true, before: captionMark.slice(0, -2), character: ':', after: ' ', inConstruct: 'phrasing' }],
};

/** That a tree holds something for which Markdown has no words, such as a line break inside a heading. */
export class NotMarkdown extends Error {
  override readonly name = 'NotMarkdown';
}

/**
 * Writes a text as Markdown, and reads it back to be sure.
 *
 * @returns The Markdown with one newline at its end.
 * @throws NotMarkdown when reading it would not give the same text.
 */
export function writeMarkdown(blocks: readonly Block[]): string {
  const markdown = unproved(blocks);
  const back = readMarkdown(markdown);
  if (!isDeepStrictEqual(back.blocks, normalForm(blocks))) throw new NotMarkdown('Markdown cannot hold this text.');
  const [problem] = back.problems;
  if (problem) throw new NotMarkdown(problem.message);
  return markdown;
}

/**
 * The Markdown of a text, for whoever reads it back to be sure.
 *
 * @param headingsBelow - How many # marks a heading has more than its level says.
 */
export function unproved(blocks: readonly Block[], headingsBelow = 0): string {
  return toMarkdown({ type: 'root', children: normalForm(blocks).flatMap(block => blockNodes(block, headingsBelow)) }, options);
}

function blockNodes(block: Block, headingsBelow: number): BlockContent[] {
  const inner = (each: Block): BlockContent[] => blockNodes(each, headingsBelow);
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: block.children.map(inlineNode) }];
    case 'heading':
      return [
        { type: 'heading', depth: (block.level + headingsBelow) as Heading['depth'], children: block.children.map(inlineNode) },
      ];
    case 'list': {
      const spread = !block.items.every(isTight);
      const children = block.items.map((item): ListItem => ({ type: 'listItem', spread, children: item.flatMap(inner) }));
      return [{ type: 'list', ordered: block.ordered, spread, children }];
    }
    case 'quote':
      return [{ type: 'blockquote', children: block.blocks.flatMap(inner) }];
    case 'table':
      return [...captionNodes(block.caption), { type: 'table', children: [block.head, ...block.rows].map(rowNode) }];
  }
}

/** Whether an item is a paragraph, at most with a list below it: then items need no empty lines between them. */
const isTight = ([first, second, third]: readonly Block[]): boolean =>
  first?.type === 'paragraph' && (second === undefined || second.type === 'list') && third === undefined;

function captionNodes(caption: string | undefined): BlockContent[] {
  if (caption === undefined) return [];
  const node: TableCaption = { type: 'tableCaption', children: [{ type: 'text', value: caption }] };
  return [node as unknown as BlockContent];
}

const rowNode = (row: readonly Inline[][]): TableRow => ({
  type: 'tableRow',
  children: row.map(cell => ({ type: 'tableCell', children: cell.map(inlineNode) })),
});

function inlineNode(inline: Inline): PhrasingContent {
  if (typeof inline === 'string') return { type: 'text', value: inline };
  switch (inline.type) {
    case 'break':
      return { type: 'break' };
    case 'emphasis':
    case 'strong':
      return { type: inline.type, children: inline.children.map(inlineNode) };
    case 'link':
    case 'term': {
      const url = inline.type === 'link' ? inline.href : termScheme + inline.term;
      // The types of mdast forbid a link in a link, and so does reading it back.
      return { type: 'link', url, children: inline.children.map(inlineNode) };
    }
  }
}
