import type { Heading, RootContent } from 'mdast';
import { isDeepStrictEqual } from 'node:util';
import type { Block } from '../../../../src/model/richtext.js';
import { normalForm } from './normal-form.js';
import { namesPassage, readPassageHeading, writePassageHeading, type PassageHeading } from './passage-heading.js';
import { readInlines, type Complain } from './read-inlines.js';
import { openMarkdown, readNodes, type MarkdownProblem } from './read-markdown.js';
import { NotMarkdown, unproved } from './write-markdown.js';

/** One passage of a Markdown file that holds many, in one language. */
export interface MarkdownPassage {
  heading: PassageHeading;
  /** The number of # marks. */
  level: number;
  blocks: Block[];
}

export interface ReadPassage extends MarkdownPassage {
  line: number;
  column: number;
}

/** Reads a file of passages: each begins with a heading that ends in its id, and goes on until the next one does. */
export function readPassages(source: string): { passages: ReadPassage[]; problems: MarkdownProblem[] } {
  const { nodes, problems, complain } = openMarkdown(source);
  const passages: (ReadPassage & { nodes: RootContent[] })[] = [];
  for (const node of nodes) {
    const words = node.type === 'heading' ? headingWords(node, complain) : undefined;
    const last = passages.at(-1);
    if (node.type === 'heading' && words !== undefined) {
      const heading = readPassageHeading(words);
      if ('problem' in heading) complain(node, heading.problem);
      else passages.push({ heading, level: node.depth, blocks: [], nodes: [], ...startOf(node) });
    } else if (!last) {
      complain(node, 'the file begins with the heading of a passage, such as # [Art. 3] Trees {#art-3 .article}');
    } else if (node.type === 'heading' && node.depth <= last.level) {
      complain(node, 'the heading has no id, such as {#art-3}; one inside the passage before it needs more # marks');
    } else {
      last.nodes.push(node);
    }
  }
  return {
    passages: passages.map(({ nodes: inside, ...passage }) => ({
      ...passage,
      blocks: readNodes(inside, { source, complain, headingsBelow: passage.level }),
    })),
    problems,
  };
}

/**
 * Writes a passage as `readPassages` reads it, and reads it back to be sure.
 *
 * @throws NotMarkdown when reading it would not give the same passage.
 */
export function writePassage({ heading, level, blocks }: MarkdownPassage): string {
  const line = `${'#'.repeat(level)} ${writePassageHeading(heading)}\n`;
  const written = blocks.length === 0 ? line : `${line}\n${unproved(blocks, level)}`;
  const { passages, problems } = readPassages(written);
  const same = isDeepStrictEqual(
    passages.map(passage => [passage.heading, passage.level, passage.blocks]),
    [[heading, level, normalForm(blocks)]],
  );
  const [problem] = problems;
  if (problem) throw new NotMarkdown(problem.message);
  if (!same) throw new NotMarkdown('Markdown cannot hold this passage.');
  return written;
}

/** The words of a heading that names a passage; nothing for one inside a passage. */
function headingWords(node: Heading, complain: Complain): string | undefined {
  const inlines = readInlines(node.children, () => undefined);
  const last = inlines.at(-1);
  if (typeof last !== 'string' || !namesPassage(last)) return undefined;
  if (inlines.length > 1) complain(node, 'the heading of a passage is plain text, without marks and links');
  return inlines.filter(inline => typeof inline === 'string').join('');
}

const startOf = ({ position }: Heading): { line: number; column: number } => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});
