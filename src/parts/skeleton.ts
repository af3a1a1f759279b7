import { css, html, type TemplateResult } from 'lit';

/**
 * Grey bars in the place of a text that is on its way. They take at least the height of the viewport: when a longer text comes,
 * whatever stands below the widget moves only where nobody sees it.
 */
export function skeleton(): TemplateResult {
  return html`
    <div class="skeleton" aria-hidden="true">
      <span class="short"></span><span class="tall"></span><span></span><span></span><span></span><span class="short"></span>
      <span class="tall"></span><span></span><span></span><span class="short"></span>
    </div>
  `;
}

export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 1em;
    align-content: start;
    min-block-size: max(40em, 100vh);
  }

  .skeleton span {
    block-size: 1em;
    border-radius: var(--_radius);
    background: var(--_surface-alt);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .skeleton .tall {
    block-size: 2em;
    margin-block-end: 1em;
    inline-size: 80%;
  }

  .skeleton .short {
    inline-size: 45%;
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .skeleton span {
      border: 1px solid GrayText;
    }
  }

  @media print {
    .skeleton {
      display: none;
    }
  }
`;
