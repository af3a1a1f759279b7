import { html, nothing, type TemplateResult } from 'lit';
import { enumText } from '../../../i18n/words.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import { ballotStatusTexts } from '../../../i18n/ballot-words/status-texts.js';
import { whenText } from '../../../i18n/ballot-words/when-text.js';
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
        ${whenText(words, ballot)}
      </p>
      ${about ? html`<p class="about">${spoken(about, locale)}</p>` : nothing}
    </header>
  `;
}
