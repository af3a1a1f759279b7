import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { ObservationKind } from '../../../model/observation.js';
import { lengthOf } from '../../../model/written-text.js';
import { choices, described, field, fieldGroup } from '../../../parts/field.js';
import { kindTexts } from '../../../i18n/observation-words.js';
import { language, spoken } from '../../../parts/spoken.js';
import { isAmendment } from '../entry.js';
import { kindsOf } from '../observation-form.state.js';
import { quoted, subjectName } from './passage-name.js';
import { passageState } from './passage-state.js';
import type { FormView } from './view.js';

export interface WhatView extends FormView {
  /** How the wording would read, word by word; shown a moment after somebody paused. */
  readonly difference: unknown;
  /** What others said already. */
  readonly similar: unknown;
}

const kindHints: Readonly<Record<ObservationKind, TextKey>> = {
  remark: 'observation-form.kind.remark',
  amendment: 'observation-form.kind.amendment',
  proposal: 'observation-form.kind.proposal',
};

/** The kind of observation and what it says. */
export function what(view: WhatView): TemplateResult {
  const { ready, similar } = view;
  return html`
    ${subject(view)} ${kind(view)} ${title(view)} ${isAmendment(ready.entry) ? wording(view) : nothing} ${text(view)} ${similar}
  `;
}

function subject(view: FormView): TemplateResult {
  const { words, ready, form } = view;
  const change = ready.subject.document
    ? html`<button class="text-button" type="button" @click=${() => form.change('where')}>
        ${words.t('observation-form.change')}<span class="visually-hidden"> ${words.t('observation-form.step.where')}</span>
      </button>`
    : nothing;
  return html`
    <div class="subject">
      <p><span class="muted">${words.t('observation-form.about')}</span> <strong>${subjectName(view)}</strong> ${change}</p>
      ${quoted(view)}
    </div>
  `;
}

function kind({ words, ready, form, error }: FormView): TemplateResult | typeof nothing {
  const offered = kindsOf(ready);
  if (offered.length < 2) return nothing;
  const text = { id: 'kind', label: words.t('observation-form.kind.label'), error: error('kind') };
  const list = offered.map(each => {
    const hint = Object.hasOwn(kindHints, each.value) ? kindHints[each.value as ObservationKind] : undefined;
    return {
      value: each.value,
      label: spoken(enumText(words, kindTexts, each), words.locale),
      // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table above
      hint: hint && words.t(hint),
    };
  });
  return fieldGroup(
    words,
    text,
    choices('kind', list, ready.entry.kind, value => form.set({ kind: value })),
  );
}

function title({ words, ready, form, error }: FormView): TemplateResult | typeof nothing {
  const { t } = words;
  const use = ready.terms.fields.title;
  if (use === 'off') return nothing;
  const text = {
    id: 'own-title',
    label: t('observation-form.title.label'),
    hint: t('observation-form.title.hint'),
    error: error('own-title'),
    optional: use === 'optional' ? t('observation-form.optional') : undefined,
  };
  const { describedBy, invalid } = described(text);
  return field(
    words,
    text,
    html`<input
      class="control"
      id="own-title"
      type="text"
      autocomplete="off"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(ready.entry.title)}
      @input=${(event: Event) => form.set({ title: (event.currentTarget as HTMLInputElement).value })}
    />`,
  );
}

/** The wording as it is, beside a copy that can be changed. */
function wording(view: WhatView): TemplateResult | typeof nothing {
  const { words, ready, form, error, difference } = view;
  const { t, locale } = words;
  // An amendment of what is not here yet would be one of nothing.
  if (ready.entry.before === '') return passageState(view);
  const { passage } = ready.subject;
  const marks = language(passage?.type === 'here' ? passage.lang : locale, locale);
  const text = { id: 'after', label: t('observation-form.after.label'), error: error('after') };
  const { describedBy, invalid } = described(text, 'after-hint');
  return html`
    <p class="field-hint" id="after-hint">${t('observation-form.after.hint')}</p>
    <div class="wordings">
      <div class="field">
        <p class="label" id="before-label">${t('observation-form.before.label')}</p>
        <div
          class="wording"
          role="group"
          aria-labelledby="before-label"
          lang=${marks.lang}
          dir=${marks.dir}
          .textContent=${ready.entry.before}
        ></div>
      </div>
      ${field(
        words,
        text,
        html`<textarea
          class="control"
          id="after"
          lang=${marks.lang}
          dir=${marks.dir}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          .value=${live(ready.entry.after)}
          @input=${(event: Event) => form.set({ after: (event.currentTarget as HTMLTextAreaElement).value })}
        ></textarea>`,
      )}
    </div>
    ${difference}
  `;
}

function text({ words, ready, form, error }: FormView): TemplateResult {
  const { t, formats } = words;
  const { entry, terms } = ready;
  const amendment = isAmendment(entry);
  const fieldText = {
    id: 'text',
    label: amendment ? t('observation-form.text.reason') : t('observation-form.text.label'),
    hint: amendment ? t('observation-form.text.reason-hint') : t('observation-form.text.hint'),
    error: error('text'),
    optional: amendment ? t('observation-form.optional') : undefined,
  };
  const { describedBy, invalid } = described(fieldText, 'text-count');
  const left = terms.longest.text - lengthOf(entry.text);
  const count = formats.number(Math.abs(left));
  const control = html`
    <textarea
      class="control"
      id="text"
      dir="auto"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(entry.text)}
      @input=${(event: Event) => form.set({ text: (event.currentTarget as HTMLTextAreaElement).value })}
    ></textarea>
    <p class="count ${left < 0 ? 'over' : ''}" id="text-count">
      ${left < 0 ? t('observation-form.text.over', { count: -left, number: count }) : t('observation-form.text.left', { count: left, number: count })}
    </p>
  `;
  return field(words, fieldText, control);
}
