import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.js';

export interface FieldText {
  /** Id of the control. */
  readonly id: string;
  readonly label: unknown;
  readonly hint?: unknown;
  /** Words for something that may stay empty. */
  readonly optional?: string | undefined;
  /** What is wrong, once the person tried to go on. */
  readonly error?: string | undefined;
}

/** What a control says of itself. */
export interface Described {
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

/** What a control is described by: its hint, its error, and whatever else has an id. */
export function described({ id, hint, error }: FieldText, ...others: readonly string[]): Described {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`]), ...others];
  return { describedBy: ids.length > 0 ? ids.join(' ') : nothing, invalid: error === undefined ? nothing : 'true' };
}

/** A label, a hint, what is wrong, and a native control, all in one shadow root. */
export function field(words: Words, text: FieldText, control: unknown): TemplateResult {
  const { id, label, hint, optional, error } = text;
  return html`
    <div class="field ${error === undefined ? '' : 'wrong'}">
      <label for=${id}>${label}${optional === undefined ? nothing : html`${' '}<span class="optional">${optional}</span>`}</label>
      ${hint === undefined ? nothing : html`<p class="field-hint" id="${id}-hint">${hint}</p>`} ${fieldError(words, id, error)}
      ${control}
    </div>
  `;
}

/** The same for several controls that are one question. The first of them has the id, so that a link can reach it. */
export function fieldGroup(words: Words, text: FieldText, controls: unknown): TemplateResult {
  const { id, label, hint, error } = text;
  const { describedBy } = described(text);
  return html`
    <fieldset class="field ${error === undefined ? '' : 'wrong'}" aria-describedby=${describedBy}>
      <legend>${label}</legend>
      ${hint === undefined ? nothing : html`<p class="field-hint" id="${id}-hint">${hint}</p>`} ${fieldError(words, id, error)}
      ${controls}
    </fieldset>
  `;
}

function fieldError({ t }: Words, id: string, error: string | undefined): TemplateResult | typeof nothing {
  if (error === undefined) return nothing;
  return html`<p class="field-error" id="${id}-error">
    <span class="visually-hidden">${t('common.error-prefix')} </span>${error}
  </p>`;
}

export interface Choice {
  readonly value: string;
  readonly label: unknown;
  readonly hint?: unknown;
}

/** One of a few, each with a place to press that is large enough for a thumb. */
export function choices(
  id: string,
  offered: readonly Choice[],
  chosen: string,
  onChoose: (value: string) => void,
): readonly TemplateResult[] {
  return offered.map(({ value, label, hint }, index) => {
    const own = index === 0 ? id : `${id}-${String(index)}`;
    return html`
      <div class="choice">
        <input
          type="radio"
          id=${own}
          name=${id}
          .checked=${value === chosen}
          aria-describedby=${hint === undefined ? nothing : `${own}-what`}
          @change=${() => onChoose(value)}
        />
        <label for=${own}>${label}</label>
        ${hint === undefined ? nothing : html`<p class="field-hint" id="${own}-what">${hint}</p>`}
      </div>
    `;
  });
}

export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35em;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .field.wrong {
    padding-inline-start: 1em;
    border-inline-start: 0.3em solid var(--_error);
  }

  .field > label,
  .field > legend {
    padding: 0;
    font-weight: 600;
  }

  .optional,
  .field-hint {
    font-weight: 400;
    color: var(--_muted);
  }

  .field-hint {
    max-inline-size: var(--_measure);
  }

  .field-error {
    max-inline-size: var(--_measure);
  }

  .control {
    inline-size: 100%;
    min-block-size: var(--_target);
    max-inline-size: var(--_measure);
    padding-block: 0.5em;
    padding-inline: 0.7em;
    border: calc(2 * var(--_border-width)) solid var(--_control-border);
    border-radius: var(--_radius);
    font: inherit;
    text-align: start;
    color: var(--_text);
    background: var(--_surface);
  }

  .wrong .control {
    border-color: var(--_error);
  }

  textarea.control {
    min-block-size: 9em;
    resize: vertical;
    field-sizing: content;
    max-block-size: 32em;
  }

  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.75em;
    align-items: start;
    padding-block: 0.35em;
  }

  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin-block: calc((var(--_target) - 1.5em) / 2);
    margin-inline: 0;
    accent-color: var(--_primary);
  }

  .choice label {
    padding-block: calc((var(--_target) - 1lh) / 2);
    font-weight: 600;
    cursor: pointer;
  }

  .choice .field-hint {
    grid-column: 2;
    margin-block-start: -0.4em;
  }
`;
