import { html, nothing, type TemplateResult } from 'lit';
import type { BackendErrorReason } from '../../../backend/errors.js';
import type { TextKey } from '../../../i18n/texts.js';
import { stepOfField } from '../entry-rules.js';
import type { Refused } from '../observation-form.state.js';
import type { CheckView } from './check.js';

/** What a person is told when the backend did not take it. Whatever it was, the text is still there. */
const texts: Readonly<Partial<Record<BackendErrorReason, TextKey>>> = {
  closed: 'observation-form.refused.closed',
  conflict: 'observation-form.refused.conflict',
  'not-found': 'observation-form.refused.not-found',
  invalid: 'observation-form.refused.invalid',
  'too-large': 'observation-form.refused.too-large',
  'rate-limited': 'observation-form.refused.rate-limited',
  'not-entitled': 'observation-form.refused.not-entitled',
  unauthenticated: 'observation-form.refused.unauthenticated',
};

export function refusal(view: CheckView, { reason, fields, retryAt }: Refused): TemplateResult {
  const { words, form, signInUrl, onSignIn, onSaveFile } = view;
  const { t, formats } = words;
  const wrong = fields.flatMap(field => stepOfField(field) ?? [])[0];
  const step = wrong ?? (reason === 'conflict' || reason === 'not-found' ? 'where' : reason === 'too-large' ? 'what' : undefined);
  return html`
    <div class="notice error" id="refusal" tabindex="-1">
      <p><strong>${t('observation-form.refused.title')}</strong></p>
      <p>
        ${t(texts[reason] ?? 'observation-form.refused.unavailable')}
        ${retryAt ? t('common.retry-after', { time: formats.time(retryAt) }) : nothing}
      </p>
      <p>${t('observation-form.refused.kept')}</p>
      <div class="actions">
        ${
          reason === 'unauthenticated' && signInUrl !== undefined
            ? html`<a class="button" href=${signInUrl} @click=${onSignIn}>${t('observation-form.sign-in-to-send')}</a>`
            : nothing
        }
        ${
          step === undefined
            ? nothing
            : html`<button class="button" type="button" @click=${() => form.change(step)}>
                ${t('observation-form.refused.look')}
              </button>`
        }
        <button class="button quiet" type="button" @click=${onSaveFile}>${t('observation-form.draft.save')}</button>
      </div>
    </div>
  `;
}
