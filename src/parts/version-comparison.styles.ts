import { css } from 'lit';

/** The choice of two versions and what changed between them. */
export const versionComparisonStyles = css`
  .comparison {
    display: grid;
    gap: 0.75em;
    margin-block: 2em 1em;
  }

  .choices {
    display: flex;
    gap: 1em;
    flex-wrap: wrap;
    align-items: end;
  }

  .field {
    display: grid;
    gap: 0.25em;
  }

  .field label {
    font-weight: 600;
  }

  select {
    min-block-size: var(--_target);
    min-inline-size: 5em;
    padding-inline: 0.75em;
    border: var(--_border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    font: inherit;
    color: inherit;
    background: var(--_surface);
  }

  .change {
    display: grid;
    gap: 0.4em;
    margin-block-start: 1.25em;
  }

  .change-head > :first-child {
    font-size: 1.05em;
  }

  .difference {
    max-inline-size: var(--_measure);
  }

  .difference-words {
    white-space: pre-line;
  }

  /* Nearer to the colour of text, since a tone that can just be read on the surface cannot on a tint of its own. */
  ins {
    text-decoration: underline;
    text-decoration-thickness: 0.12em;
    text-underline-offset: 0.2em;
    color: color-mix(in srgb, var(--_success) 70%, var(--_text));
    background: color-mix(in srgb, var(--_success) 12%, transparent);
  }

  del {
    color: color-mix(in srgb, var(--_error) 70%, var(--_text));
    background: color-mix(in srgb, var(--_error) 10%, transparent);
  }

  /* Else '30' struck and '20' in its place read as 3020. */
  del + ins,
  ins + del {
    margin-inline-start: 0.2em;
  }

  @media print {
    .comparison {
      display: none;
    }
  }
`;
