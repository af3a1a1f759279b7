import type { Link, Nodes, PhrasingContent } from 'mdast';
import * as v from 'valibot';
import { hrefSchema } from '../../../../src/model/link.js';
import type { Inline } from '../../../../src/model/richtext.js';
import { idSchema } from '../schema.js';
import { joined } from './normal-form.js';
import { deepest, termScheme } from './notation.js';

export type Complain = (node: Pick<Nodes, 'position'>, message: string) => void;

/** Why marks inside a paragraph cannot be taken over, by their kind. */
const refused: Partial<Record<Nodes['type'], string>> = {
  html: 'HTML is not allowed; to show the sign < write \\<',
  inlineCode: 'code is not allowed; to show the sign ` write \\`',
  image: 'images are not allowed: attach the file, or link to it',
  imageReference: 'images are not allowed: attach the file, or link to it',
  linkReference: 'write the address in the link itself: [words](https://…)',
};

/** Words with their marks. A line that ends inside a paragraph is a blank, as in all Markdown. */
export function readInlines(nodes: readonly PhrasingContent[], complain: Complain, depth = 0): Inline[] {
  const [first] = nodes;
  if (depth > deepest && first) {
    complain(first, `marks are nested more than ${String(deepest)} levels deep`);
    return [];
  }
  return joined(nodes.flatMap(node => readInline(node, complain, depth)));
}

function readInline(node: PhrasingContent, complain: Complain, depth: number): Inline[] {
  switch (node.type) {
    case 'text':
      return [node.value.replace(/[ \t]*(\r\n|\n|\r)[ \t]*/g, ' ')];
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, children: readInlines(node.children, complain, depth + 1) }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return [readLink(node, complain, depth)];
    default:
      complain(node, refused[node.type] ?? `'${node.type}' is not allowed here`);
      return [];
  }
}

function readLink(node: Link, complain: Complain, depth: number): Inline {
  const { url } = node;
  const children = readInlines(node.children, complain, depth + 1);
  if (children.length === 0) complain(node, 'the link has no words');
  if (node.title != null) complain(node, 'a link has words and an address and no title');
  if (url.startsWith(termScheme)) {
    const term = url.slice(termScheme.length);
    if (!v.safeParse(idSchema, term).success) complain(node, `'${term}' cannot be the id of a word in the glossary`);
    return { type: 'term', term, children };
  }
  if (!v.safeParse(hrefSchema, url).success) complain(node, `'${url.slice(0, 80)}' is not an address that a link may have`);
  return { type: 'link', href: url, children };
}
