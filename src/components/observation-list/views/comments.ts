import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { Alignment, Comment } from '../../../model/comment.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { isForeign } from '../../../parts/spoken.js';
import { written } from '../../../parts/written.js';
import type { CommentForm } from '../comments.js';
import { commentForm } from './comment-form.js';
import { hiddenNote } from './line.js';
import type { View } from './view.js';

export const alignmentTexts: Readonly<Record<Alignment, TextKey>> = {
  for: 'observation-list.alignment.for',
  against: 'observation-list.alignment.against',
  neutral: 'observation-list.alignment.neutral',
};

const tones: Readonly<Record<string, 'success' | 'warning'>> = { for: 'success', against: 'warning' };

export interface CommentsView extends View {
  /** Begins the ids. */
  readonly key: string;
  readonly items: readonly Comment[];
  readonly reading: 'loading' | 'failed' | 'here';
  /** Whether there are more to read. */
  readonly more: boolean;
  /** What is shown alone. */
  readonly shown: Alignment | '';
  readonly form: CommentForm | undefined;
  readonly answerable: boolean;
  readonly reportable: boolean;
  readonly onMore: () => void;
  readonly onShow: (alignment: Alignment | '') => void;
  readonly onAnswer: (parent: string) => void;
  readonly onReport: (comment: string) => void;
  readonly onType: (change: Partial<CommentForm>) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** What others say, and the form. It has a place of its own, so that it stays the same one, with its focus, when what others say arrives. */
export function comments(view: CommentsView): TemplateResult {
  const { items, reading, form } = view;
  const isAnything = reading !== 'here' || items.length > 0;
  return html`${isAnything ? said(view) : nothing}${form && form.parent === undefined ? commentForm(form, view) : nothing}`;
}

/** What others say, each with the answers to it. */
function said(view: CommentsView): TemplateResult {
  const { words, level, key, items, reading, more, shown, onMore } = view;
  const { t } = words;
  const first = items.filter(({ parent, alignment }) => parent === undefined && (shown === '' || alignment.value === shown));
  return html`
    <section class="comments" aria-labelledby="${key}-comments">
      ${heading(level, t('observation-list.comments-title'), { id: `${key}-comments` })} ${alignmentFilter(view)}
      <ol class="comment-list" role="list">
        ${first.map(comment => html`<li>${one(comment, view)}${answers(comment, view)}</li>`)}
      </ol>
      ${reading === 'loading' ? html`<p class="muted">${t('observation-list.comments-loading')}</p>` : nothing}
      ${
        reading === 'failed' || (more && reading === 'here')
          ? html`<p class="actions">
              ${reading === 'failed' ? html`<span class="field-error">${t('observation-list.comments-failed')}</span>` : nothing}
              <button class="button" type="button" @click=${onMore}>
                ${reading === 'failed' ? t('common.retry') : t('observation-list.comments-more')}
              </button>
            </p>`
          : nothing
      }
    </section>
  `;
}

/** Offered where there is more than one opinion. */
function alignmentFilter({ words: { t }, key, items, shown, onShow }: CommentsView): TemplateResult | typeof nothing {
  const first = items.filter(({ parent }) => parent === undefined);
  const count = (alignment: Alignment): number => first.filter(each => each.alignment.value === alignment).length;
  const offered = (Object.keys(alignmentTexts) as Alignment[]).filter(alignment => count(alignment) > 0);
  if (offered.length < 2) return nothing;
  const onChange = (event: Event): void => onShow((event.currentTarget as HTMLSelectElement).value as Alignment | '');
  return html`
    <p class="filter">
      <label for="${key}-alignment">${t('observation-list.alignment')}</label>
      <select class="control" id="${key}-alignment" @change=${onChange}>
        <option value="" .selected=${shown === ''}>${t('observation-list.alignment.any')}</option>
        ${offered.map(
          alignment =>
            html`<option value=${alignment} .selected=${shown === alignment}>
              ${t('observation-list.filter.option', { text: t(alignmentTexts[alignment]), number: count(alignment) })}
            </option>`,
        )}
      </select>
    </p>
  `;
}

function answers({ id }: Comment, view: CommentsView): unknown {
  const { items, form } = view;
  const those = items.filter(({ parent }) => parent === id);
  const answering = form?.parent === id ? commentForm(form, view) : nothing;
  if (those.length === 0) return answering;
  return html`
    <ol class="comment-list answers" role="list">
      ${those.map(comment => html`<li>${one(comment, view)}</li>`)}
    </ol>
    ${answering}
  `;
}

function one({ id, parent, text, author, alignment, at, hidden }: Comment, view: CommentsView): TemplateResult {
  const { words, terms, key, answerable, reportable, onAnswer, onReport } = view;
  const { t, formats, locale } = words;
  const name = author ?? t('observation-list.no-author');
  return html`
    <article class="comment" id="${key}-c-${id}" tabindex="-1">
      <p class="item-meta">
        <bdi><strong>${name}</strong></bdi>
        ${alignment.value === 'neutral' ? nothing : badge(tones[alignment.value] ?? 'info', enumText(words, alignmentTexts, alignment).text)}
        <span class="muted">${formats.instant(at, terms.process.timeZone)}</span>
      </p>
      ${
        hidden
          ? hiddenNote(hidden, view)
          : html`${isForeign(text.lang, locale) ? html`<p class="muted">${t('common.other-language', { language: formats.language(text.lang) })}</p>` : nothing}
            ${written(text, locale)}
            ${
              (answerable && parent === undefined) || reportable
                ? html`<p class="actions">
                    ${
                      answerable && parent === undefined
                        ? html`<button
                            class="button quiet"
                            type="button"
                            aria-label=${t('observation-list.answer-to', { name })}
                            @click=${() => onAnswer(id)}
                          >
                            ${t('observation-list.answer')}
                          </button>`
                        : nothing
                    }
                    ${
                      reportable
                        ? html`<button
                            class="button quiet"
                            type="button"
                            aria-label=${t('observation-list.report-comment', { name })}
                            @click=${() => onReport(id)}
                          >
                            ${t('observation-list.report')}
                          </button>`
                        : nothing
                    }
                  </p>`
                : nothing
            }`
      }
    </article>
  `;
}
