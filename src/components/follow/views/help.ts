import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';
import type { Text } from '../../../model/text.js';
import { heading } from '../../../parts/heading.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';

/**
 * There is no observation of this number: what to look at, and whom to ask.
 *
 * @param reference - As it was looked for.
 */
export function help(words: Words, level: number, reference: string, contact: Text | undefined): TemplateResult {
  const { t, locale } = words;
  return notice({
    tone: 'info',
    title: heading(level, t('follow.not-found.title', { reference }), { id: 'found-title', focusable: true }),
    text: html`
      <ul class="help">
        <li>${t('follow.not-found.digits')}</li>
        <li>${t('follow.not-found.letters')}</li>
        <li>${t('follow.not-found.paper')}</li>
      </ul>
      ${contact ? html`<p><strong>${t('follow.contact')}</strong> ${spoken(contact, locale)}</p>` : nothing}
    `,
  });
}
