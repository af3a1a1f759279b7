import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import { currentVersion, type DocumentStatus, type DocumentVersion } from '../../../model/document.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { notice } from '../../../parts/notice.js';
import { richText } from '../../../parts/richtext.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

const statusTexts: Readonly<Record<DocumentStatus, TextKey>> = {
  draft: 'document.status.draft',
  open: 'document.status.open',
  closed: 'document.status.closed',
  adopted: 'document.status.adopted',
  superseded: 'document.status.superseded',
};

const tones: Readonly<Record<string, 'info' | 'success' | 'warning' | 'muted'>> = {
  draft: 'warning',
  adopted: 'success',
  superseded: 'muted',
};

export interface HeaderView extends View {
  /** Printing, and loading all of it. */
  readonly tools: unknown;
  /** The person wants the current version instead of this one. */
  readonly onCurrent: () => void;
}

/** Where a version stands, in a word or two. */
export function statusBadge({ status }: DocumentVersion, words: View['words']): TemplateResult {
  const tone = Object.hasOwn(tones, status.value) ? tones[status.value] : undefined;
  return badge(tone ?? 'info', spoken(enumText(words, statusTexts, status), words.locale));
}

/** When and by which act a version was made. */
export function dateOf({ act, date }: DocumentVersion, { words, document }: View): unknown {
  const { t, formats, locale } = words;
  const { timeZone } = document.process;
  if (!act) return date === undefined ? undefined : formats.date(date, timeZone);
  const text = t('common.act-text', { kind: act.kind.text, number: act.number, date: formats.date(act.date, timeZone) });
  const content = spoken({ text, lang: act.kind.lang }, locale);
  return act.url === undefined ? content : link(act.url, content);
}

/** Title, state, version, and what it is about. */
export function header(view: HeaderView): TemplateResult {
  const { words, document, level, tools } = view;
  const { t, formats, locale } = words;
  const { title, version, process, summary } = document;
  const processName = spoken(process.title, locale);
  return html`
    <header part="header">
      <p class="kicker"><span>${t('document.kicker')}</span> ${statusBadge(version, words)}</p>
      ${heading(level, spoken(title, locale), { id: 'title', focusable: true })}
      <dl class="facts">
        ${fact(t('common.version'), formats.number(version.number))}
        ${fact(version.act ? t('document.act') : t('document.date'), dateOf(version, view))}
        ${fact(t('common.process'), process.url === undefined ? processName : link(process.url, processName))}
        ${fact(t('common.administration'), spoken(process.administration, locale))}
      </dl>
      ${versionNotice(view)} ${summary ? richText(summary, { locale, level, scope: 'summary' }) : nothing} ${tools}
    </header>
  `;
}

function fact(name: string, value: unknown): unknown {
  if (value === undefined) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A version that is not the current one, and a draft, say so in a sentence, since a badge is easily missed. */
function versionNotice({ words: { t }, document, onCurrent }: HeaderView): unknown {
  const { version, versions } = document;
  const current = currentVersion(versions);
  if (current && current.number !== version.number) {
    const actions = html`<button class="button" type="button" @click=${onCurrent}>${t('document.see-current')}</button>`;
    return notice({ tone: 'warning', text: t('document.other-version', { number: current.number }), actions });
  }
  return version.status.value === 'draft' ? notice({ tone: 'warning', text: t('document.draft-note') }) : nothing;
}
