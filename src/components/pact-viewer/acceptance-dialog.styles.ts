import { css } from 'lit';
import { dialogStyles } from '../../parts/dialog.js';
import { errorSummaryStyles } from '../../parts/error-summary.js';

const form = css`
  .acceptance-form {
    display: grid;
    gap: 0.75em;
  }

  /* Away from the ring that shows where focus is. */
  .notice + .acceptance-form {
    margin-block-start: 1.25em;
  }

  .privacy {
    display: grid;
    gap: 0.15em;
  }

  .privacy dd {
    margin-block-end: 0.6em;
  }

  .check {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
  }

  .check input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_primary);
  }
`;

export const acceptanceDialogStyles = [dialogStyles, errorSummaryStyles, form];
