import { css } from 'lit';

export const richTextStyles = css`
  .richtext {
    max-inline-size: var(--_measure);
  }

  .richtext > * + * {
    margin-block-start: 0.85em;
  }

  .richtext :is(h3, h4, h5, h6) {
    margin-block-start: 1.4em;
    font-size: 1.05em;
  }

  .richtext :is(ul, ol) {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.4em;
  }

  .richtext blockquote {
    padding-inline-start: 1em;
    border-inline-start: 0.25em solid var(--_border);
    color: var(--_muted);
  }

  .scroll {
    overflow-x: auto;
  }

  .scroll table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .scroll :is(th, td) {
    padding-block: 0.45em;
    padding-inline: 0 1em;
    border-block-end: var(--_border-width) solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  .scroll caption {
    padding-block-end: 0.4em;
    font-weight: 600;
    text-align: start;
  }

  .term {
    display: inline;
    padding: 0;
    border: 0;
    font: inherit;
    text-align: start;
    text-decoration: underline dotted var(--_muted);
    text-decoration-thickness: 0.12em;
    text-underline-offset: 0.22em;
    color: inherit;
    background: none;
    cursor: help;
  }

  .term:hover,
  .term[aria-expanded='true'] {
    color: var(--_link);
    text-decoration-color: currentcolor;
  }

  .definition {
    display: block;
    margin-block: 0.5em;
    padding-block: 0.6em;
    padding-inline: 0.9em;
    border-inline-start: 0.25em solid var(--_info);
    font-style: normal;
    font-weight: 400;
    background: var(--_surface-alt);
  }

  @media print {
    .term {
      text-decoration: none;
    }

    .definition {
      display: none;
    }

    a[data-address]::after {
      content: ' (' attr(data-address) ')';
      font-size: 0.85em;
      overflow-wrap: anywhere;
    }
  }
`;
