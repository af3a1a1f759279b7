import { css, html, nothing, type TemplateResult } from 'lit';
import { heading } from './heading.js';

export interface Disclosure {
  /** Unique in the widget. */
  id: string;
  level: number;
  label: unknown;
  /** More about what is inside, beside the label. */
  hint?: unknown;
  open: boolean;
  content: unknown;
  /** The person, or the browser's own search in the page, opens or closes it. */
  onToggle: (open: boolean) => void;
}

/**
 * A heading that opens and closes what follows it. What is closed can still be found by the browser's search in the page and is printed.
 */
export function disclosure({ id, level, label, hint, open, content, onToggle }: Disclosure): TemplateResult {
  const button = html`
    <button type="button" aria-expanded=${open ? 'true' : 'false'} aria-controls=${id} @click=${() => onToggle(!open)}>
      <span class="label">${label}</span>${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
    </button>
  `;
  return html`
    <div class="disclosure">
      ${heading(level, button)}
      <div id=${id} class="panel" hidden=${open ? nothing : 'until-found'} @beforematch=${() => onToggle(true)}>${content}</div>
    </div>
  `;
}

export const disclosureStyles = css`
  .disclosure {
    border-block: var(--_border-width) solid var(--_border);
  }

  .disclosure + .disclosure {
    border-block-start: 0;
  }

  .disclosure button[aria-expanded]:not(.term) {
    display: flex;
    gap: 0.25em 0.75em;
    align-items: baseline;
    flex-wrap: wrap;
    position: relative;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-block: 0.85em;
    padding-inline: 0 2em;
    border: 0;
    font: inherit;
    text-align: start;
    color: var(--_link);
    background: none;
    cursor: pointer;
  }

  .disclosure .label {
    text-decoration: underline transparent;
    text-underline-offset: 0.18em;
  }

  .disclosure button:hover .label {
    text-decoration-color: currentcolor;
  }

  .disclosure .hint {
    font-family: var(--_font);
    font-size: 0.75em;
    font-weight: 400;
    color: var(--_muted);
  }

  .disclosure h2 > button::after,
  .disclosure :is(h3, h4, h5, h6) > button::after {
    content: '';
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 0.5em;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-start: -0.35em;
    border: solid currentcolor;
    border-width: 0 0.14em 0.14em 0;
    rotate: 45deg;
  }

  .disclosure :is(h2, h3, h4, h5, h6) > button[aria-expanded='true']::after {
    margin-block-start: -0.1em;
    rotate: 225deg;
  }

  .panel:not([hidden]) {
    padding-block-end: 1.5em;
  }

  @media print {
    .panel[hidden] {
      display: block;
      content-visibility: visible;
    }
  }
`;
