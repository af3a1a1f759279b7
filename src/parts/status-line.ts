import { css, html, type TemplateResult } from 'lit';

/**
 * The one place where a widget says what just happened. It must be there before its text changes, so render it in every state.
 *
 * @param visible - For what everybody has to see, such as something that failed; the rest is for those who cannot see the change.
 */
export function statusLine(message: string, visible = false): TemplateResult {
  return html`<p class=${visible ? 'status' : 'visually-hidden'} role="status">${message}</p>`;
}

export const statusLineStyles = css`
  .status {
    position: sticky;
    inset-block-start: 0.5em;
    z-index: 1;
    padding-block: 0.75em;
    padding-inline: 1em;
    border: 0.15em solid var(--_error);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
  }
`;
