import { css } from 'lit';
import { badgeStyles } from '../../parts/badge.js';
import { disclosureSummaryStyles } from '../../parts/details.styles.js';
import { fieldStyles } from '../../parts/field.js';
import { mastheadStyles } from '../../parts/masthead.styles.js';
import { noticeStyles } from '../../parts/notice.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  .voting {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: clamp(1em, 4cqi, 2.25em);
  }

  .when {
    display: flex;
    gap: 0.3em 0.75em;
    flex-wrap: wrap;
    align-items: baseline;
  }

  .about,
  .rule {
    max-inline-size: var(--_measure);
  }

  .question,
  .check {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  .question > :is(h1, h2, h3, h4, h5, h6),
  .check > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.4em;
  }

  .rule {
    font-weight: 600;
  }

  .search {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: 0.75em 1em;
    align-items: end;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_surface-alt);
  }

  .field-error {
    color: var(--_error);
    font-weight: 600;
  }
`;

const options = css`
  .options {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .options ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0;
    list-style: none;
  }

  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.2em 0.75em;
    align-items: start;
    padding-block: 0.75em;
    padding-inline: 0.75em;
    border-block-end: var(--_border-width) solid var(--_border);
    border-inline-start: 0.3em solid transparent;

    /* Hundreds of rows: those out of sight are laid out when they come near. */
    content-visibility: auto;
    contain-intrinsic-size: auto 7em;
  }

  .option.chosen {
    border-inline-start-color: var(--_primary);
    background: color-mix(in srgb, var(--_primary) 7%, var(--_surface));
  }

  .option.wrong {
    border-inline-start-color: var(--_error);
  }

  .option > :not(input, .name) {
    grid-column: 2;
  }

  .option > strong.name {
    grid-column: 1 / -1;
  }

  .option > strong.name ~ * {
    grid-column: 1 / -1;
  }

  .option > input {
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;

    /* What has focus is not hidden by the summary below. */
    scroll-margin-block: 2em 10em;
    accent-color: var(--_primary);
    margin-block-start: calc((var(--_target) - 1.5em) / 2);
  }

  .option > label.name {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
  }

  .facts {
    display: flex;
    gap: 0.1em 1em;
    flex-wrap: wrap;
    color: var(--_muted);
  }

  .facts:empty {
    display: none;
  }

  .facts .cost {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }

  .facts .beyond {
    font-style: italic;
  }

  .what {
    max-inline-size: var(--_measure);
  }

  .option .more img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }

  .description {
    display: grid;
    gap: 0.6em;
    max-inline-size: var(--_measure);
  }

  .option.blank {
    margin-block-start: 0.5em;
    border-block-end: 0;
  }
`;

/** What is left stays in sight while somebody chooses; on a low screen it would hide what they choose from. */
const summary = css`
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.35em 1em;
    align-items: center;
    padding-block: 0.75em;
    padding-inline: 1em;
    border: calc(2 * var(--_border-width)) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .bar .not-cast {
    grid-column: 1 / -1;
    font-size: 0.9em;
    color: var(--_muted);
  }

  .bar .left {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .bar .left.over {
    color: var(--_error);
  }

  progress {
    inline-size: 100%;
    block-size: 0.6em;
    border: var(--_border-width) solid var(--_control-border);
    border-radius: 0.3em;
    appearance: none;
    background: var(--_surface-alt);
  }

  .bar progress {
    grid-row: 3;
    grid-column: 1 / -1;
  }

  progress::-webkit-progress-bar {
    border-radius: 0.3em;
    background: var(--_surface-alt);
  }

  progress::-webkit-progress-value {
    border-radius: 0.3em;
    background: var(--_primary);
  }

  progress::-moz-progress-bar {
    border-radius: 0.3em;
    background: var(--_primary);
  }

  .left.over + progress::-webkit-progress-value {
    background: var(--_error);
  }

  .left.over + progress::-moz-progress-bar {
    background: var(--_error);
  }

  @media (height >= 30em) {
    .question ~ .bar {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      box-shadow: 0 -0.25em 0.75em color-mix(in srgb, var(--_text) 12%, transparent);
    }
  }

  @media (forced-colors: active) {
    .option.chosen {
      border-inline-start-color: Highlight;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }
  }

  @media print {
    .bar,
    .search {
      display: none;
    }

    .option {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;

export const votingWidgetStyles = [
  tokens,
  base,
  buttons,
  badgeStyles,
  disclosureSummaryStyles,
  fieldStyles,
  mastheadStyles,
  noticeStyles,
  skeletonStyles,
  statusLineStyles,
  layout,
  options,
  summary,
];
