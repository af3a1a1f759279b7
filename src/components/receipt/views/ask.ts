import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot } from '../../../model/ballot.js';
import { field } from '../../../parts/field.js';
import { heading } from '../../../parts/heading.js';
import { onChosen, receiptFields } from '../../../parts/receipt-fields.js';
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
  const paste = {
    label: t('receipt.paste'),
    hint: t('receipt.paste-hint'),
    error: missing ? t('receipt.missing') : undefined,
  };
  return html`
    <header part="header">
      <p class="kicker">${spoken(ballot.title, locale)}</p>
      ${heading(level, t('receipt.title'), { id: 'title', focusable: true })}
      <p class="muted">${t('receipt.intro')}</p>
    </header>
    <form class="ask" novalidate @submit=${onSubmit}>
      ${receiptFields(words, { paste, file: t('receipt.file'), text, onText, onFile })}
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
                @change=${onChosen(onFile)}
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
