import { reasonTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import { longestAppeal } from '../moderation/appeal.js';
import { html, type Html } from '../pages/html.js';
import { spoken } from '../pages/marked.js';
import { widgetWords } from '../pages/widget-words.js';
import type { Speaker } from '../words/words.js';
import type { OwnHidden } from './own-hidden.js';
import type { YouKey } from './you-words.js';

/** Where the author of something hidden says why it should be seen, up to what more is asked of the page. */
export const appealPath = ({ reference, comment }: Pick<OwnHidden, 'reference' | 'comment'>): string =>
  `/you/appeal/${encodeURIComponent(reference)}?${comment === undefined ? '' : `comment=${encodeURIComponent(comment)}&`}`;

interface AppealPage {
  readonly t: Speaker<YouKey>;
  readonly token: string;
  readonly own: OwnHidden;
  /** What was typed and cannot be taken. */
  readonly refused?: string | undefined;
}

/** Why somebody's observation or comment is hidden, and the form by which they say why it should not be; or what became of their appeal. */
export function appealPage({ t, token, own, refused }: AppealPage): Html {
  const { reference, comment, hidden, timeZone, appeal } = own;
  const words = widgetWords(t.locale);
  const day = (instant: string): string => words.formats.instant(instant, timeZone);
  const limit = { most: words.formats.number(longestAppeal) };
  return html`<h1>${t('appeal.title')}</h1>
    <p>
      ${t(comment === undefined ? 'appeal.hidden' : 'appeal.hidden-comment', { reference: `\u2068${reference}\u2069`, date: day(hidden.at) })}
    </p>
    <dl>
      <dt>${t('appeal.reason')}</dt>
      <dd>${spoken(enumText(words, reasonTexts, hidden.reason), t.locale)}</dd>
      ${
        hidden.note &&
        html`<dt>${t('appeal.note')}</dt>
          <dd>${spoken(hidden.note, t.locale)}</dd>`
      }
    </dl>
    ${
      appeal
        ? html`<p>
            <strong>${t('appeal.made', { date: day(appeal.at) })}</strong>
            ${appeal.decidedAt === undefined ? t('appeal.waiting') : t('appeal.decided', { date: day(appeal.decidedAt) })}
          </p>`
        : html`<p>${t('appeal.about')}</p>
            <form method="post" action="${appealPath(own)}lang=${t.locale}">
              <input type="hidden" name="token" value="${token}" />
              ${refused !== undefined && html`<p id="text-error" role="alert"><strong>${t('appeal.wrong', limit)}</strong></p>`}
              <p class="field">
                <label for="text">${t('appeal.label')}</label>
                <span class="muted" id="text-hint">${t('appeal.hint', limit)}</span>
                <textarea
                  id="text"
                  name="text"
                  rows="8"
                  dir="auto"
                  required
                  aria-describedby="text-hint${refused !== undefined && ' text-error'}"
                  ${refused !== undefined && html`aria-invalid="true"`}
                >
${refused}</textarea>
              </p>
              <p><button>${t('appeal.send')}</button></p>
            </form>`
    }
    <p><a href="/you?lang=${t.locale}">${t('appeal.back')}</a></p>`;
}
