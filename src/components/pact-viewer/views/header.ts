import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import { versionInForce, type PactStatus } from '../../../model/pact.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

export const statusTexts: Readonly<Record<PactStatus, TextKey>> = {
  draft: 'pact-viewer.status.draft',
  'in-force': 'pact-viewer.status.in-force',
  superseded: 'pact-viewer.status.superseded',
};

export const statusTones = { draft: 'warning', 'in-force': 'success', superseded: 'muted' } as const;

export const toneOf = (status: string): 'warning' | 'success' | 'muted' | 'info' =>
  Object.hasOwn(statusTones, status) ? statusTones[status as PactStatus] : 'info';

export interface HeaderView extends View {
  /** Printing and listening. */
  readonly tools: unknown;
  /** The person wants the version that is in force instead of this one. */
  readonly onInForce: () => void;
}

/** Title, state, version and the act that adopted it. */
export function header(view: HeaderView): TemplateResult {
  const { words, pact, level, tools } = view;
  const { t, locale } = words;
  const { title, status, number } = pact.version;
  return html`
    <header part="header">
      <p class="kicker">
        <span>${t('pact-viewer.kicker')}</span>
        ${badge(toneOf(status.value), spoken(enumText(words, statusTexts, status), locale))}
      </p>
      ${heading(level, spoken(title, locale), { id: 'title', focusable: true })}
      <dl class="facts">
        ${fact(t('common.version'), words.formats.number(number))} ${fact(t('pact-viewer.act'), act(view))}
        ${fact(t('common.process'), process(view))}
        ${fact(t('common.administration'), spoken(pact.process.administration, locale))}
      </dl>
      ${tools} ${statusNotice(view)}
    </header>
  `;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function act({ words, pact }: View): unknown {
  const { t, formats, locale } = words;
  const { act: adopted } = pact.version;
  if (!adopted) return t('pact-viewer.act-none');
  const date = formats.date(adopted.date, pact.process.timeZone);
  const text = t('common.act-text', { kind: adopted.kind.text, number: adopted.number, date });
  const content = spoken({ text, lang: adopted.kind.lang }, locale);
  return adopted.url === undefined ? content : link(adopted.url, content);
}

function process({ words, pact }: View): unknown {
  const { title, url } = pact.process;
  const content = spoken(title, words.locale);
  return url === undefined ? content : link(url, content);
}

/** A draft and a superseded version say so in a sentence, since a badge is easily missed. */
function statusNotice({ words: { t }, pact, onInForce }: HeaderView): unknown {
  const inForce = versionInForce(pact);
  const actions =
    inForce && inForce.number !== pact.version.number
      ? html`<button class="button" type="button" @click=${onInForce}>${t('pact-viewer.see-in-force')}</button>`
      : undefined;
  switch (pact.version.status.value) {
    case 'draft':
      return notice({ tone: 'warning', text: t('pact-viewer.status.draft-note'), actions });
    case 'superseded':
      return notice({ tone: 'warning', text: t('pact-viewer.status.superseded-note'), actions });
    default:
      return nothing;
  }
}
