import { css } from 'lit';
import { errorSummaryStyles } from '../../parts/error-summary.js';
import { fieldStyles } from '../../parts/field.js';

/** What others say on an observation. */
export const commentsStyles = [
  fieldStyles,
  errorSummaryStyles,
  css`
    .comments,
    .comment-list,
    .comment {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.6em;
    }

    .comments {
      padding-block-start: 1em;
      border-block-start: var(--_border-width) solid var(--_border);
    }

    .comments .filter {
      display: flex;
      gap: 0.25em 0.75em;
      flex-wrap: wrap;
      align-items: center;
    }

    .comments .filter .control {
      inline-size: auto;
    }

    .comment-list {
      padding: 0;
      list-style: none;
    }

    .comment-list > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.6em;
    }

    .comment {
      gap: 0.25em;
      padding-inline-start: 0.9em;
      border-inline-start: 0.2em solid var(--_border);
    }

    .comment .actions {
      gap: 0;
      margin-inline-start: -0.6em;
    }

    .answers {
      margin-inline-start: clamp(0.75em, 4cqi, 2em);
    }

    .comment-form {
      padding: 1em;
      border-radius: var(--_radius);
      background: var(--_surface-alt);
    }

    @media print {
      .comment-form,
      .comments .filter {
        display: none;
      }
    }
  `,
];
