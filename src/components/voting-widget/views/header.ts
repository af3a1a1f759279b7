import { html, nothing, type TemplateResult } from 'lit';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

const tones = { open: 'success', 'not-yet-open': 'info', counting: 'muted', counted: 'muted' } as const;

/** What is put to the vote, by whom, and until when. */
export function header({ words, level, ready: { ballot } }: View): TemplateResult {
  const { t, locale } = words;
  const { title, about, process, status } = ballot;
  const tone = Object.hasOwn(tones, status.value) ? tones[status.value as keyof typeof tones] : 'info';
  const name = spoken(process.title, locale);
  return html`
    <header class="head" part="header">
      <p class="kicker">${process.url === undefined ? name : link(process.url, name)}</p>
      ${heading(level, spoken(title, locale), { id: 'title', focusable: true })}
      <p class="when">${badge(tone, statusName(t, status))} ${when({ words, ballot })}</p>
      ${about ? html`<p class="about">${spoken(about, locale)}</p>` : nothing}
    </header>
  `;
}

function statusName(t: View['words']['t'], { value, label }: View['ready']['ballot']['status']): string {
  switch (value) {
    case 'open':
      return t('voting-widget.status.open');
    case 'not-yet-open':
      return t('voting-widget.status.not-yet-open');
    case 'counting':
      return t('voting-widget.status.counting');
    case 'counted':
      return t('voting-widget.status.counted');
    default:
      return label?.text ?? value;
  }
}

function when({ words: { t, formats }, ballot }: { words: View['words']; ballot: View['ready']['ballot'] }): string {
  const { opens, closes, process, status } = ballot;
  const time = (instant: string): string => formats.instant(instant, process.timeZone);
  if (status.value === 'not-yet-open') return t('voting-widget.opens', { time: time(opens), end: time(closes) });
  return status.value === 'open'
    ? t('voting-widget.closes', { time: time(closes) })
    : t('voting-widget.closed', { time: time(closes) });
}
