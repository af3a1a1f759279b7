import { html, nothing, type TemplateResult } from 'lit';
import { enumText } from '../../../i18n/words.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import { ballotStatusTexts } from '../../../i18n/ballot-words/status-texts.js';
import type { View } from './view.js';

/** What is put to the vote, by whom, and until when. */
export function header({ words, level, ready: { ballot } }: View): TemplateResult {
  const { locale } = words;
  const { title, about, process, status } = ballot;
  const name = spoken(process.title, locale);
  return html`
    <header class="head" part="header">
      <p class="kicker">${process.url === undefined ? name : link(process.url, name)}</p>
      ${heading(level, spoken(title, locale), { id: 'title', focusable: true })}
      <p class="when">
        ${badge(status.value === 'open' ? 'success' : 'muted', spoken(enumText(words, ballotStatusTexts, status), locale))}
        ${when({ words, ballot })}
      </p>
      ${about ? html`<p class="about">${spoken(about, locale)}</p>` : nothing}
    </header>
  `;
}

function when({ words: { t, formats }, ballot }: { words: View['words']; ballot: View['ready']['ballot'] }): string {
  const { opens, closes, process, status } = ballot;
  const time = (instant: string): string => formats.instant(instant, process.timeZone);
  if (status.value === 'not-yet-open') return t('voting-widget.opens', { time: time(opens), end: time(closes) });
  return status.value === 'open'
    ? t('voting-widget.closes', { time: time(closes) })
    : t('voting-widget.closed', { time: time(closes) });
}
