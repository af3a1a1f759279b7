import { css, html, type TemplateResult } from 'lit';

/** A state in a word or two. */
export function badge(tone: 'info' | 'success' | 'warning' | 'muted', content: unknown): TemplateResult {
  return html`<span class="badge ${tone}">${content}</span>`;
}

export const badgeStyles = css`
  .badge {
    --_tone: var(--_muted);

    display: inline-block;
    padding-block: 0.1em;
    padding-inline: 0.7em;
    border: var(--_border-width) solid var(--_tone);
    border-radius: min(1em, 4 * var(--_radius));
    font-size: 0.85em;
    font-weight: 600;
    line-height: 1.5;
    color: var(--_tone);
    background: var(--_surface);
  }

  .badge.success {
    --_tone: var(--_success);
  }

  .badge.warning {
    --_tone: var(--_warning);
  }

  .badge.info {
    --_tone: var(--_info);
  }
`;
