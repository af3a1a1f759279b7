import { html, nothing, type TemplateResult } from 'lit';

/** A field of the form. Its name is its id too, so that a problem can lead to it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, and how to mend it. */
  readonly problem?: string | undefined;
}

export type Choices = Readonly<Record<string, string>>;

/** Ids of what describes the field, for `aria-describedby`. */
function describedBy({ name, hint, problem }: Field): string | typeof nothing {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(problem === undefined ? [] : [`${name}-problem`])];
  return ids.length > 0 ? ids.join(' ') : nothing;
}

const remarks = ({ name, hint, problem }: Field): TemplateResult => html`
  ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  ${problem === undefined ? nothing : html`<p class="field-error" id="${name}-problem">${problem}</p>`}
`;

/** A line of text. `suggestions` can be chosen or left. */
export function textField(
  field: Field,
  value: string,
  { type = 'text', suggestions = [] }: { type?: 'text' | 'url' | 'number'; suggestions?: readonly string[] } = {},
): TemplateResult {
  const { name, label, problem } = field;
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      ${remarks(field)}
      <input
        id=${name}
        name=${name}
        type=${type}
        value=${value}
        list=${suggestions.length > 0 ? `${name}-suggestions` : nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby=${describedBy(field)}
        aria-invalid=${problem === undefined ? nothing : 'true'}
      />
      ${
        suggestions.length === 0
          ? nothing
          : html`<datalist id="${name}-suggestions">${suggestions.map(each => html`<option value=${each}></option>`)}</datalist>`
      }
    </div>
  `;
}

/** One out of many. */
export function selectField(field: Field, value: string, choices: Choices): TemplateResult {
  const { name, label, problem } = field;
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      ${remarks(field)}
      <select
        id=${name}
        name=${name}
        aria-describedby=${describedBy(field)}
        aria-invalid=${problem === undefined ? nothing : 'true'}
      >
        ${Object.entries(choices).map(
          ([choice, words]) => html`<option value=${choice} ?selected=${choice === value}>${words}</option>`,
        )}
      </select>
    </div>
  `;
}

/** One out of few. */
export function radioFields(field: Field, value: string, choices: Choices, hidden = false): TemplateResult {
  const { name, label } = field;
  return html`
    <fieldset class="field choice" aria-describedby=${describedBy(field)} ?hidden=${hidden}>
      <legend>${label}</legend>
      ${remarks(field)}
      ${Object.entries(choices).map(
        ([choice, words], index) => html`
          <div class="tick">
            <input
              id=${index === 0 ? name : `${name}-${choice}`}
              name=${name}
              type="radio"
              value=${choice}
              ?checked=${choice === value}
            />
            <label for=${index === 0 ? name : `${name}-${choice}`}>${words}</label>
          </div>
        `,
      )}
    </fieldset>
  `;
}

/** Yes or no. */
export function tickField(field: Field, ticked: boolean): TemplateResult {
  const { name, label } = field;
  return html`
    <div class="field">
      <div class="tick">
        <input id=${name} name=${name} type="checkbox" ?checked=${ticked} aria-describedby=${describedBy(field)} />
        <label for=${name}>${label}</label>
      </div>
      ${remarks(field)}
    </div>
  `;
}
