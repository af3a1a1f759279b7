import { css } from 'lit';

const points = css`
  .weights,
  .ranking {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0;
    list-style: none;
  }

  .weight,
  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em 1em;
    align-items: center;
    padding-block: 0.75em;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .weight label {
    font-weight: 600;
  }

  .stepper,
  .moves {
    display: flex;
    gap: 0.5em;
    flex-wrap: wrap;
    align-items: center;
  }

  .stepper .step,
  .moves .up,
  .moves .down {
    padding-inline: 0;
    font-size: 1.1em;
  }

  .stepper .control {
    inline-size: 5em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  @container (min-width: 40em) {
    .weight {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
`;

const ranking = css`
  .place {
    grid-template-columns: auto minmax(0, 1fr);
  }

  .place .number {
    display: grid;
    place-items: center;
    inline-size: 2.2em;
    block-size: 2.2em;
    border-radius: 50%;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    color: var(--_on-primary);
    background: var(--_primary);
  }

  .place-name {
    font-weight: 600;
  }

  .place .moves {
    grid-column: 1 / -1;
  }

  .place .at {
    inline-size: auto;
  }

  @container (min-width: 40em) {
    .place {
      grid-template-columns: auto minmax(0, 1fr) auto;
      cursor: grab;
    }

    .place .moves {
      grid-column: auto;
    }
  }

  @media (forced-colors: active) {
    .place .number {
      border: var(--_border-width) solid;
    }
  }
`;

const grades = css`
  .graded {
    display: grid;
    gap: 0.5em;
    min-inline-size: 0;
    margin: 0;
    padding-block: 0.9em;
    padding-inline: 0;
    border: 0;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .graded legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-weight: 600;
  }

  .grades {
    display: flex;
    gap: 0 1.5em;
    flex-wrap: wrap;
    clear: both;
  }
`;

export const weighingStyles = [points, ranking, grades];
