import { css } from 'lit';

/** Words that were added and taken out. */
export const differenceStyles = css`
  .as-read {
    padding-block: 0.75em;
    padding-inline: 1em;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
  }

  .answer .as-read {
    padding: 0;
    border: 0;
  }

  .answer .change-head {
    display: none;
  }

  .change-head > :first-child {
    font-size: 1em;
    margin-block-end: 0.4em;
  }

  .difference {
    max-inline-size: var(--_measure);
  }

  .difference-words {
    white-space: pre-line;
  }

  /* Nearer to the colour of text, since a tone that can just be read on the surface cannot on a tint of its own. */
  ins {
    padding-inline: 0.1em;
    text-decoration: underline;
    text-decoration-thickness: 0.12em;
    text-underline-offset: 0.2em;
    color: color-mix(in srgb, var(--_success) 70%, var(--_text));
    background: color-mix(in srgb, var(--_success) 12%, transparent);
  }

  del {
    padding-inline: 0.1em;
    color: color-mix(in srgb, var(--_error) 70%, var(--_text));
    background: color-mix(in srgb, var(--_error) 10%, transparent);
  }

  /* Else '30' struck and '20' in its place read as 3020. */
  del + ins,
  ins + del {
    margin-inline-start: 0.2em;
  }
`;
