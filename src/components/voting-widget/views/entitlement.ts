import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { Refusal, RefusalReason, Verification } from '../../../model/session.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import type { ReaderState } from '../voting-widget.state.js';
import type { Said, View, Ways } from './view.js';

const refusalTexts: Readonly<Record<RefusalReason, TextKey>> = {
  age: 'voting-widget.you.refusal.age',
  tie: 'voting-widget.you.refusal.tie',
  district: 'voting-widget.you.refusal.district',
  identity: 'voting-widget.you.refusal.identity',
  register: 'voting-widget.you.refusal.register',
};

/** What somebody is told who may not vote, or not yet, or of whom it is not known. Nothing while it is being asked. */
export function entitlement(words: View['words'], who: ReaderState, { onRetryReader }: Ways): Said | undefined {
  const { t } = words;
  if (who.type === 'known') return verified(words, who.own.verification);
  if (who.type !== 'unknown') return undefined;
  const retry = html`<button class="button" type="button" @click=${onRetryReader}>${t('common.retry')}</button>`;
  return { tone: 'warning', text: t('voting-widget.you.unknown'), actions: retry };
}

function verified(words: View['words'], { status, refusals, url }: Verification): Said {
  const { t, locale } = words;
  const way = (label: string): Pick<Said, 'actions'> =>
    url === undefined ? {} : { actions: html`<a class="button" href=${url}>${label}</a>` };
  switch (status.value) {
    case 'missing':
      return { tone: 'info', text: t('voting-widget.you.missing'), ...way(t('voting-widget.you.verify')) };
    case 'pending':
      return { tone: 'info', text: t('voting-widget.you.pending'), ...way(t('voting-widget.you.follow')) };
    case 'refused':
      return { tone: 'warning', text: refused(words, refusals) };
    default: {
      const label = status.label ?? { text: status.value, lang: locale };
      return { tone: 'info', text: spoken(label, locale), ...way(t('voting-widget.you.follow')) };
    }
  }
}

function refused(words: View['words'], refusals: readonly Refusal[]): TemplateResult {
  const { t, locale } = words;
  return html`
    <p>${t('voting-widget.you.refused')}</p>
    <ul>
      ${refusals.map(
        ({ reason, remedy, url }) =>
          html`<li>
            ${spoken(enumText(words, refusalTexts, reason), locale)} ${remedy ? html`<p>${spoken(remedy, locale)}</p>` : nothing}
            ${url === undefined ? nothing : html`<p>${link(url, t('voting-widget.you.remedy'))}</p>`}
          </li>`,
      )}
    </ul>
  `;
}
