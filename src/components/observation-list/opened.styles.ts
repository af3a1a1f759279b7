import { css } from 'lit';
import { disclosureSummaryStyles } from '../../parts/details.styles.js';
import { responseStyles } from '../../parts/response.js';
import { richTextStyles } from '../../parts/richtext.styles.js';
import { versionComparisonStyles } from '../../parts/version-comparison.styles.js';
import { writtenStyles } from '../../parts/written.js';

/** An observation that stands open. */
export const openedStyles = [
  richTextStyles,
  versionComparisonStyles,
  responseStyles,
  writtenStyles,
  disclosureSummaryStyles,
  css`
    .opened {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.1em;
      padding-block: 0.5em;
    }

    .opened :is(h3, h4, h5, h6) {
      font-size: 1em;
    }

    .quoted {
      display: grid;
      gap: 0.4em;
    }

    .quoted blockquote {
      max-inline-size: var(--_measure);
      padding-inline-start: 1em;
      border-inline-start: 0.25em solid var(--_border);
      white-space: pre-line;
    }

    .opened .change {
      margin-block-start: 0;
    }

    .attachments {
      display: grid;
      gap: 0.3em;
      padding-inline-start: 1.3em;
    }

    .history ol {
      display: grid;
      gap: 0.6em;
      padding: 0.6em 0 0;
      list-style: none;
    }

    .like[aria-pressed='true'] {
      color: var(--_on-primary);
      border-color: var(--_primary);
      background: var(--_primary);
    }

    .like[aria-pressed='true']::before {
      content: '✓' / '';
    }

    @media (forced-colors: active) {
      .like[aria-pressed='true'] {
        color: HighlightText;
        background: Highlight;
        forced-color-adjust: none;
      }
    }
  `,
];
