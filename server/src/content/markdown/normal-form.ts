import type { Block, Inline } from '../../../../src/model/richtext.js';

/** Stretches of plain text that stand side by side become one; empty ones go. People see no difference. */
export function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') result[result.length - 1] = last + inline;
    else if (inline !== '')
      result.push(
        typeof inline === 'string' || inline.type === 'break' ? inline : { ...inline, children: joined(inline.children) },
      );
  }
  return result;
}

/** The words of a whole paragraph, heading, cell or caption: joined, and without blanks at their edges, which nobody sees. */
export function trimmed(inlines: readonly Inline[]): Inline[] {
  const [...words] = joined(inlines);
  const first = words[0];
  if (typeof first === 'string') words[0] = first.replace(/^[ \t]+/, '');
  const last = words.at(-1);
  if (typeof last === 'string') words[words.length - 1] = last.replace(/[ \t]+$/, '');
  return words.filter(inline => inline !== '');
}

/** The one form of a text among those that look the same. Markdown that is read is in this form. */
export function normalForm(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: trimmed(block.children) };
      case 'list':
        return { ...block, ordered: block.ordered, items: block.items.map(normalForm) };
      case 'quote':
        return { ...block, blocks: normalForm(block.blocks) };
      case 'table': {
        const { caption, head, rows } = block;
        const words = caption?.trim();
        return {
          type: 'table',
          ...(words && { caption: words }),
          head: head.map(trimmed),
          rows: rows.map(row => row.map(trimmed)),
        };
      }
    }
  });
}
