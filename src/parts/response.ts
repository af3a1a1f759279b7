import { css, html, nothing, type TemplateResult } from 'lit';
import { enumText, type Words } from '../i18n/words.js';
import type { Response } from '../model/response.js';
import { outcomeTexts } from '../i18n/observation-words.js';
import { badge } from './badge.js';
import { heading } from './heading.js';
import { link } from './link.js';
import { richText } from './richtext.js';
import { spoken } from './spoken.js';

export interface ResponseView {
  readonly words: Words;
  readonly response: Response;
  /** Level of its heading. */
  readonly level: number;
  /** 'Official answer'. */
  readonly title: string;
  readonly timeZone: string;
  /** Unique in the widget. */
  readonly scope: string;
}

const tones: Readonly<Record<string, 'success' | 'info' | 'warning'>> = {
  accepted: 'success',
  'partly-accepted': 'success',
  rejected: 'warning',
};

/** What the administration decided, in a word or two. */
export function outcomeBadge(outcome: Response['outcome'], words: Words): TemplateResult {
  return badge(tones[outcome.value] ?? 'info', spoken(enumText(words, outcomeTexts, outcome), words.locale));
}

/** The official answer: what was decided, why, by which act and when. */
export function officialResponse({ words, response, level, title, timeZone, scope }: ResponseView): TemplateResult {
  const { t, formats, locale } = words;
  const { outcome, text, at, act } = response;
  return html`
    <section class="response" aria-labelledby="${scope}-title">
      <div class="response-head">
        ${heading(level, title, { id: `${scope}-title`, focusable: true })} ${outcomeBadge(outcome, words)}
      </div>
      ${richText(text, { locale, level, scope })}
      <p class="muted">
        ${formats.date(at, timeZone)}${
          act
            ? html` ·
              ${actText(act.url, spoken({ text: t('common.act-text', { kind: act.kind.text, number: act.number, date: formats.date(act.date, timeZone) }), lang: act.kind.lang }, locale))}`
            : nothing
        }
      </p>
    </section>
  `;
}

const actText = (url: string | undefined, content: unknown): unknown => (url === undefined ? content : link(url, content));

export const responseStyles = css`
  .response {
    display: grid;
    gap: 0.6em;
    padding: 1em;
    border-inline-start: 0.3em solid var(--_primary);
    background: var(--_surface-alt);
  }

  .response-head {
    display: flex;
    gap: 0.4em 0.75em;
    flex-wrap: wrap;
    align-items: center;
  }
`;
