import { kindTexts } from '../../../../src/i18n/observation-words.js';
import { enumText, type Words } from '../../../../src/i18n/words.js';
import type { ObservationTerms } from '../../../../src/model/observation-terms.js';
import { html, type Html } from '../html.js';
import { spoken } from '../marked.js';
import type { FormSubject } from './form-subject.js';
import type { FormFields } from './kept-form.js';

interface View {
  readonly words: Words;
  readonly terms: ObservationTerms;
  readonly subject: FormSubject;
  /** What was typed before. */
  readonly fields: FormFields;
}

/** The questions of the form, as a page without scripts asks them. */
export function formQuestions({ words, terms, subject, fields }: View): Html {
  const { t, locale } = words;
  const kinds = terms.kinds.filter(({ value }) => value !== 'amendment' || (subject.words ?? '') !== '');
  const chosen = fields['kind'] ?? kinds[0]?.value;
  const optional = (use: string): string => (use === 'optional' ? ` ${t('observation-form.optional')}` : '');
  return html`<input type="hidden" name="document" value="${subject.document ?? ''}" /><input
      type="hidden"
      name="version"
      value="${subject.version ?? ''}"
    />
    ${
      subject.choices.length > 0 &&
      html`<p class="field">
        <label for="passage">${t('observation-form.where.label')}</label>
        <select id="passage" name="passage">
          <option value="">${t('observation-form.where.document')}</option>
          ${subject.choices.map(
            ({ id, name }) => html`<option value="${id}" ${id === subject.passage && html` selected`}>${name}</option>`,
          )}
        </select>
      </p>`
    }
    <fieldset>
      <legend>${t('observation-form.kind.label')}</legend>
      ${kinds.map(
        kind =>
          html`<label class="choice"
            ><input type="radio" name="kind" value="${kind.value}" ${kind.value === chosen && html` checked`} />
            ${spoken(enumText(words, kindTexts, kind), locale)}</label
          >`,
      )}
    </fieldset>
    ${
      terms.fields.title !== 'off' &&
      html`<p class="field">
        <label for="title">${t('observation-form.title.label')}${optional(terms.fields.title)}</label>
        <input id="title" name="title" value="${fields['title'] ?? ''}" />
      </p>`
    }
    <p class="field">
      <label for="said">${t('observation-form.text.label')}</label>
      <span class="muted" id="said-hint">${t('observation-form.text.hint')}</span>
      <textarea id="said" name="text" rows="8" aria-describedby="said-hint">${fields['text'] ?? ''}</textarea>
    </p>
    ${
      (subject.words ?? '') !== '' &&
      html`<p class="field">
        <label for="after">${t('observation-form.after.label')} (${t('observation.kind.amendment')})</label>
        <span class="muted" id="after-hint">${t('observation-form.after.hint')}</span>
        <textarea id="after" name="after" rows="6" aria-describedby="after-hint">
${fields['after'] ?? subject.words ?? ''}</textarea>
      </p>`
    }
    ${
      terms.fields.theme !== 'off' &&
      html`<p class="field">
        <label for="theme">${t('observation-form.theme.label')}${optional(terms.fields.theme)}</label>
        <select id="theme" name="theme">
          <option value="">${t('observation-form.theme.none')}</option>
          ${terms.themes.map(
            ({ id, label }) => html`<option value="${id}" ${id === fields['theme'] && html` selected`}>${label.text}</option>`,
          )}
        </select>
      </p>`
    }
    ${
      terms.fields.place !== 'off' &&
      terms.hubs.length > 0 &&
      html`<p class="field">
        <label for="hub">${t('observation-form.hub.label')}${optional('optional')}</label>
        <select id="hub" name="hub">
          <option value="">${t('observation-form.hub.none')}</option>
          ${terms.hubs.map(
            ({ id, label }) => html`<option value="${id}" ${id === fields['hub'] && html` selected`}>${label.text}</option>`,
          )}
        </select>
      </p>`
    }
    ${
      terms.fields.place !== 'off' &&
      html`<p class="field">
        <label for="place">${t('observation-form.place.label')}${optional(terms.fields.place)}</label>
        <span class="muted" id="place-hint">${t('observation-form.place.hint')}</span>
        <input id="place" name="place" value="${fields['place'] ?? ''}" maxlength="300" aria-describedby="place-hint" />
      </p>`
    }`;
}
