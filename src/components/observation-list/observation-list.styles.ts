import { css } from 'lit';
import { badgeStyles } from '../../parts/badge.js';
import { disclosureSummaryStyles } from '../../parts/details.styles.js';
import { mastheadStyles } from '../../parts/masthead.styles.js';
import { noticeStyles } from '../../parts/notice.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: clamp(1em, 4cqi, 2.25em);
  }

  :is(.own, .linked, .summary, .results) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }

  :is(.own, .linked, .summary, .results) > :is(h2, h3, h4, h5, h6),
  .results-head > :is(h2, h3, h4, h5, h6) {
    font-size: 1.3em;
  }

  .results-head {
    display: flex;
    gap: 0.3em 1em;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
  }

  .open-data {
    display: flex;
    gap: 0.2em 0.9em;
    flex-wrap: wrap;
  }

  .pending {
    cursor: progress;
  }

  :is(.comment-form, .edit-form, .report-form) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  .items {
    padding: 0;
    list-style: none;
  }

  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3em;
    padding-block: 1em;
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .item > :is(h2, h3, h4, h5, h6) {
    font-size: 1.1em;
  }

  .item-link {
    display: inline-block;
    padding-block: 0.2em;
    scroll-margin-block-start: 1em;
  }

  .item-meta {
    display: flex;
    gap: 0.3em 0.75em;
    flex-wrap: wrap;
    align-items: center;
  }

  .reference {
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }

  .excerpt {
    max-inline-size: var(--_measure);
    text-align: start;
    overflow-wrap: anywhere;
  }

  .hidden-note {
    max-inline-size: var(--_measure);
    font-style: italic;
    color: var(--_muted);
  }

  .item-facts {
    font-size: 0.9em;
    color: var(--_muted);
  }

  .section {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 500em;

    /* It cuts off what stands out of it, such as the ring of focus. */
    margin-inline: -0.5em;
    padding-inline: 0.5em;
  }

  /* Where somebody was led or opened something, all is drawn: WebKit puts no focus on what it has not drawn. */
  .section:is(.reached, :has(.opened)) {
    content-visibility: visible;
  }

  .section-mark {
    padding-block: 1em 0.5em;
    font-weight: 600;
    color: var(--_muted);
    scroll-margin-block-start: 1em;
  }

  .pages {
    display: grid;
    gap: 1em;
    padding-block-start: 1em;
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .field-error {
    font-weight: 600;
    color: var(--_error);
  }

  .page-numbers {
    display: flex;
    gap: 0.25em;
    flex-wrap: wrap;
    padding: 0;
    list-style: none;
  }

  .page-numbers a {
    display: inline-grid;
    place-content: center;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
  }

  .after-gap::before {
    content: '…' / '';
    margin-inline-end: 0.25em;
  }
`;

const searching = css`
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    padding: clamp(0.9em, 3cqi, 1.25em);
    border-radius: calc(2 * var(--_radius));
    background: var(--_surface-alt);
  }

  .search label,
  .filter label {
    font-weight: 600;
  }

  .search-row {
    display: flex;
    gap: 0.5em;
    flex-wrap: wrap;
  }

  .filter-toggle::after {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-start: -0.25em;
    border: solid currentcolor;
    border-width: 0 0.14em 0.14em 0;
    rotate: 45deg;
  }

  .filter-toggle[aria-expanded='true']::after {
    margin-block-start: 0.25em;
    rotate: 225deg;
  }

  .search-input {
    flex: 1 1 12em;
  }

  .search .button {
    background: var(--_surface);
  }

  .search .button.quiet {
    justify-self: start;
    margin-inline-start: -0.6em;
    background: none;
  }

  .control {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_target);
    padding-block: 0.4em;
    padding-inline: 0.7em;
    border: calc(2 * var(--_border-width)) solid var(--_control-border);
    border-radius: var(--_radius);
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
  }

  .search .control {
    max-inline-size: none;
  }

  .filter-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    gap: 0.75em 1em;
  }

  .filter-fields.closed {
    display: none;
  }

  .filter {
    display: grid;
    gap: 0.25em;
    align-content: start;
  }

  @container (inline-size >= 45em) {
    .filter-toggle {
      display: none;
    }

    .filter-fields.closed {
      display: grid;
    }
  }
`;

const figures = css`
  .summary {
    padding: clamp(1em, 3cqi, 1.5em);
    border: var(--_border-width) solid var(--_border);
    border-radius: calc(2 * var(--_radius));
  }

  .summary p {
    max-inline-size: var(--_measure);
  }

  .bar {
    inline-size: 100%;
    block-size: 1em;
    border-radius: var(--_radius);
  }

  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }

  .share,
  .key {
    --_share: var(--_control-border);

    fill: var(--_share);
    background: var(--_share);
  }

  .key {
    display: inline-block;
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-end: 0.4em;
    border-radius: 2px;
    vertical-align: -0.05em;
  }

  .accepted {
    --_share: var(--_success);
  }

  .partly-accepted {
    --_share: color-mix(in srgb, var(--_success) 55%, var(--_surface));
  }

  .rejected {
    --_share: var(--_warning);
  }

  .open {
    --_share: var(--_border);
  }

  .figures table {
    border-collapse: collapse;
  }

  .figures :is(th, td) {
    padding-block: 0.4em;
    padding-inline: 0 1.5em;
    border-block-end: var(--_border-width) solid var(--_border);
    font-weight: 400;
    text-align: start;
  }

  .figures thead th {
    font-weight: 600;
  }

  .figures td {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .bar,
    .key {
      forced-color-adjust: none;
    }
  }
`;

const paper = css`
  @media print {
    .search,
    .pages,
    .open-data {
      display: none;
    }

    .section {
      content-visibility: visible;
    }

    .item {
      break-inside: avoid-page;
    }
  }
`;

export const observationListStyles = [
  tokens,
  base,
  buttons,
  badgeStyles,
  disclosureSummaryStyles,
  mastheadStyles,
  noticeStyles,
  skeletonStyles,
  statusLineStyles,
  layout,
  searching,
  figures,
  paper,
];
