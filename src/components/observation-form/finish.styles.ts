import { css } from 'lit';

const layout = css`
  .answers {
    display: grid;
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25em 1.5em;
    align-items: start;
    padding-block: 0.9em;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .answer-label {
    font-weight: 600;
  }

  .answer-text {
    grid-column: 1 / -1;
    min-inline-size: 0;
    max-inline-size: var(--_measure);
  }

  /* A thumb needs the height; the words of both stand on one line. */
  .answer > .text-button {
    grid-row: 1;
    grid-column: 2;
    margin-block: calc((1lh - var(--_target)) / 2);
  }

  .answer-text .quote {
    margin-block-start: 0.4em;
  }

  .written {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .sent {
    display: grid;
    gap: 0.9em;
    padding: clamp(1em, 4cqi, 1.75em);
    border: calc(2 * var(--_border-width)) solid var(--_success);
    border-radius: calc(2 * var(--_radius));
  }

  .reference {
    justify-self: start;
    padding-block: 0.35em;
    padding-inline: 0.8em;
    border-radius: var(--_radius);

    /* Somebody will read it out: it stays on one line. */
    font-size: clamp(1.05em, 6.5cqi, 1.5em);
    white-space: nowrap;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
    background: var(--_surface-alt);
  }

  .in-log::before {
    content: '✓ ' / '';
    font-weight: 700;
    color: var(--_success);
  }

  @container (min-width: 40em) {
    .answer {
      grid-template-columns: minmax(9em, 1fr) minmax(0, 3fr) auto;
    }

    .answer-text {
      grid-row: 1;
      grid-column: 2;
    }

    .answer > .text-button {
      grid-column: 3;
    }
  }
`;

const paper = css`
  .print-only {
    display: none;
  }

  @media print {
    .print-only {
      display: grid;
      gap: 0.75em;
    }

    .answer > .text-button,
    .sent .muted {
      display: none;
    }

    .sent {
      border-color: currentcolor;
    }
  }
`;

export const finishStyles = [layout, paper];
