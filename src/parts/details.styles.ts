import { css } from 'lit';

/** A native `details`: its summary is as large as a thumb and looks like what it does. */
export const disclosureSummaryStyles = css`
  summary {
    inline-size: fit-content;
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1lh) / 2);
    font-weight: 600;
    color: var(--_link);
    cursor: pointer;
  }
`;
