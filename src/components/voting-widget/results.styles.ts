import { css } from 'lit';

const layout = css`
  .results,
  .of-question,
  .recount {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9em;
  }

  .results {
    gap: 1.25em;
  }

  .results > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.5em;
  }

  .turnout {
    display: flex;
    gap: 0.75em 2.5em;
    flex-wrap: wrap;
  }

  .turnout dd {
    font-size: 1.4em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .won {
    display: grid;
    padding: 0;
    list-style: none;
  }

  .winner {
    display: flex;
    gap: 0.1em 1.25em;
    flex-wrap: wrap;
    padding-block: 0.6em;
    padding-inline: 0.75em;
    border-inline-start: 0.3em solid var(--_success);
  }

  .winner strong {
    flex: 1 1 14em;
  }

  .winner .cost {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .money-line {
    padding-block: 0.5em;
    border-block-start: 0.2em dashed var(--_success);
    font-weight: 600;
  }

  .bars {
    display: grid;
    gap: 0.75em;
    padding: 0;
    list-style: none;
  }

  .bar-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.15em 1em;
  }

  .bar-row progress {
    grid-column: 1 / -1;
  }

  .bar-row .count {
    font-variant-numeric: tabular-nums;
  }

  .bar-row.elected > span:first-child {
    font-weight: 600;
  }

  .bar-row.elected progress::-webkit-progress-value {
    background: var(--_success);
  }

  .bar-row.elected progress::-moz-progress-bar {
    background: var(--_success);
  }

  .bar-row:not(.elected) progress::-webkit-progress-value {
    background: var(--_muted);
  }

  .bar-row:not(.elected) progress::-moz-progress-bar {
    background: var(--_muted);
  }

  .mark {
    color: var(--_success);
  }

  .in-log::before {
    content: '✓ ' / '';
    font-weight: 700;
    color: var(--_success);
  }

  .table {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding-block: 0.4em;
    padding-inline: 0.5em;
    border-block-end: var(--_border-width) solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  tbody th {
    font-weight: 400;
  }

  .figure {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }

  .steps {
    display: grid;
    gap: 0.4em;
    max-inline-size: var(--_measure);
    padding-inline-start: 2em;
  }
`;

export const resultsStyles = [layout];
