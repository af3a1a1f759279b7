import { html, nothing, type TemplateResult } from 'lit';

export interface HeadingOptions {
  id?: string | undefined;
  class?: string | undefined;
  /** A heading that the page moves focus to can be focused by script, not by Tab. */
  focusable?: boolean;
}

/**
 * A heading of any level, since only the page knows which level fits. Below 6 there is none, so deeper ones stay at 6.
 *
 * @param level - 1 to 6.
 */
export function heading(level: number, content: unknown, options: HeadingOptions = {}): TemplateResult {
  if (Object.keys(options).length === 0) return plain(level, content);
  const id = options.id ?? nothing;
  const name = options.class ?? nothing;
  const tab = options.focusable ? '-1' : nothing;
  switch (level) {
    case 1:
      return html`<h1 id=${id} class=${name} tabindex=${tab}>${content}</h1>`;
    case 2:
      return html`<h2 id=${id} class=${name} tabindex=${tab}>${content}</h2>`;
    case 3:
      return html`<h3 id=${id} class=${name} tabindex=${tab}>${content}</h3>`;
    case 4:
      return html`<h4 id=${id} class=${name} tabindex=${tab}>${content}</h4>`;
    case 5:
      return html`<h5 id=${id} class=${name} tabindex=${tab}>${content}</h5>`;
    default:
      return html`<h6 id=${id} class=${name} tabindex=${tab}>${content}</h6>`;
  }
}

/** Long lists have thousands of headings: what is not set there costs no memory. */
function plain(level: number, content: unknown): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1>${content}</h1>`;
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}
