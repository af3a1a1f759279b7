import { html, nothing, type TemplateResult } from 'lit';
import { asBackendError, type BackendError } from '../../backend/errors.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import type { OwnObservation } from '../../model/observation.js';
import type { ObservationDraft } from '../../model/observation-draft.js';
import { hasWords, lengthOf, tidied } from '../../model/written-text.js';
import { errorSummary, errorSummaryStyles, type FormError } from '../../parts/error-summary.js';
import { described, field, fieldStyles } from '../../parts/field.js';
import { heading } from '../../parts/heading.js';
import type { ListHost } from './list-reading.js';
import { PorticoObservationEditedEvent } from './observation-list.events.js';
import type { OpenMeans } from './open-and-own.js';
import type { View } from './views/view.js';
import { writeFailure } from './views/write-failure.js';

/** What can be written anew. Subject and kind stay as they were sent. */
type Field = 'title' | 'text' | 'after';

/** The small form for editing an observation in its place. */
export class EditForm {
  private readonly _values: Record<Field, string>;
  private _tried = false;
  private _sending = false;
  private _failed: BackendError | undefined;
  /** One attempt keeps one key, so that trying again never edits twice. */
  private _attempt: { readonly of: string; readonly key: string } | undefined;

  /** @param _onDone - It closes. Called with whether something was changed. */
  constructor(
    private readonly _host: ListHost,
    private readonly _means: OpenMeans,
    private readonly _own: OwnObservation,
    private readonly _onDone: (changed: boolean) => void,
  ) {
    addStyles(_host, [errorSummaryStyles, fieldStyles]);
    this._values = { title: _own.title?.text ?? '', text: _own.text.text, after: _own.wording?.after ?? '' };
    _means.focus.next('#edit-title');
  }

  isFor(reference: string): boolean {
    return this._own.reference === reference;
  }

  render(view: View, level: number): TemplateResult {
    const { words } = view;
    const { t } = words;
    const errors = this._tried ? this._errors(view) : [];
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      void this._send(view);
    };
    return html`
      <form class="edit-form" novalidate @submit=${onSubmit}>
        ${heading(level, t('observation-list.edit-one', { reference: this._own.reference }), { id: 'edit-title', focusable: true })}
        ${errors.length > 0 ? errorSummary(t('common.error-summary'), level + 1, errors) : nothing}
        ${this._failed ? html`<p class="field-error" id="edit-failure" tabindex="-1">${writeFailure(words, this._failed)}</p>` : nothing}
        ${view.terms.fields.title === 'off' && this._values.title === '' ? nothing : this._renderField('title', view, errors)}
        ${this._own.wording ? this._renderField('after', view, errors) : nothing} ${this._renderField('text', view, errors)}
        <p class="actions">
          <button class="button primary" type="submit" aria-disabled=${this._sending ? 'true' : nothing}>
            ${this._sending ? t('observation-list.sending') : t('observation-list.edit.send')}
          </button>
          <button class="button quiet" type="button" @click=${() => this._onDone(false)}>${t('common.cancel')}</button>
        </p>
      </form>
    `;
  }

  private _renderField(name: Field, { words, terms }: View, errors: readonly FormError[]): TemplateResult {
    const { t, formats } = words;
    const id = `edit-${name}`;
    const most = name === 'title' ? terms.longest.title : terms.longest.text;
    const labels = {
      title: t('observation-list.edit.title'),
      text: t('observation-list.edit.text'),
      after: t('observation-list.edit.after'),
    };
    const labelled = { id, label: labels[name], error: errors.find(({ field: wrong }) => wrong === id)?.message };
    const { describedBy, invalid } = described(labelled, `${id}-count`);
    const onInput = (event: Event): void => {
      this._values[name] = (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value;
      this._host.requestUpdate();
    };
    const control =
      name === 'title'
        ? html`<input
            class="control"
            id=${id}
            dir="auto"
            .value=${this._values[name]}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${onInput}
          />`
        : html`<textarea
            class="control"
            id=${id}
            rows="6"
            dir="auto"
            .value=${this._values[name]}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${onInput}
          ></textarea>`;
    const count = { number: formats.number(lengthOf(this._values[name])), most: formats.number(most) };
    return field(
      words,
      labelled,
      html`${control}
        <p class="muted" id="${id}-count">${t('observation-list.comment.count', count)}</p>`,
    );
  }

  private _errors({ words: { t, formats }, terms }: View): FormError[] {
    const { title, text, after } = this._values;
    const tooLong = (most: number): string => t('observation-list.edit.too-long', { most: formats.number(most) });
    const wrong: (FormError | false)[] = [
      terms.fields.title === 'required' &&
        !hasWords(title) && { field: 'edit-title', message: t('observation-list.edit.no-title') },
      lengthOf(title) > terms.longest.title && { field: 'edit-title', message: tooLong(terms.longest.title) },
      this._own.wording !== undefined &&
        tidied(after) === tidied(this._own.wording.before) && { field: 'edit-after', message: t('observation-list.edit.same') },
      lengthOf(after) > terms.longest.text && { field: 'edit-after', message: tooLong(terms.longest.text) },
      this._own.wording === undefined && !hasWords(text) && { field: 'edit-text', message: t('observation-list.edit.no-text') },
      lengthOf(text) > terms.longest.text && { field: 'edit-text', message: tooLong(terms.longest.text) },
    ];
    return wrong.filter(each => each !== false);
  }

  private _draft(): ObservationDraft {
    const { subject, kind, wording, theme, place, attachments, text: written } = this._own;
    const [title, text, after] = [this._values.title, this._values.text, this._values.after].map(tidied) as [
      string,
      string,
      string,
    ];
    return {
      subject,
      kind: kind.value,
      ...(title !== '' && { title }),
      text,
      ...(wording && { wording: { before: wording.before, after } }),
      ...(theme && { theme: theme.id }),
      ...(place && { place }),
      attachments: attachments.map(({ id }) => id),
      lang: written.lang,
    };
  }

  private async _send(view: View): Promise<void> {
    const observations = this._means.backend()?.observations;
    if (!observations || this._sending) return;
    this._tried = true;
    this._failed = undefined;
    this._host.requestUpdate();
    if (this._errors(view).length > 0) {
      this._means.focus.next('.error-summary');
      return;
    }
    const draft = this._draft();
    const of = JSON.stringify(draft);
    if (this._attempt?.of !== of) this._attempt = { of, key: randomId() };
    this._sending = true;
    const { reference, subject } = this._own;
    try {
      await observations.edit(reference, draft, { idempotencyKey: this._attempt.key, locale: this._means.locale() });
      this._means.status.say(view.words.t('observation-list.edit.done', { reference }));
      this._host.dispatchEvent(new PorticoObservationEditedEvent(subject.process, reference));
      this._onDone(true);
    } catch (error) {
      this._failed = asBackendError(error);
      this._means.focus.next('#edit-failure');
    } finally {
      this._sending = false;
      this._host.requestUpdate();
    }
  }
}
