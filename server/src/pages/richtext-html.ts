import { inlineText, type Block, type Inline, type RichText } from '../../../src/model/richtext.js';
import { html, type Html } from './html.js';
import { heading, languageOf, link } from './marked.js';

interface RichTextOptions {
  /** Language of the words around the text. */
  locale: string;
  /** Level of the heading above the text. */
  level: number;
  /** Where a word is explained; without it, terms are plain words. */
  termHref?: ((term: string) => string | undefined) | undefined;
}

/** A text as HTML, for pages that must be read without a script. Markup in it is shown as it was written. */
export function richText({ lang, blocks }: RichText, options: RichTextOptions): Html {
  return html`<div class="richtext" ${languageOf(lang, options.locale)}>${blocks.map(each => block(each, options))}</div>`;
}

function block(content: Block, options: RichTextOptions): Html {
  switch (content.type) {
    case 'paragraph':
      return html`<p>${inlines(content.children, options)}</p>`;
    case 'heading':
      return heading(options.level + content.level, html`${inlines(content.children, options)}`);
    case 'list': {
      const items = content.items.map(item => html`<li>${item.map(each => block(each, options))}</li>`);
      return content.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'quote':
      return html`<blockquote>${content.blocks.map(each => block(each, options))}</blockquote>`;
    case 'table':
      return table(content, options);
  }
}

/** A wide table scrolls by itself; a person who uses the keyboard can put focus on it and scroll. */
function table({ caption, head, rows }: Extract<Block, { type: 'table' }>, options: RichTextOptions): Html {
  const row = (cells: Inline[][], cell: (content: Html[]) => Html): Html =>
    html`<tr>
      ${cells.map(each => cell(inlines(each, options)))}
    </tr>`;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption ?? head.map(inlineText).join(', ')}">
    <table>
      ${
        caption !== undefined &&
        html`<caption>
          ${caption}
        </caption>`
      }
      <thead>
        ${row(head, content => html`<th scope="col">${content}</th>`)}
      </thead>
      <tbody>
        ${rows.map(cells => row(cells, content => html`<td>${content}</td>`))}
      </tbody>
    </table>
  </div>`;
}

function inlines(children: readonly Inline[], options: RichTextOptions): Html[] {
  return children.map(child => inline(child, options));
}

function inline(child: Inline, options: RichTextOptions): Html {
  if (typeof child === 'string') return html`${child}`;
  switch (child.type) {
    case 'emphasis':
      return html`<em>${inlines(child.children, options)}</em>`;
    case 'strong':
      return html`<strong>${inlines(child.children, options)}</strong>`;
    case 'link':
      return link(child.href, html`${inlines(child.children, options)}`);
    case 'term': {
      const href = options.termHref?.(child.term);
      const content = html`${inlines(child.children, options)}`;
      return href === undefined ? content : html`<a class="term" href="${href}">${content}</a>`;
    }
    case 'break':
      return html`<br />`;
  }
}
