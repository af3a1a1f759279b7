import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { longestComment, type Alignment } from '../../../model/comment.js';
import { lengthOf } from '../../../model/written-text.js';
import { errorSummary } from '../../../parts/error-summary.js';
import { choices, described, field, fieldGroup } from '../../../parts/field.js';
import type { CommentForm } from '../comments.js';
import type { CommentsView } from './comments.js';
import { writeFailure } from './write-failure.js';

const choiceTexts: Readonly<Record<Alignment, TextKey>> = {
  for: 'observation-list.alignment.i-for',
  against: 'observation-list.alignment.i-against',
  neutral: 'observation-list.alignment.i-neutral',
};

/** The form for a comment, or for an answer to one. */
export function commentForm(form: CommentForm, view: CommentsView): TemplateResult {
  const { words, level, key, onType, onSend, onCancel } = view;
  const { t, formats } = words;
  const { parent, text, alignment, error, sending, failed } = form;
  const id = `${key}-text`;
  const most = formats.number(longestComment);
  const message =
    error === undefined
      ? undefined
      : error === 'empty'
        ? t('observation-list.comment.empty')
        : t('observation-list.comment.too-long', { most });
  const labelled = {
    id,
    label: parent === undefined ? t('observation-list.comment.label') : t('observation-list.answer.label'),
    hint: t('observation-list.comment.hint'),
    error: message,
  };
  const { describedBy, invalid } = described(labelled, `${id}-count`);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSend();
  };
  return html`
    <form class="comment-form" novalidate @submit=${onSubmit}>
      ${message === undefined ? nothing : errorSummary(t('common.error-summary'), level + 1, [{ field: id, message }])}
      ${failed ? html`<p class="field-error" id="${key}-failure" tabindex="-1">${writeFailure(words, failed)}</p>` : nothing}
      ${field(
        words,
        labelled,
        html`<textarea
            class="control"
            id=${id}
            rows="4"
            dir="auto"
            .value=${text}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${(event: Event) => onType({ text: (event.currentTarget as HTMLTextAreaElement).value })}
          ></textarea>
          <p class="muted" id="${id}-count">
            ${t('observation-list.comment.count', { number: formats.number(lengthOf(text)), most })}
          </p>`,
      )}
      ${
        parent === undefined
          ? fieldGroup(
              words,
              { id: `${key}-mine`, label: t('observation-list.alignment.mine') },
              choices(
                `${key}-mine`,
                (Object.keys(choiceTexts) as Alignment[]).map(value => ({ value, label: t(choiceTexts[value]) })),
                alignment,
                value => onType({ alignment: value as Alignment }),
              ),
            )
          : nothing
      }
      <p class="actions">
        <button class="button primary" type="submit" aria-disabled=${sending ? 'true' : nothing}>
          ${sending ? t('observation-list.sending') : t('observation-list.comment.send')}
        </button>
        <button class="button quiet" type="button" @click=${onCancel}>${t('common.cancel')}</button>
      </p>
    </form>
  `;
}
