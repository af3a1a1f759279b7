import { css } from 'lit';
import { badgeStyles } from '../../parts/badge.js';
import { disclosureStyles } from '../../parts/disclosure.js';
import { mastheadStyles } from '../../parts/masthead.styles.js';
import { noticeStyles } from '../../parts/notice.js';
import { phaseListStyles } from '../../parts/phase-list.styles.js';
import { richTextStyles } from '../../parts/richtext.styles.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  /* Columns that may be narrower than what is in them, so that a wide table scrolls and does not widen the page. */
  .viewer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_space));
    padding: clamp(1em, 4cqi, 2.25em);
  }

  .viewer > section,
  .decisions > section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9em;
    align-content: start;
  }

  .viewer > section > :is(h2, h3, h4, h5, h6),
  .decisions > section > :is(h2, h3, h4, h5, h6),
  .disclosures .disclosure > :is(h2, h3, h4, h5, h6) {
    font-size: 1.35em;
  }

  [part='brief'] {
    gap: 0.5em;
    padding: clamp(1em, 4cqi, 1.75em);
    border-radius: calc(2 * var(--_radius));
    background: var(--_surface-alt);
  }

  [part='brief'] .richtext {
    font-size: 1.1em;
  }

  .decisions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: calc(5 * var(--_space));
  }

  .decisions ul {
    display: grid;
    gap: 0.6em;
    padding-inline-start: 1.7em;
    max-inline-size: var(--_measure);
  }

  .decisions li {
    padding-inline-start: 0.3em;
  }

  .decided li::marker {
    content: '✓ ' / '';
    font-weight: 700;
    color: var(--_success);
  }

  .not-decided li::marker {
    content: '✕ ' / '';
    font-weight: 700;
    color: var(--_error);
  }

  .rules {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 0.9em 2em;
  }

  /* Kept while the backend is asked, so that nothing below it jumps. */
  .you {
    min-block-size: 9.5em;
  }

  .you .notice :is(h3, h4, h5, h6) {
    font-size: 1.1em;
  }

  .refusals {
    display: grid;
    gap: 0.6em;
    padding-inline-start: 1.3em;
  }

  .receipt {
    display: grid;
    gap: 0.35em;
    padding: 1em;
    border: var(--_border-width) dashed var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .documents {
    display: grid;
    gap: 0.9em;
    padding: 0;
    list-style: none;
  }

  .documents a {
    display: inline-block;
    padding-block: 0.25em;
  }

  .reference {
    font-size: 1.3em;
    font-weight: 700;
    letter-spacing: 0.04em;
  }
`;

const table = css`
  .reciprocity {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .reciprocity thead {
    background: var(--_surface-alt);
  }

  .reciprocity :is(th, td) {
    padding-block: 0.75em;
    padding-inline: 0.9em;
    border-block-end: var(--_border-width) solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  .reciprocity ul {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.1em;
  }

  .reciprocity .role {
    display: block;
    font-weight: 400;
    color: var(--_muted);
  }

  .cell-label {
    display: none;
  }

  /* One card for each party; the names of the columns come back in every cell. */
  @container (inline-size < 38em) {
    .reciprocity :is(tbody, tr, th, td) {
      display: block;
    }

    .reciprocity thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .reciprocity tr {
      margin-block-end: 1em;
      border: var(--_border-width) solid var(--_border);
      border-radius: var(--_radius);
    }

    .reciprocity tbody th {
      background: var(--_surface-alt);
    }

    .reciprocity td:last-child {
      border-block-end: 0;
    }

    .cell-label {
      display: block;
      padding-block-end: 0.25em;
      font-weight: 600;
    }
  }

  @media print {
    .reciprocity tr {
      break-inside: avoid;
    }
  }
`;

export const pactViewerStyles = [
  tokens,
  base,
  buttons,
  badgeStyles,
  mastheadStyles,
  noticeStyles,
  phaseListStyles,
  richTextStyles,
  skeletonStyles,
  statusLineStyles,
  disclosureStyles,
  layout,
  table,
];
