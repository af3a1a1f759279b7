import { html, type TemplateResult } from 'lit';

/** The whole address, which is what a printed page needs. Left as it is when it cannot be read. */
function wholeAddress(href: string): string {
  try {
    return new URL(href, document.baseURI).href;
  } catch {
    return href;
  }
}

/** A link whose address is written out on paper. */
export function link(href: string, content: unknown): TemplateResult {
  return html`<a href=${href} data-address=${wholeAddress(href)}>${content}</a>`;
}
