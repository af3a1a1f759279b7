import { html, nothing, type TemplateResult } from 'lit';
import type { SnippetPiece } from '../../../src/snippet/piece.js';

/** One piece: where it goes, its code with a button that copies it, and what to know of it. */
export function pieceView(
  { id, where, code, language, notes }: SnippetPiece,
  onCopy: (code: HTMLElement) => void,
): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    const element = (event.currentTarget as HTMLElement).closest('.piece')?.querySelector<HTMLElement>('code');
    if (element) onCopy(element);
  };
  return html`
    <li class="piece" id="piece-${id}">
      <h3>${where}</h3>
      <div class="code">
        <div class="code-head">
          <span class="muted">${language === 'text' ? nothing : language}</span>
          <button class="button" type="button" @click=${onClick}>Copy<span class="visually-hidden">: ${where}</span></button>
        </div>
        <pre dir="ltr" translate="no"><code>${code.trimEnd()}</code></pre>
      </div>
      ${
        notes.length === 0
          ? nothing
          : html`<ul class="notes">
              ${notes.map(note => html`<li>${note}</li>`)}
            </ul>`
      }
    </li>
  `;
}
