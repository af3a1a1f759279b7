import { html, nothing, type TemplateResult } from 'lit';
import type { CityPages } from '../../../backend/backend.js';
import type { BackendError } from '../../../backend/errors.js';
import type { Words } from '../../../i18n/words.js';
import type { Observation } from '../../../model/observation.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { passageAddress, passageLink } from '../../../parts/passage-link.js';
import { officialResponse } from '../../../parts/response.js';
import { isForeign, spoken } from '../../../parts/spoken.js';
import { wordChangesIn } from '../../../parts/word-changes.js';
import { written } from '../../../parts/written.js';
import { history } from './history.js';
import { you, type TakingPart } from './you.js';
import type { View } from './view.js';
import { writeFailure } from './write-failure.js';

export interface ObservationView extends View {
  /** Begins the ids in it. */
  readonly key: string;
  /** Where the city's own pages are, when that is known. */
  readonly pages: CityPages | undefined;
  /** Nothing where nobody can support anything. */
  readonly likes: { readonly liked: boolean; readonly failed: BackendError | undefined } | undefined;
  readonly commentable: boolean;
  readonly reportable: boolean;
  /** Whether somebody wanted to do something and has to be told about it first. */
  readonly asked: string | undefined;
  readonly takingPart: TakingPart;
  /** What others say; nothing until it is loaded. */
  readonly comments: unknown;
  /** The dialog for reporting, while it is open. */
  readonly report: unknown;
  readonly onLike: () => void;
  readonly onComment: () => void;
  readonly onReport: () => void;
}

/** While it is on its way. */
export const opening = ({ t }: Words): TemplateResult => html`<p class="muted">${t('observation-list.opening')}</p>`;

/** An observation in full: what it says, on which words, what was decided and why, what happened to it, and what others say. */
export function observation(shown: Observation, view: ObservationView): TemplateResult {
  const { words, level, key, report, comments, asked, takingPart } = view;
  const { text, hidden, responses } = shown;
  return html`
    ${
      hidden
        ? nothing
        : html`${isForeign(text.lang, words.locale) ? html`<p class="muted">${words.t('common.other-language', { language: words.formats.language(text.lang) })}</p>` : nothing}
          ${quote(shown, view)} ${written(text, words.locale)} ${wording(shown, view)} ${attachments(shown, view)}`
    }
    ${where(shown, view)}
    ${responses.map((response, index) =>
      officialResponse({
        words,
        response,
        level: level + 1,
        title: words.t(index === 0 ? 'observation-list.response' : 'observation-list.later-response'),
        timeZone: view.terms.process.timeZone,
        scope: `${key}-response-${String(index)}`,
      }),
    )}
    ${responses.length === 0 ? next(shown, view) : nothing} ${history(shown, view)} ${actions(shown, view)}
    ${asked === undefined ? nothing : you(words, takingPart, `${key}-you`)} ${comments ?? nothing} ${report ?? nothing}
  `;
}

/** The words of the plan that it is on, and where they stand. */
function quote({ subject, passageName }: Observation, { words, pages }: ObservationView): unknown {
  const { t, locale } = words;
  const { document, passage, version, quote: quoted } = subject;
  if (document === undefined || passage === undefined) return nothing;
  const name = passageName ? spoken(passageName, locale) : passage;
  const place = { document, passage, version };
  return html`
    <figure class="quoted">
      <figcaption>
        ${t(quoted ? 'observation-list.on-words' : 'observation-list.on')}
        ${passageLink(place, passageAddress(place, pages), name)}
      </figcaption>
      ${quoted ? html`<blockquote dir="auto">${quoted.exact}</blockquote>` : nothing}
    </figure>
  `;
}

/** How the words would change, one by one. */
function wording({ wording: proposed, text }: Observation, { words, level }: ObservationView): unknown {
  if (!proposed) return nothing;
  return wordChangesIn(
    { name: words.t('observation-list.wording'), before: [proposed.before], after: [proposed.after], lang: text.lang },
    words,
    level + 1,
  );
}

function attachments({ attachments: files }: Observation, { words, level }: ObservationView): unknown {
  const { t, formats } = words;
  if (files.length === 0) return nothing;
  return html`
    ${heading(level + 1, t('observation-list.attachments'))}
    <ul class="attachments">
      ${files.map(({ name, size, url }) => html`<li>${link(url, html`<bdi>${name}</bdi>`)} <span class="muted">${formats.bytes(size)}</span></li>`)}
    </ul>
  `;
}

/** Where in the city it applies; the line above says the rest. */
function where({ place }: Observation, { words: { t } }: ObservationView): unknown {
  if (!place) return nothing;
  return html`<p><span class="muted">${t('observation-list.place')}</span> <bdi>${place.text}</bdi></p>`;
}

function next({ next: step, by, state }: Observation, { words, terms }: ObservationView): unknown {
  const { t, formats, locale } = words;
  if (!step || state.value === 'withdrawn') return nothing;
  return html`<p>
    <strong>${t('observation-list.next')}</strong> ${spoken(step, locale)}
    ${by === undefined ? nothing : t('observation-list.next-by', { date: formats.date(by, terms.process.timeZone) })}
  </p>`;
}

/** What a reader can do with it. */
function actions({ likes: count, hidden, state }: Observation, view: ObservationView): unknown {
  const { words, key, likes, commentable, reportable, onLike, onComment, onReport } = view;
  const { t } = words;
  if (hidden || state.value === 'withdrawn') return nothing;
  if (!likes && !commentable && !reportable) return nothing;
  return html`
    <div class="actions">
      ${
        likes
          ? html`<button
                class="button like"
                id="${key}-like"
                type="button"
                aria-pressed=${likes.liked ? 'true' : 'false'}
                @click=${onLike}
              >
                ${t('observation-list.like')}
              </button>
              <span class="muted">${t('observation-list.likes', { count })}</span>`
          : nothing
      }
      ${commentable ? html`<button class="button" id="${key}-comment" type="button" @click=${onComment}>${t('observation-list.comment')}</button>` : nothing}
      ${reportable ? html`<button class="button quiet" id="${key}-report" type="button" @click=${onReport}>${t('observation-list.report')}</button>` : nothing}
    </div>
    ${likes?.failed ? html`<p class="field-error" role="alert">${writeFailure(words, likes.failed)}</p>` : nothing}
  `;
}
