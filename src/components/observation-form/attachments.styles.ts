import { css } from 'lit';

/** The choice of files, and how far each of them is. */
export const attachmentsStyles = css`
  .files {
    display: grid;
    gap: 0.75em;
    max-inline-size: var(--_measure);
  }

  .files.over .control {
    border-style: dashed;
    border-color: var(--_primary);
    background: color-mix(in srgb, var(--_primary) 8%, var(--_surface));
  }

  .files input::file-selector-button {
    min-block-size: 2em;
    margin-inline-end: 1em;
    padding-inline: 0.9em;
    border: calc(2 * var(--_border-width)) solid var(--_secondary);
    border-radius: var(--_radius);
    font: inherit;
    font-weight: var(--_weight-action);
    color: var(--_secondary);
    background: transparent;
    cursor: pointer;
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

  .file > span {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .file .field-error {
    display: block;
  }

  progress {
    inline-size: 8em;
    accent-color: var(--_primary);
  }
`;
