import { html, nothing, type TemplateResult } from 'lit';
import { inlineText, type Block, type Inline, type RichText } from '../model/richtext.js';
import { heading } from './heading.js';
import { link } from './link.js';
import { language } from './spoken.js';

/** A word that the glossary explains, where it stands in a text. */
export interface TermInText {
  /** Id of the glossary entry. */
  term: string;
  /** Unique in the widget: the same word may stand in a text twice. */
  key: string;
  content: TemplateResult[];
}

export interface RichTextOptions {
  /** The locale of the words around the text. */
  locale: string;
  /** Level of the heading above the text. */
  level: number;
  /** Unique in the widget; begins the keys of terms. */
  scope: string;
  /** How a term is shown. Left out: as plain words. */
  term?: ((term: TermInText) => unknown) | undefined;
}

/** A text as templates, which escape: markup in it is shown as it was written and never runs. */
export function richText({ lang, blocks }: RichText, options: RichTextOptions): TemplateResult {
  const spoken = language(lang, options.locale);
  return html`<div class="richtext" lang=${spoken.lang} dir=${spoken.dir}>${new Renderer(options).blocks(blocks)}</div>`;
}

class Renderer {
  private _terms = 0;

  constructor(private readonly _options: RichTextOptions) {}

  blocks(blocks: readonly Block[]): TemplateResult[] {
    return blocks.map(block => this._block(block));
  }

  private _block(block: Block): TemplateResult {
    switch (block.type) {
      case 'paragraph':
        return html`<p>${this._inlines(block.children)}</p>`;
      case 'heading':
        return heading(this._options.level + block.level, this._inlines(block.children));
      case 'list': {
        const items = block.items.map(item => html`<li>${this.blocks(item)}</li>`);
        return block.ordered
          ? html`<ol>
              ${items}
            </ol>`
          : html`<ul>
              ${items}
            </ul>`;
      }
      case 'quote':
        return html`<blockquote>${this.blocks(block.blocks)}</blockquote>`;
      case 'table':
        return this._table(block);
    }
  }

  /** A wide table scrolls by itself; a person who uses the keyboard can put focus on it and scroll. */
  private _table({ caption, head, rows }: Extract<Block, { type: 'table' }>): TemplateResult {
    return html`
      <div class="scroll" role="group" tabindex="0" aria-label=${caption ?? head.map(inlineText).join(', ')}>
        <table>
          ${
            caption === undefined
              ? nothing
              : html`<caption>
                  ${caption}
                </caption>`
          }
          <thead>
            <tr>
              ${head.map(cell => html`<th scope="col">${this._inlines(cell)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              row =>
                html`<tr>
                  ${row.map(cell => html`<td>${this._inlines(cell)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private _inlines(inlines: readonly Inline[]): TemplateResult[] {
    return inlines.map(inline => this._inline(inline));
  }

  private _inline(inline: Inline): TemplateResult {
    if (typeof inline === 'string') return html`${inline}`;
    switch (inline.type) {
      case 'emphasis':
        return html`<em>${this._inlines(inline.children)}</em>`;
      case 'strong':
        return html`<strong>${this._inlines(inline.children)}</strong>`;
      case 'link':
        return link(inline.href, this._inlines(inline.children));
      case 'break':
        return html`<br />`;
      case 'term': {
        const content = this._inlines(inline.children);
        this._terms += 1;
        const key = `${this._options.scope}-${String(this._terms)}`;
        return html`${this._options.term?.({ term: inline.term, key, content }) ?? content}`;
      }
    }
  }
}
