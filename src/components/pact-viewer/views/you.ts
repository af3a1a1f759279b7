import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { Participation, Refusal, RefusalReason } from '../../../model/session.js';
import { backLink, handOverLink, type HandOverLink } from '../../../parts/hand-over.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';
import type { ReaderState } from '../pact-viewer.state.js';
import { acceptance } from './acceptance.js';
import type { View } from './view.js';

const refusalTexts: Readonly<Record<RefusalReason, TextKey>> = {
  age: 'pact-viewer.you.refusal.age',
  tie: 'pact-viewer.you.refusal.tie',
  district: 'pact-viewer.you.refusal.district',
  identity: 'pact-viewer.you.refusal.identity',
  register: 'pact-viewer.you.refusal.register',
};

/** The way to sign in. */
export interface SignIn {
  /** Absent when this backend knows no way. */
  readonly signInUrl: string | undefined;
  readonly onSignIn: (event: MouseEvent) => void;
}

export interface YouView extends View, SignIn {
  readonly reader: ReaderState;
  readonly handOver: HandOverLink;
  /** The page of another site that the person came from to take part. */
  readonly back: string | undefined;
  readonly onAccept: () => void;
  readonly onReload: () => void;
}

/** What the person who reads can do, and what is asked of them. The place is kept while the backend is asked. */
export function you(view: YouView): TemplateResult | typeof nothing {
  const { words, level, reader } = view;
  if (reader.type === 'anonymous') return nothing;
  return html`
    <div class="you" id="you-box">
      ${notice({
        tone: toneOf(reader),
        title: heading(level + 2, words.t('pact-viewer.you'), { id: 'you', focusable: true }),
        text: text(view),
        actions: actions(view),
      })}
    </div>
  `;
}

function toneOf(reader: ReaderState): 'info' | 'success' | 'warning' {
  if (reader.type !== 'known') return 'info';
  const { participation, acceptance: accepted } = reader;
  if (accepted.type === 'outdated') return 'warning';
  if (participation.type === 'entitled') return 'success';
  return participation.type === 'not-entitled' ? 'warning' : 'info';
}

function text(view: YouView): unknown {
  const { reader, words } = view;
  switch (reader.type) {
    case 'asking':
      return html`<p class="muted">${words.t('pact-viewer.you.asking')}</p>`;
    case 'unknown':
      return html`<p>${words.t('pact-viewer.you.unknown')}</p>`;
    case 'anonymous':
      return nothing;
    case 'known':
      return html`${participation(view, reader.participation)}${acceptance(view, reader)}`;
  }
}

function participation({ words, pact, handOver }: YouView, can: Participation): unknown {
  const { t, locale } = words;
  switch (can.type) {
    case 'signed-out':
      return html`<p>${handOver.url === undefined ? t('pact-viewer.you.signed-out') : t('common.hand-over.text')}</p>`;
    case 'entitled':
      return html`<p>${t('pact-viewer.you.entitled', { nickname: can.nickname })}</p>`;
    case 'unverified':
      return html`<p>${t('pact-viewer.you.unverified')}</p>`;
    case 'pending':
      return html`<p>${t('pact-viewer.you.pending')}</p>`;
    case 'other':
      return html`<p>${spoken({ text: can.label, lang: can.lang }, locale)}</p>`;
    case 'not-entitled':
      if (can.refusals.length === 0)
        return html`<p>${t('pact-viewer.you.not-entitled-plain')}</p>
          ${contact(words, pact)}`;
      return html`
        <p>${t('pact-viewer.you.not-entitled')}</p>
        <ul class="refusals">
          ${can.refusals.map(refusal => refused(words, refusal))}
        </ul>
        ${contact(words, pact)}
      `;
  }
}

function refused(words: View['words'], { reason, remedy, url }: Refusal): TemplateResult {
  const more = words.t('pact-viewer.you.remedy');
  return html`
    <li>
      ${spoken(enumText(words, refusalTexts, reason), words.locale)}
      ${remedy ? html`<p>${spoken(remedy, words.locale)}</p>` : nothing}
      ${url === undefined ? nothing : html`<p>${link(url, more)}</p>`}
    </li>
  `;
}

/** Who is refused gets a person to talk to. */
function contact({ t, locale }: View['words'], { process }: View['pact']): unknown {
  return process.contact ? html`<p><strong>${t('pact-viewer.contact')}</strong> ${spoken(process.contact, locale)}</p>` : nothing;
}

function actions(view: YouView): unknown {
  const next = nextStep(view);
  if (next === undefined && view.back === undefined) return undefined;
  return html`${next}${backLink(view.words, view.back)}`;
}

/** What the person can do here and now, apart from accepting. */
function nextStep(view: YouView): unknown {
  const { reader, words, signInUrl, onSignIn, handOver } = view;
  if (reader.type === 'unknown') {
    return html`<button class="button" type="button" @click=${view.onReload}>${words.t('common.retry')}</button>`;
  }
  if (reader.type !== 'known') return undefined;
  const { participation: can } = reader;
  switch (can.type) {
    case 'signed-out':
      if (handOver.url !== undefined) return handOverLink(words, { ...handOver, url: handOver.url });
      if (signInUrl === undefined) return undefined;
      return html`<a class="button primary" href=${signInUrl} @click=${onSignIn}>${words.t('pact-viewer.you.sign-in')}</a>`;
    case 'unverified':
      return can.url === undefined
        ? undefined
        : html`<a class="button primary" href=${can.url}>${words.t('pact-viewer.you.verify')}</a>`;
    case 'pending':
    case 'other':
      return can.url === undefined ? undefined : html`<a class="button" href=${can.url}>${words.t('pact-viewer.you.follow')}</a>`;
    default:
      return undefined;
  }
}
