import type { BlockContent, DefinitionContent, List, Nodes, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import type { Block } from '../../../../src/model/richtext.js';
import { captionMark, deepest, extensions } from './notation.js';
import { trimmed } from './normal-form.js';
import { readInlines, type Complain } from './read-inlines.js';

/** Something that Markdown can say and a text of the city cannot. */
export interface MarkdownProblem {
  line: number;
  column: number;
  message: string;
}

const mostHeadingLevels = 4;

/** Why a block cannot be taken over, by its kind. */
const refused: Partial<Record<Nodes['type'], string>> = {
  html: 'HTML is not allowed: write Markdown',
  code: 'code is not allowed; if this was meant as text, it is indented by four blanks or stands between ``` marks',
  thematicBreak: 'a line across is not allowed: use a heading',
  definition: 'write the address in the link itself: [words](https://…)',
};

/**
 * Reads Markdown (CommonMark with tables) into the tree that everybody shows. What the tree cannot hold is a problem, never dropped.
 *
 * @returns All problems; where there are any, the blocks are not whole.
 */
export function readMarkdown(source: string): { blocks: Block[]; problems: MarkdownProblem[] } {
  const { nodes, problems, complain } = openMarkdown(source);
  return { blocks: readNodes(nodes, { source, complain, headingsBelow: 0 }), problems };
}

/** Markdown as its outermost nodes, of which each can then be read or refused. */
export function openMarkdown(source: string): { nodes: RootContent[]; problems: MarkdownProblem[]; complain: Complain } {
  const problems: MarkdownProblem[] = [];
  const complain: Complain = ({ position }, message) =>
    problems.push({ line: position?.start.line ?? 1, column: position?.start.column ?? 1, message });
  const root = fromMarkdown(source, { extensions, mdastExtensions: [gfmTableFromMarkdown()] });
  return { nodes: root.children, problems, complain };
}

/**
 * Reads nodes that stand one after the other.
 *
 * @param reading.headingsBelow - How many # marks a heading has more than its level says, since it stands below one outside of the text.
 */
export const readNodes = (nodes: readonly RootContent[], reading: Omit<Reading, 'depth'>): Block[] =>
  readBlocks(nodes, { ...reading, depth: 0 });

interface Reading {
  source: string;
  complain: Complain;
  headingsBelow: number;
  depth: number;
}

type Readable = RootContent | BlockContent | DefinitionContent;

function readBlocks(nodes: readonly Readable[], reading: Reading): Block[] {
  const [first] = nodes;
  if (reading.depth > deepest && first) {
    reading.complain(first, `lists and quotes are nested more than ${String(deepest)} levels deep`);
    return [];
  }
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    // The caption is read together with its table.
    if (next?.type === 'table' && isCaption(node, reading)) return [];
    return readBlock(node, nodes[index - 1], reading);
  });
}

function readBlock(node: Readable, before: Readable | undefined, reading: Reading): Block[] {
  const { complain, headingsBelow } = reading;
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: trimmed(readInlines(node.children, complain)) }];
    case 'heading':
      if (node.depth - headingsBelow > mostHeadingLevels)
        complain(node, `a heading has at most ${String(mostHeadingLevels + headingsBelow)} # marks`);
      if (node.depth <= headingsBelow) complain(node, `a heading here has at least ${String(headingsBelow + 1)} # marks`);
      if (node.children.length === 0) complain(node, 'the heading has no words');
      return [{ type: 'heading', level: node.depth - headingsBelow, children: trimmed(readInlines(node.children, complain)) }];
    case 'list':
      return [readList(node, reading)];
    case 'blockquote':
      return [{ type: 'quote', blocks: readBlocks(node.children, deeper(reading)) }];
    case 'table':
      return [readTable(node, before && isCaption(before, reading) ? before : undefined, reading)];
    default:
      complain(node, refused[node.type] ?? `'${node.type}' is not allowed here`);
      return [];
  }
}

function readList(node: List, reading: Reading): Block {
  if (node.ordered && node.start !== 1)
    reading.complain(node, 'a numbered list begins with 1; a sentence that begins with a number is written 3\\. or 3\\)');
  const items = node.children.map(item => {
    if (item.children.length === 0) reading.complain(item, 'the item of the list is empty');
    return readBlocks(item.children, deeper(reading));
  });
  return { type: 'list', ordered: node.ordered ?? false, items };
}

function readTable(node: Table, caption: Readable | undefined, reading: Reading): Block {
  const { complain } = reading;
  if (node.align?.some(align => align !== null)) complain(node, 'how columns are aligned is not kept: write --- without colons');
  const rows = node.children.map(row => row.children.map(cell => trimmed(readInlines(cell.children, complain))));
  const [head = [], ...body] = rows;
  body.forEach((row, index) => {
    const place = node.children[index + 1];
    if (place && row.length !== head.length) {
      complain(place, `the row has ${String(row.length)} cells, and the table ${String(head.length)} columns`);
    }
  });
  const words = caption && readCaption(caption, complain);
  return { type: 'table', ...(words !== undefined && { caption: words }), head, rows: body };
}

/** Asked of the source, since in the tree `Table\: ` is the same: so a sentence before a table can begin with this word. */
function isCaption(node: Readable, { source }: Reading): boolean {
  return node.type === 'paragraph' && source.startsWith(captionMark, node.position?.start.offset);
}

function readCaption(node: Readable, complain: Complain): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [words, ...others] = trimmed(readInlines(node.children, complain));
  if (typeof words === 'string' && others.length === 0) return words.slice(captionMark.length);
  complain(node, 'the caption of a table is plain text, without marks and links');
  return undefined;
}

const deeper = (reading: Reading): Reading => ({ ...reading, depth: reading.depth + 1 });
