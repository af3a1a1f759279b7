import { css } from 'lit';

const layout = css`
  .answers {
    display: grid;
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding-block: 1em;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .answer > :is(h2, h3, h4, h5, h6) {
    font-size: 1.1em;
  }

  .answer :is(ul, ol) {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.4em;
  }

  .answer-text {
    display: grid;
    gap: 0.5em;
    max-inline-size: var(--_measure);
  }

  .answer > .text-button {
    justify-self: start;
    font-weight: var(--_weight-action);
  }

  .promise {
    display: grid;
    gap: 0.5em;
    max-inline-size: var(--_measure);
  }

  .cast {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9em;
    padding: clamp(1em, 4cqi, 1.75em);
    border: calc(2 * var(--_border-width)) solid var(--_success);
    border-radius: calc(2 * var(--_radius));
  }

  .cast > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.5em;
  }

  .cast > p {
    max-inline-size: var(--_measure);
  }

  .promise .more > p {
    margin-block-end: 0.5em;
  }

  .in-log::before {
    content: '✓ ' / '';
    font-weight: 700;
    color: var(--_success);
  }

  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    padding-block: 0.75em;
    border-block: var(--_border-width) solid var(--_border);
  }

  .receipt-more > :not(summary) {
    margin-block-end: 0.75em;
  }

  .receipt-more textarea.control {
    min-block-size: 6em;
    font-family: monospace;
    overflow-wrap: anywhere;
  }

  /* A cheap camera needs large squares. */
  .qr {
    display: block;
    inline-size: min(100%, 22em);
    block-size: auto;
  }

  @media print {
    .receipt-more::details-content {
      display: block;
      content-visibility: visible;
    }

    .cast {
      border-color: currentcolor;
    }

    .answer > .text-button {
      display: none;
    }
  }
`;

export const finishStyles = [layout];
