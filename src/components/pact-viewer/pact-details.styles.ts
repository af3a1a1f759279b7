import { css } from 'lit';

/** The full text and the versions, which come behind the rest. */
export const pactDetailsStyles = css`
  .contents ol {
    display: grid;
    gap: 0.2em;
    padding-inline-start: 1.4em;
  }

  .contents :is(h3, h4, h5, h6),
  .section-head :is(h3, h4, h5, h6) {
    font-size: 1.15em;
  }

  .contents a {
    display: inline-block;
    padding-block: 0.3em;
  }

  .contents,
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
  }

  .section {
    margin-block-start: calc(4 * var(--_space));
  }

  .section-head {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }

  .section-link {
    padding-inline: 0.5em;
    text-decoration: none;
    color: var(--_muted);
  }

  .section-link:hover {
    color: var(--_link);
    text-decoration: underline;
  }

  .plain {
    display: grid;
    gap: 0.6em;
    padding: 1em;
    border-inline-start: 0.3em solid var(--_info);
    background: var(--_surface-alt);
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

  .version-line,
  .change-head {
    display: flex;
    gap: 0.3em 0.75em;
    flex-wrap: wrap;
    align-items: baseline;
  }

  .print-only {
    display: none;
  }

  @media print {
    .plain-switch,
    .section-link {
      display: none;
    }

    .print-only {
      display: block;
    }

    .version-text[hidden] {
      display: block;
      content-visibility: visible;
    }

    .section-head {
      break-inside: avoid;
      break-after: avoid;
    }
  }
`;
