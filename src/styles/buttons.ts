import { css } from 'lit';

/** Buttons, and links that look like them. `primary` for the one main action of a widget. */
export const buttons = css`
  .button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding-block: 0.4em;
    padding-inline: 1.1em;
    border: calc(2 * var(--_border-width)) solid var(--_secondary);
    border-radius: var(--_radius);
    font: inherit;
    font-weight: var(--_weight-action);
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    color: var(--_secondary);
    background: transparent;
    cursor: pointer;
  }

  .button:hover {
    background: color-mix(in srgb, var(--_secondary) 8%, transparent);
  }

  .button.primary {
    border-color: var(--_primary);
    color: var(--_on-primary);
    background: var(--_primary);
  }

  .button.primary:hover {
    border-color: var(--_primary-hover);
    background: var(--_primary-hover);
  }

  .button[aria-disabled='true'],
  .button[aria-disabled='true']:hover {
    border-color: var(--_control-border);
    color: var(--_muted);
    background: var(--_surface-alt);
    cursor: progress;
  }

  .button.quiet {
    padding-inline: 0.6em;
    border-color: transparent;
    color: var(--_link);
  }

  .button.quiet:hover {
    border-color: currentcolor;
  }

  /* A button that reads as a link, in the middle of a text. */
  .text-button {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.18em;
    color: var(--_link);
    background: none;
    cursor: pointer;
  }

  .text-button:hover {
    text-decoration-thickness: 0.14em;
  }

  @media print {
    .button {
      display: none;
    }
  }
`;
