import { css } from 'lit';
import { badgeStyles } from '../../parts/badge.js';
import { disclosureStyles } from '../../parts/disclosure.js';
import { mastheadStyles } from '../../parts/masthead.styles.js';
import { noticeStyles } from '../../parts/notice.js';
import { richTextStyles } from '../../parts/richtext.styles.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  .document {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: clamp(1em, 4cqi, 2.25em);
  }

  .tools {
    align-items: center;
  }

  .disclosure > :is(h2, h3, h4, h5, h6) {
    font-size: 1.2em;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    align-items: start;
  }

  .versions {
    display: grid;
    gap: 0.9em;
    padding: 0;
    list-style: none;
  }

  .versions li {
    display: grid;
    gap: 0.15em;
    justify-items: start;
  }

  .contents ul {
    padding: 0;
    list-style: none;
  }

  /* What is scrolled out of the contents is not laid out, as with sheets. */
  .contents .panel > ul > li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 10em;
  }

  .contents ul ul {
    padding-inline-start: 1em;
  }

  .contents a {
    display: block;
    padding-block: 0.35em;
    padding-inline: 0.75em 0.25em;
    border-inline-start: 0.25em solid transparent;
  }

  .contents a[aria-current] {
    border-inline-start-color: var(--_primary);
    font-weight: 700;
    background: var(--_surface-alt);
  }

  .version-line {
    display: flex;
    gap: 0.3em 0.75em;
    flex-wrap: wrap;
    align-items: baseline;
  }

  .versions .button {
    margin-inline-start: -0.6em;
  }

  /* Wider than its text, since it cuts off what stands out of it, such as the ring of focus. */
  .sheet {
    margin-inline: -0.5em;
    padding-inline: 0.5em;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 400em;
  }

  /* What waits has headings only. */
  .sheet:not(.here) {
    contain-intrinsic-block-size: auto 150em;
  }

  .sheet.reached {
    content-visibility: visible;
  }

  .sheet-progress {
    padding-block: 1em;
  }

  .passage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    padding-block: 1.1em;
  }

  .passage.small {
    padding-block: 0.5em;
  }

  .passage-head {
    display: flex;
    gap: 0.25em;
    align-items: baseline;
  }

  .passage-head > :is(h1, h2, h3, h4, h5, h6) {
    scroll-margin-block-start: 1em;
    font-size: 1.15em;
  }

  /* By depth in the document: the tag says only where the widget stands in its page. */
  .level-1 > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.5em;
  }

  .level-2 > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.3em;
  }

  .passage-link {
    display: inline-grid;
    flex: none;
    place-content: center;
    min-inline-size: 1.75em;
    min-block-size: 1.75em;
    text-decoration: none;
    color: var(--_muted);
  }

  .passage-link:hover {
    color: var(--_link);
    text-decoration: underline;
  }

  .wordings {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em 2em;
  }

  .plain {
    display: grid;
    gap: 0.6em;
    align-content: start;
    padding: 1em;
    border-inline-start: 0.3em solid var(--_info);
    background: var(--_surface-alt);
  }

  .selection-tools {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    padding-block-start: 0.4em;
    pointer-events: none;
  }

  .selection-tools .button {
    pointer-events: auto;
    box-shadow: 0 0.15em 0.6em rgb(0 0 0 / 30%);
  }

  .said {
    display: flex;
    gap: 0.4em 1.25em;
    flex-wrap: wrap;
    align-items: center;
  }

  .said:not(:has(*)) {
    display: none;
  }

  .observations {
    font-weight: 600;
    color: var(--_muted);
  }

  .field-error {
    color: var(--_error);
  }
`;

const wide = css`
  @container (inline-size >= 55em) {
    .columns.with-contents {
      grid-template-columns: minmax(14em, 1fr) minmax(0, 3fr);
    }

    .with-contents .contents {
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100vh;
      overflow-y: auto;
      overscroll-behavior: contain;
    }

    .wordings:has(.plain) {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }

  /* An edge that cannot be seen is one here: it has to be the ground's own colour. */
  @media (forced-colors: active) {
    .contents a {
      border-inline-start-color: Canvas;
    }

    .contents a[aria-current] {
      border-inline-start-color: Highlight;
    }
  }

  @media print {
    .contents,
    .passage-link,
    .sheet-progress,
    .observe,
    .selection-tools {
      display: none;
    }

    .sheet {
      content-visibility: visible;
    }

    .columns,
    .columns.with-contents {
      display: block;
    }

    .passage-head {
      break-inside: avoid;
      break-after: avoid;
    }
  }
`;

export const documentStyles = [
  tokens,
  base,
  buttons,
  badgeStyles,
  disclosureStyles,
  mastheadStyles,
  noticeStyles,
  richTextStyles,
  skeletonStyles,
  statusLineStyles,
  layout,
  wide,
];
