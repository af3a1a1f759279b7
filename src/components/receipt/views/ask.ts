import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot } from '../../../model/ballot.js';
import { described, field } from '../../../parts/field.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

export interface AskView extends View {
  readonly ballot: Ballot;
  /** What was pasted. */
  readonly text: string;
  readonly missing: boolean;
  readonly checking: boolean;
  /** Whether a photograph of the code can be read here. */
  readonly photo: boolean;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onCheck: () => void;
}

/** Where a receipt is given: pasted, as the file that was saved, or as a photograph of its code. */
export function ask(view: AskView): TemplateResult {
  const { words, level, ballot, text, missing, checking, photo, onText, onFile, onCheck } = view;
  const { t, locale } = words;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!checking) onCheck();
  };
  const onChoose = (event: Event): void => {
    const file = (event.currentTarget as HTMLInputElement).files?.[0];
    if (file) onFile(file);
  };
  const paste = {
    id: 'receipt-text',
    label: t('receipt.paste'),
    hint: t('receipt.paste-hint'),
    error: missing ? t('receipt.missing') : undefined,
  };
  const { describedBy, invalid } = described(paste);
  return html`
    <header part="header">
      <p class="kicker">${spoken(ballot.title, locale)}</p>
      ${heading(level, t('receipt.title'), { id: 'title', focusable: true })}
      <p class="muted">${t('receipt.intro')}</p>
    </header>
    <form class="ask" novalidate @submit=${onSubmit}>
      ${field(
        words,
        paste,
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
        { id: 'receipt-file', label: t('receipt.file') },
        html`<input
          class="control"
          id="receipt-file"
          type="file"
          accept=".json,application/json,text/plain"
          @change=${onChoose}
        />`,
      )}
      ${
        photo
          ? field(
              words,
              { id: 'receipt-photo', label: t('receipt.photo'), hint: t('receipt.photo-hint') },
              html`<input
                class="control"
                id="receipt-photo"
                type="file"
                accept="image/*"
                capture="environment"
                aria-describedby="receipt-photo-hint"
                @change=${onChoose}
              />`,
            )
          : nothing
      }
      <p class="actions">
        <button class="button primary" type="submit" aria-disabled=${checking ? 'true' : nothing}>
          ${checking ? t('receipt.checking') : t('receipt.check')}
        </button>
      </p>
    </form>
  `;
}
