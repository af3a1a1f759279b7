import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TextKey } from '../../../i18n/texts.js';
import type { OnBehalf } from '../../../model/observation-draft.js';
import { choices, described, field, fieldGroup, type FieldText } from '../../../parts/field.js';
import { sourceTexts } from '../../../i18n/observation-words.js';
import type { FormView } from './view.js';

const sources: readonly OnBehalf['source'][] = ['paper', 'counter', 'phone', 'meeting'];

/** For somebody who writes down what another person said or brought on paper: how, where and when it came. */
export function behalf(view: FormView): TemplateResult {
  const { words, ready, form, error } = view;
  const { t } = words;
  const source = { id: 'source', label: t('observation-form.behalf.source'), error: error('source') };
  const offered = sources.map(value => {
    const key: TextKey = sourceTexts[value];
    // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table of the sources
    return { value, label: t(key) };
  });
  const place = {
    id: 'received-at',
    label: t('observation-form.behalf.place'),
    hint: t('observation-form.behalf.place-hint'),
    error: error('received-at'),
  };
  const on = {
    id: 'received-on',
    label: t('observation-form.behalf.on'),
    hint: t('observation-form.behalf.on-hint'),
    optional: t('observation-form.optional'),
    error: error('received-on'),
  };
  return html`
    <p>${t('observation-form.behalf.intro')}</p>
    ${fieldGroup(
      words,
      source,
      choices('source', offered, ready.entry.source, value => form.set({ source: value })),
    )}
    ${field(
      words,
      place,
      input(place, 'text', ready.entry.receivedAt, value => form.set({ receivedAt: value })),
    )}
    ${field(
      words,
      on,
      input(on, 'date', ready.entry.receivedOn, value => form.set({ receivedOn: value })),
    )}
  `;
}

function input(text: FieldText, type: 'text' | 'date', value: string, onInput: (value: string) => void): TemplateResult {
  const { describedBy, invalid } = described(text);
  return html`<input
    class="control ${type === 'date' ? 'short' : ''}"
    id=${text.id}
    type=${type}
    autocomplete="off"
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    .value=${live(value)}
    @input=${(event: Event) => onInput((event.currentTarget as HTMLInputElement).value)}
  />`;
}
