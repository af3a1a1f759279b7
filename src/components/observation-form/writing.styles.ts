import { css } from 'lit';
import { errorSummaryStyles } from '../../parts/error-summary.js';
import { fieldStyles } from '../../parts/field.js';

const layout = css`
  .head {
    display: grid;
    gap: 0.35em;
  }

  .head > :is(h1, h2, h3, h4, h5, h6) {
    font-size: clamp(1.35em, 1em + 2.4cqi, 1.9em);
  }

  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }

  .step-head {
    display: grid;
    gap: 0.45em;
  }

  .step-head > :is(h2, h3, h4, h5, h6) {
    font-size: 1.35em;
  }

  .progress {
    display: flex;
    gap: 0.3em;
    padding: 0;
    margin-block-end: 0.5em;
    list-style: none;
  }

  .progress li {
    flex: 1 1 0;
    max-inline-size: 5em;
    block-size: 0.35em;
    border-radius: 1em;
    background: var(--_border);
  }

  .progress li.done {
    background: var(--_primary);
  }

  .promise {
    display: grid;
    gap: 0.75em;
    max-inline-size: var(--_measure);
  }

  .more > summary {
    margin-inline-start: 1.1em;
    list-style-position: outside;
    min-block-size: var(--_target);
    padding-block: 0.6em;
    color: var(--_link);
    cursor: pointer;
  }

  .more > p {
    margin-block-end: 0.6em;
  }

  .you .notice :is(h3, h4, h5, h6) {
    font-size: 1.05em;
  }

  /* Kept while the backend is asked, so that nothing below it jumps. */
  .you {
    min-block-size: 5.4em;
  }

  .you ul {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1.2em;
  }

  .text-button[aria-pressed='true']::before {
    content: '✓ ' / '';
    font-weight: 700;
  }

  .plain {
    display: grid;
    gap: 0.4em;
    padding: 0;
    list-style: none;
  }

  .draft-line {
    display: grid;
    gap: 0 1em;
    padding-block-start: 1em;
    border-block-start: var(--_border-width) solid var(--_border);
    font-size: 0.94em;
  }

  .draft-actions {
    display: flex;
    gap: 0 1.5em;
    flex-wrap: wrap;
  }

  .sure {
    display: grid;
    gap: 0.75em;
    padding: 1em;
    border: calc(2 * var(--_border-width)) solid var(--_warning);
    border-radius: var(--_radius);
  }
`;

const words = css`
  .subject {
    display: grid;
    gap: 0.5em;
    padding: 0.75em 1em;
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius);
    background: var(--_surface-alt);
  }

  .subject a,
  .subject .text-button {
    color: color-mix(in srgb, var(--_link) 80%, var(--_text));
  }

  .quote {
    padding-inline-start: 0.9em;
    border-inline-start: 0.25em solid var(--_control-border);
    white-space: pre-line;
  }

  .wording {
    max-inline-size: var(--_measure);
    max-block-size: 24em;
    padding: 0.9em 1em;
    border: calc(2 * var(--_border-width)) solid transparent;
    border-radius: var(--_radius);
    white-space: pre-line;
    overflow: auto;
    background: var(--_surface-alt);
  }

  .chosen {
    padding-block: 0.1em;
    border-block-end: 0.16em solid var(--_primary);
    color: inherit;
    background: color-mix(in srgb, var(--_primary) 18%, transparent);
    box-decoration-break: clone;
  }

  .picker {
    display: grid;
    gap: 0.75em;
  }

  .picker .wording {
    max-block-size: none;
    line-height: 2;
    white-space: normal;
  }

  .sentences {
    white-space: pre-line;
  }

  .sentence {
    padding-block: 0.2em;
    border-block-end: 0.12em dotted var(--_control-border);
    cursor: pointer;
    box-decoration-break: clone;
  }

  .sentence:hover {
    background: color-mix(in srgb, var(--_primary) 10%, transparent);
  }

  .sentence[aria-pressed='true'] {
    border-block-end: 0.16em solid var(--_primary);
    background: color-mix(in srgb, var(--_primary) 18%, transparent);
  }

  .wordings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: 1.25em;
  }

  /* Both texts begin at one height, whichever is the longer. */
  .wordings > .field {
    grid-template-rows: auto 1fr;
  }

  .wordings > .field.wrong {
    grid-template-rows: auto auto 1fr;
  }

  .wordings .wording {
    max-block-size: 32em;
  }

  .wordings textarea {
    padding: 0.9em 1em;
  }

  .label {
    font-weight: 600;
  }

  .count {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .count.over {
    font-weight: 600;
    color: var(--_error);
  }

  .control.short {
    inline-size: auto;
    justify-self: start;
  }

  .similar {
    display: grid;
    gap: 0.5em;
    padding: 1em;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
  }

  .similar > :is(h3, h4, h5, h6) {
    font-size: 1.05em;
  }

  .similar-one {
    display: grid;
    justify-items: start;
  }

  .similar-one > div:not([hidden]) {
    display: grid;
    gap: 0.75em;
    justify-items: start;
    padding-block: 0.5em 1em;
  }
`;

const paper = css`
  @media print {
    .text-button,
    .draft-line,
    .progress,
    .more > summary {
      display: none;
    }

    .control,
    .wording {
      max-block-size: none;
      border-color: currentcolor;
      background: none;
    }
  }

  @media (forced-colors: active) {
    .sentence[aria-pressed='true'] {
      border-block-end-color: Highlight;
    }

    .progress li {
      border: 1px solid CanvasText;
    }

    .progress li.done {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

export const writingStyles = [errorSummaryStyles, fieldStyles, layout, words, paper];
