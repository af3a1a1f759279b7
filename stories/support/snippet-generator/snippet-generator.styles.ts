import { css } from 'lit';
import { errorSummaryStyles } from '../../../src/parts/error-summary.js';
import { base } from '../../../src/styles/base.js';
import { buttons } from '../../../src/styles/buttons.js';
import { tokens } from '../../../src/styles/tokens.js';

const page = css`
  /* The design system that the preview wears may set the page's font; this page keeps its own. */
  :host {
    min-block-size: 100vh;
    font-family: system-ui, sans-serif;
    font-size: 16px;
    color-scheme: light;
  }

  :host([scheme='dark']) {
    color-scheme: dark;
  }

  .page {
    display: grid;
    gap: 2em 2.5em;
    max-inline-size: 84em;
    margin-inline: auto;
    padding-block: 2em 4em;
    padding-inline: clamp(1em, 4cqi, 3em);
  }

  h1 {
    margin-block-end: 0.25em;
    font-size: 1.9em;
  }

  h2 {
    font-size: 1.3em;
  }

  h3 {
    font-size: 1em;
  }

  @container (inline-size >= 60em) {
    .page {
      grid-template-columns: minmax(20em, 24em) minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
    }

    header {
      grid-column: 1 / -1;
    }

    form {
      grid-row: 2 / 4;
    }
  }
`;

const form = css`
  form {
    display: grid;
    gap: 1.5em;
    align-content: start;
  }

  fieldset,
  form > details {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  form > fieldset,
  form > details {
    display: grid;
    gap: 1.1em;
    padding: 1.1em 1.25em 1.35em;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_surface-alt);
  }

  form > details {
    padding-block: 1.1em;
  }

  /* A grid does not take a legend into its rows; afloat it is a child like others. */
  form > fieldset > legend {
    float: inline-start;
    padding: 0;
  }

  form > details:not([open]) {
    display: block;
  }

  summary {
    font-weight: 600;
    cursor: pointer;
  }

  .field {
    display: grid;
    gap: 0.3em;
    clear: both;
  }

  .field[hidden] {
    display: none;
  }

  form > details > .field {
    margin-block-start: 1.1em;
  }

  label,
  .choice > legend {
    padding: 0;
    font-weight: 600;
  }

  .tick {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    padding-block: 0.3em;
  }

  .tick label {
    font-weight: 400;
  }

  .hint {
    font-size: 0.9em;
    color: var(--_muted);
  }

  input:not([type='radio'], [type='checkbox']),
  select {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding-block: 0.4em;
    padding-inline: 0.6em;
    border: 1px solid var(--_control-border);
    border-radius: 4px;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
  }

  input[aria-invalid] {
    border: 2px solid var(--_error);
  }

  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_primary);
    translate: 0 0.15em;
  }
`;

const result = css`
  .result,
  .preview {
    display: grid;
    gap: 1em;
    align-content: start;
    min-inline-size: 0;
  }

  .problems {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1.2em;
  }

  .problems a {
    color: var(--_error);
    font-weight: 600;
  }

  .pieces {
    display: grid;
    gap: 1.75em;
    padding: 0;
    list-style: none;
  }

  ol.pieces {
    counter-reset: piece;
  }

  .piece {
    display: grid;
    gap: 0.6em;
  }

  ol.pieces > .piece > h3::before {
    content: counter(piece) '. ';
    counter-increment: piece;
  }

  .code {
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_surface-alt);
  }

  .code-head {
    display: flex;
    gap: 1em;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.35em;
    padding-inline: 1em 0.35em;
    border-block-end: 1px solid var(--_border);
    font-size: 0.9em;
  }

  /* Lines break rather than scroll: a hash is longer than any screen. What is copied has the breaks of the code alone. */
  pre {
    margin: 0;
    padding: 0.9em 1em;
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 2;
  }

  .notes {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.2em;
    font-size: 0.95em;
    color: var(--_muted);
  }

  .result > details {
    padding-block: 1em;
    border-block: 1px solid var(--_border);
  }

  .result > details > .pieces {
    margin-block-start: 1.5em;
  }

  .frame {
    border: 1px dashed var(--_control-border);
    border-radius: 6px;
  }

  .message {
    position: fixed;
    inset-block-end: 1em;
    inset-inline: 1em;
    z-index: 1;
    max-inline-size: 40em;
    margin-inline: auto;
    padding-block: 0.75em;
    padding-inline: 1.25em;
    border: 2px solid var(--_success);
    border-radius: 6px;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: 0 0.3em 1.5em rgb(0 0 0 / 25%);
  }

  @media (forced-colors: active) {
    .code,
    form > fieldset,
    .message {
      border-color: CanvasText;
    }
  }
`;

export const snippetGeneratorStyles = [tokens, base, buttons, errorSummaryStyles, page, form, result];
