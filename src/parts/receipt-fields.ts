import { html, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.js';
import { described, field, type FieldText } from './field.js';

export interface ReceiptFields {
  /** Words for where a receipt is pasted, with what is wrong with it. */
  readonly paste: Omit<FieldText, 'id'>;
  /** Label for where its file is chosen. */
  readonly file: string;
  /** What was pasted. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** Where somebody gives a receipt that they kept: as text (`#receipt-text`) or as the file (`#receipt-file`). */
export function receiptFields(words: Words, { paste, file, text, onText, onFile }: ReceiptFields): TemplateResult {
  const pasted = { id: 'receipt-text', ...paste };
  const { describedBy, invalid } = described(pasted);
  return html`
    ${field(
      words,
      pasted,
      html`<textarea
        class="control"
        id="receipt-text"
        rows="4"
        dir="ltr"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${text}
        @input=${(event: Event) => {
          onText((event.currentTarget as HTMLTextAreaElement).value);
        }}
      ></textarea>`,
    )}
    ${field(
      words,
      { id: 'receipt-file', label: file },
      html`<input
        class="control"
        id="receipt-file"
        type="file"
        accept=".json,application/json,text/plain"
        @change=${onChosen(onFile)}
      />`,
    )}
  `;
}

/** Gives the file that was chosen in a field. */
export const onChosen =
  (onFile: (file: File) => void) =>
  (event: Event): void => {
    const file = (event.currentTarget as HTMLInputElement).files?.[0];
    if (file) onFile(file);
  };
