import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../../parts/heading.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';
import type { Said, View } from './view.js';
import type { entitlement as Entitlement } from './entitlement.js';

/**
 * Who may vote, and what somebody who may not yet can do. Said before anything is chosen.
 *
 * @param entitlement - What is said to somebody who is known and may not vote; it comes later.
 */
export function reader(view: View, entitlement: typeof Entitlement | undefined): TemplateResult {
  const { words, level, ready } = view;
  const { tone, text, actions } = said(view, entitlement);
  return html`<div class="you">
    ${notice({ tone, title: heading(level + 1, words.t('voting-widget.you'), { id: 'you', focusable: true }), text, actions })}
    ${ready.ballot.eligibility.note ? html`<p class="muted">${spoken(ready.ballot.eligibility.note, words.locale)}</p>` : nothing}
  </div>`;
}

function said({ words, ready, ways }: View, entitlement: typeof Entitlement | undefined): Said {
  const { t } = words;
  const { reader: who } = ready;
  if (ways.cityPage !== undefined) {
    // The loader would see an address of a widget, and put the widget there instead of the way to it.
    const go = html`<a class="button primary" data-portico="off" href=${ways.cityPage} target="_top" @click=${ways.onCityPage}
      >${t('voting-widget.you.go')}</a
    >`;
    return { tone: 'info', text: t('voting-widget.you.elsewhere'), actions: go };
  }
  switch (who.type) {
    case 'anonymous':
      return { tone: 'info', text: t('voting-widget.you.anonymous') };
    case 'signed-out': {
      const { signInUrl, onSignIn } = ways;
      const go = html`<a class="button primary" href=${signInUrl ?? ''} @click=${onSignIn}>${t('voting-widget.you.sign-in')}</a>`;
      return { tone: 'info', text: t('voting-widget.you.signed-out'), ...(signInUrl !== undefined && { actions: go }) };
    }
    default:
      return who.type === 'known' && who.own.verification.status.value === 'granted'
        ? { tone: 'success', text: t('voting-widget.you.granted') }
        : (entitlement?.(words, who, ways) ?? { tone: 'info', text: t('voting-widget.you.asking') });
  }
}
