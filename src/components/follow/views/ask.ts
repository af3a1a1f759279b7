import { html, nothing, type TemplateResult } from 'lit';
import { described, field } from '../../../parts/field.js';
import { heading } from '../../../parts/heading.js';
import type { View } from './view.js';

export interface AskView extends View {
  /** What stands in the field. */
  readonly typed: string;
  /** Whether what was typed is no number. */
  readonly wrong: boolean;
  /** Whether an answer is on its way. */
  readonly busy: boolean;
  readonly onType: (typed: string) => void;
  readonly onAsk: () => void;
}

/** The field for the number. */
export function ask({ words, level, typed, wrong, busy, onType, onAsk }: AskView): TemplateResult {
  const { t } = words;
  const text = {
    id: 'reference',
    label: t('follow.reference'),
    hint: t('follow.reference-hint'),
    error: wrong ? t('follow.reference-wrong') : undefined,
  };
  const { describedBy, invalid } = described(text);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!busy) onAsk();
  };
  return html`
    <header part="header">
      ${heading(level, t('follow.title'), { id: 'title', focusable: true })}
      <p class="muted">${t('follow.intro')}</p>
    </header>
    <form class="ask" role="search" aria-label=${t('follow.title')} novalidate @submit=${onSubmit}>
      ${field(
        words,
        text,
        html`<div class="ask-row">
          <input
            class="control"
            id="reference"
            type="text"
            dir="ltr"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            enterkeyhint="search"
            .value=${typed}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${(event: Event) => onType((event.currentTarget as HTMLInputElement).value)}
          />
          <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
            ${busy ? t('follow.looking') : t('follow.go')}
          </button>
        </div>`,
      )}
    </form>
  `;
}
