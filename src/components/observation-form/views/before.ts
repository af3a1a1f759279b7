import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { Participation, Refusal, RefusalReason } from '../../../model/session.js';
import { backLink } from '../../../parts/hand-over.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';
import type { FormView } from './view.js';

const refusalTexts: Readonly<Record<RefusalReason, TextKey>> = {
  age: 'observation-form.you.refusal.age',
  tie: 'observation-form.you.refusal.tie',
  district: 'observation-form.you.refusal.district',
  identity: 'observation-form.you.refusal.identity',
  register: 'observation-form.you.refusal.register',
};

/** Who may send, said before anybody writes and again before it is sent. */
export function reader(view: FormView): TemplateResult {
  const { words, level, back } = view;
  const next = action(view);
  const none = next === undefined && back === undefined;
  return html`
    <div class="you">
      ${notice({
        tone: tone(view),
        title: heading(level + 2, words.t('observation-form.you'), { id: 'you', focusable: true }),
        text: text(view),
        actions: none ? undefined : html`${next}${backLink(words, back)}`,
      })}
    </div>
  `;
}

/**
 * What becomes public, what is kept, and what happens next, before anything is written. What the city says of it is said to those who
 * write for themselves.
 */
export function promise({ words, ready, helper }: FormView): TemplateResult {
  const { t, formats, locale } = words;
  const { privacy, next, by, process } = ready.terms;
  return html`
    <div class="promise">
      <p>
        <strong>${t('observation-form.public.title')}</strong> ${nickname(words, ready, helper)}
        ${helper ? nothing : spoken(privacy.published, locale)}
      </p>
      <details class="more">
        <summary>${t('observation-form.public.more')}</summary>
        <p><strong>${t('observation-form.public.kept')}</strong> ${spoken(privacy.kept, locale)}</p>
        <p><strong>${t('observation-form.public.erasure')}</strong> ${spoken(privacy.erasure, locale)}</p>
      </details>
      <p>
        <strong>${t('observation-form.next.title')}</strong> ${spoken(next, locale)}
        ${by === undefined ? nothing : t('observation-form.next.by', { date: formats.date(by, process.timeZone) })}
      </p>
    </div>
  `;
}

/** Under which name everybody will read it. */
function nickname({ t }: FormView['words'], { reader: who, terms }: FormView['ready'], helper: boolean): string {
  if (helper) return t('observation-form.public.helper');
  if (who.type === 'known' && who.participation.type === 'entitled') {
    return t('observation-form.public.as', { nickname: who.participation.nickname });
  }
  return terms.signIn ? t('observation-form.public.nickname') : t('observation-form.public.nobody');
}

function tone({ ready: { reader: who, terms } }: FormView): 'info' | 'success' | 'warning' {
  if (!terms.signIn || who.type !== 'known') return 'info';
  if (who.participation.type === 'entitled') return 'success';
  return who.participation.type === 'not-entitled' ? 'warning' : 'info';
}

function text(view: FormView): unknown {
  const { words, ready } = view;
  const { t } = words;
  if (!ready.terms.signIn) return t('observation-form.you.no-sign-in');
  switch (ready.reader.type) {
    case 'asking':
      return t('observation-form.you.asking');
    case 'unknown':
      return t('observation-form.you.unknown');
    case 'anonymous':
      return t('observation-form.you.elsewhere');
    case 'known':
      return participation(view, ready.reader.participation);
  }
}

function participation({ words, ready, handOver }: FormView, can: Participation): unknown {
  const { t, locale } = words;
  switch (can.type) {
    case 'signed-out':
      return handOver.url === undefined ? t('observation-form.you.signed-out') : t('observation-form.you.hand-over');
    case 'entitled':
      return t('observation-form.you.entitled', { nickname: can.nickname });
    case 'unverified':
      return t('observation-form.you.unverified');
    case 'pending':
      return t('observation-form.you.pending');
    case 'other':
      return spoken({ text: can.label, lang: can.lang }, locale);
    case 'not-entitled':
      return html`
        <p>
          ${can.refusals.length === 0 ? t('observation-form.you.not-entitled-plain') : t('observation-form.you.not-entitled')}
        </p>
        ${
          can.refusals.length === 0
            ? nothing
            : html`<ul>
                ${can.refusals.map(refusal => refused(words, refusal))}
              </ul>`
        }
        <p>${t('observation-form.you.instead')}</p>
        ${
          ready.terms.process.contact
            ? html`<p><strong>${t('observation-form.you.contact')}</strong> ${spoken(ready.terms.process.contact, locale)}</p>`
            : nothing
        }
      `;
  }
}

function refused(words: FormView['words'], { reason, remedy, url }: Refusal): TemplateResult {
  const more = words.t('observation-form.you.remedy');
  return html`
    <li>
      ${spoken(enumText(words, refusalTexts, reason), words.locale)}
      ${remedy ? html`<p>${spoken(remedy, words.locale)}</p>` : nothing}
      ${url === undefined ? nothing : html`<p>${link(url, more)}</p>`}
    </li>
  `;
}

function action({ words: { t }, ready, form, signInUrl, onSignIn, handOver }: FormView): unknown {
  const { reader: who, terms } = ready;
  if (!terms.signIn) return undefined;
  if (who.type === 'unknown') {
    return html`<button class="button" type="button" @click=${() => form.retryReader()}>${t('common.retry')}</button>`;
  }
  if (who.type !== 'known') return undefined;
  const { participation: can } = who;
  switch (can.type) {
    case 'signed-out':
      if (handOver.url !== undefined || signInUrl === undefined) return undefined;
      return html`<a class="button quiet" href=${signInUrl} @click=${onSignIn}>${t('observation-form.you.sign-in-now')}</a>`;
    case 'unverified':
      return can.url === undefined ? undefined : html`<a class="button" href=${can.url}>${t('observation-form.you.verify')}</a>`;
    case 'pending':
    case 'other':
      return can.url === undefined ? undefined : html`<a class="button" href=${can.url}>${t('observation-form.you.follow')}</a>`;
    default:
      return undefined;
  }
}
