import { css } from 'lit';

/** The choice of files, and how far each of them is. */
export const attachmentsStyles = css`
  .files {
    display: grid;
    gap: 0.75em;
    max-inline-size: var(--_measure);
  }

  /* The browser's own button says 'No file chosen' in its language, also when some were: a label of ours stands for it. */
  .files .field > .button {
    justify-self: start;
    margin-block: 0.25em;
    padding-block: 0.4em;
    padding-inline: 1.1em;
  }

  .chooser:focus-visible + .button {
    outline: var(--_focus-width) solid var(--_focus-outer);
    outline-offset: var(--_focus-width);
    box-shadow: 0 0 0 var(--_focus-width) var(--_focus);
  }

  .files.over .button {
    border-style: dashed;
    border-color: var(--_primary);
    background: color-mix(in srgb, var(--_primary) 8%, var(--_surface));
  }

  .file {
    display: flex;
    gap: 0.25em 1em;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.35em;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .file > span:first-child {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .file-actions {
    display: flex;
    gap: 0 1em;
    flex-wrap: wrap;
  }

  .file .field-error {
    display: block;
  }

  progress {
    inline-size: 8em;
    accent-color: var(--_primary);
  }
`;
