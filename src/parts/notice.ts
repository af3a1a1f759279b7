import { css, html, nothing, type TemplateResult } from 'lit';

export interface Notice {
  tone: 'info' | 'success' | 'warning' | 'error';
  /** A heading. */
  title?: unknown;
  text: unknown;
  actions?: unknown;
}

/** A framed message in its place in the text. It says what it is in words; its colour only repeats that. */
export function notice({ tone, title, text, actions }: Notice): TemplateResult {
  return html`
    <div class="notice ${tone}">
      ${title ?? nothing}
      <div class="notice-text">${text}</div>
      ${actions === undefined ? nothing : html`<div class="actions">${actions}</div>`}
    </div>
  `;
}

export const noticeStyles = css`
  .notice {
    --_tone: var(--_info);

    display: grid;
    gap: 0.6em;
    padding-block: 1em;
    padding-inline: 1.15em;
    border: var(--_border-width) solid var(--_border);
    border-inline-start: 0.3em solid var(--_tone);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 6%, var(--_surface));
  }

  .notice.success {
    --_tone: var(--_success);
  }

  .notice.warning {
    --_tone: var(--_warning);
  }

  .notice.error {
    --_tone: var(--_error);
  }

  /* The ground is tinted: a colour of links that can just be read on the surface needs a little more here. */
  .notice a:not(.button) {
    color: color-mix(in srgb, var(--_link) 75%, var(--_text));
  }

  .notice-text {
    display: grid;
    gap: 0.5em;
    max-inline-size: var(--_measure);
  }

  .actions {
    display: flex;
    gap: 0.75em;
    flex-wrap: wrap;
    align-items: center;
  }

  @media print {
    .notice {
      background: none;
    }
  }
`;
