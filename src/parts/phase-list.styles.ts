import { css } from 'lit';

export const phaseListStyles = css`
  .phases {
    display: grid;
    padding: 0;
    list-style: none;
  }

  .phase {
    display: grid;
    gap: 0.3em;
    position: relative;
    padding-block: 0 calc(3.5 * var(--_space));
    padding-inline-start: 2.1em;
  }

  .phase:last-child {
    padding-block-end: 0;
  }

  /* The line from phase to phase, and a dot for each. */
  .phase::before {
    content: '';
    position: absolute;
    inset-block: 0.5em -0.5em;
    inset-inline-start: 0.44em;
    inline-size: 0.12em;
    background: var(--_border);
  }

  .phase:last-child::before {
    display: none;
  }

  .phase::after {
    content: '';
    position: absolute;
    inset-block-start: 0.35em;
    inset-inline-start: 0;
    inline-size: 1em;
    block-size: 1em;
    border: 0.15em solid var(--_control-border);
    border-radius: 50%;
    background: var(--_surface);
  }

  .phase.past::after {
    background: var(--_control-border);
  }

  .phase.active::after {
    border-color: var(--_success);
    background: var(--_success);
    box-shadow: 0 0 0 0.25em color-mix(in srgb, var(--_success) 25%, transparent);
  }

  .phase-kind {
    display: flex;
    gap: 0.2em 0.75em;
    flex-wrap: wrap;
    align-items: baseline;
  }

  .phase :is(h2, h3, h4, h5, h6) {
    font-size: 1.1em;
  }

  .phase-dates {
    font-weight: 600;
  }

  .days-left {
    color: var(--_success);
    font-weight: 600;
  }

  .way {
    max-inline-size: var(--_measure);
  }

  .phase-actions {
    display: flex;
    gap: 0.2em 1.25em;
    flex-wrap: wrap;
    align-items: center;
  }

  .text-button {
    min-block-size: 2em;
  }

  @media (forced-colors: active) {
    .phase::after {
      border-color: CanvasText;
    }

    .phase:is(.active, .past)::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .phase {
      break-inside: avoid;
    }

    .text-button {
      display: none;
    }
  }
`;
