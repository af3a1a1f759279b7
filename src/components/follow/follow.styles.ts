import { css } from 'lit';
import { badgeStyles } from '../../parts/badge.js';
import { disclosureSummaryStyles } from '../../parts/details.styles.js';
import { fieldStyles } from '../../parts/field.js';
import { mastheadStyles } from '../../parts/masthead.styles.js';
import { noticeStyles } from '../../parts/notice.js';
import { phaseListStyles } from '../../parts/phase-list.styles.js';
import { responseStyles } from '../../parts/response.js';
import { richTextStyles } from '../../parts/richtext.styles.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { writtenStyles } from '../../parts/written.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  .follow {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: clamp(1em, 4cqi, 2.25em);
  }

  .ask-row {
    display: flex;
    gap: 0.5em;
    flex-wrap: wrap;
  }

  .ask-row .control {
    flex: 1 1 12em;
    max-inline-size: 24em;
  }

  .found {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    padding: clamp(1em, 4cqi, 1.75em);
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(2 * var(--_radius));
  }

  .found > :is(h2, h3, h4, h5, h6) {
    font-size: 1.5em;
    scroll-margin-block-start: 1em;
  }

  .reference {
    font-variant-numeric: tabular-nums;
  }

  .step-head {
    display: flex;
    gap: 0.2em 0.75em;
    flex-wrap: wrap;
    align-items: baseline;
  }

  .phase .response {
    margin-block-start: 0.5em;
  }

  .phase .response-head > :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
  }

  .hidden-note {
    max-inline-size: var(--_measure);
    font-style: italic;
    color: var(--_muted);
  }

  .found .tools {
    align-items: center;
  }

  .found .tools a {
    padding-inline: 0.6em;
  }

  .help {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.3em;
  }

  .receipt-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    padding-block-start: 0.5em;
  }

  .receipt-form textarea.control {
    min-block-size: 6em;
    max-block-size: 12em;
    font-family: monospace;
  }

  @media print {
    .ask,
    .receipt-check {
      display: none;
    }

    .found {
      padding: 0;
      border: 0;
    }

    .said::details-content {
      display: block;
      content-visibility: visible;
    }
  }
`;

export const followStyles = [
  tokens,
  base,
  buttons,
  badgeStyles,
  disclosureSummaryStyles,
  fieldStyles,
  mastheadStyles,
  noticeStyles,
  phaseListStyles,
  responseStyles,
  richTextStyles,
  skeletonStyles,
  statusLineStyles,
  writtenStyles,
  layout,
];
