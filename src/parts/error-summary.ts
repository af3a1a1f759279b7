import { css, html, type TemplateResult } from 'lit';
import { heading } from './heading.js';

export interface FormError {
  /** Id of the field, in the same shadow root. */
  field: string;
  message: string;
}

/**
 * What is missing in a form, before the form, with a link to each field. Give it focus when it appears (`.error-summary`); the same words
 * stand at the field.
 *
 * @param title - 'Something is missing.'
 */
export function errorSummary(title: string, level: number, errors: readonly FormError[]): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    const link = event.currentTarget as HTMLAnchorElement;
    event.preventDefault();
    // The address of the page stays: a fragment cannot reach into a shadow root.
    (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1))?.focus();
  };
  return html`
    <div class="error-summary" role="group" aria-labelledby="error-summary-title" tabindex="-1">
      ${heading(level, title, { id: 'error-summary-title' })}
      <ul>
        ${errors.map(({ field, message }) => html`<li><a href="#${field}" @click=${onClick}>${message}</a></li>`)}
      </ul>
    </div>
  `;
}

export const errorSummaryStyles = css`
  .error-summary {
    display: grid;
    gap: 0.5em;
    padding: 1em;
    border: 0.2em solid var(--_error);
    border-radius: var(--_radius);
  }

  .error-summary ul {
    padding-inline-start: 1.2em;
  }

  .error-summary a {
    color: var(--_error);
    font-weight: 600;
  }

  .field-error {
    color: var(--_error);
    font-weight: 600;
  }
`;
