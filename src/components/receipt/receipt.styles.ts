import { css } from 'lit';
import { fieldStyles } from '../../parts/field.js';
import { mastheadStyles } from '../../parts/masthead.styles.js';
import { noticeStyles } from '../../parts/notice.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    padding: clamp(1em, 4cqi, 2.25em);
  }

  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.1em;
  }

  .ask textarea.control {
    min-block-size: 6em;
    max-block-size: 14em;
    font-family: monospace;
    overflow-wrap: anywhere;
  }

  .field-error {
    color: var(--_error);
    font-weight: 600;
  }

  @media print {
    .ask {
      display: none;
    }
  }
`;

export const receiptStyles = [
  tokens,
  base,
  buttons,
  fieldStyles,
  mastheadStyles,
  noticeStyles,
  skeletonStyles,
  statusLineStyles,
  layout,
];
