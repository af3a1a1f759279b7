const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = text => String(text).replace(/[&<>"]/g, sign => marks[sign]);

export const link = (href, content) => `<a href="${escaped(href)}">${content}</a>`;

const inline = (nodes, glossary) =>
  nodes
    .map(node => {
      if (typeof node === 'string') return escaped(node);
      if (node.type === 'break') return '<br>';
      const content = inline(node.children, glossary);
      switch (node.type) {
        case 'strong':
          return `<strong>${content}</strong>`;
        case 'emphasis':
          return `<em>${content}</em>`;
        case 'link':
          return link(node.href, content);
        default:
          return `<dfn title="${escaped(glossary[node.term] ?? '')}">${content}</dfn>`;
      }
    })
    .join('');

const row = (cells, tag, glossary) => `<tr>${cells.map(cell => `<${tag}>${inline(cell, glossary)}</${tag}>`).join('')}</tr>`;

/** Blocks of text as HTML. `glossary` says what a word means, by its id. */
export const blocksOf = (blocks, glossary) =>
  blocks
    .map(block => {
      switch (block.type) {
        case 'heading':
          return `<h5>${inline(block.children, glossary)}</h5>`;
        case 'list': {
          const tag = block.ordered ? 'ol' : 'ul';
          return `<${tag}>${block.items.map(item => `<li>${blocksOf(item, glossary)}</li>`).join('')}</${tag}>`;
        }
        case 'quote':
          return `<blockquote>${blocksOf(block.blocks, glossary)}</blockquote>`;
        case 'table':
          return `<table><caption>${escaped(block.caption ?? '')}</caption><thead>${row(block.head, 'th', glossary)}</thead><tbody>${block.rows
            .map(cells => row(cells, 'td', glossary))
            .join('')}</tbody></table>`;
        default:
          return `<p>${inline(block.children, glossary)}</p>`;
      }
    })
    .join('');
