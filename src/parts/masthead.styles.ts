import { css } from 'lit';

/** What stands on top of a document: its kind and state, its title, its facts and the tools for reading it. */
export const mastheadStyles = css`
  header {
    display: grid;
    gap: 0.9em;
  }

  header > :is(h1, h2, h3, h4, h5, h6) {
    font-size: clamp(1.6em, 1.15em + 2.2cqi, 2.3em);
    line-height: 1.15;
  }

  .kicker {
    display: flex;
    gap: 0.3em 0.75em;
    flex-wrap: wrap;
    align-items: center;
    font-weight: 600;
    color: var(--_muted);
  }

  .facts {
    display: flex;
    gap: 0.75em 2em;
    flex-wrap: wrap;
  }

  dt {
    font-size: 0.9em;
    color: var(--_muted);
  }

  .tools {
    display: flex;
    gap: 0.25em;
    flex-wrap: wrap;
    margin-inline-start: -0.6em;
  }

  @media print {
    .tools {
      display: none;
    }
  }
`;
