import { html, nothing, type TemplateResult } from 'lit';
import type { BackendErrorReason } from '../../../backend/errors.js';
import type { TextKey } from '../../../i18n/texts.js';
import { dialog } from '../../../parts/dialog.js';
import { errorSummary } from '../../../parts/error-summary.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import type { AcceptanceState } from '../pact-viewer.state.js';
import type { View } from './view.js';
import type { SignIn } from './you.js';

export interface AcceptanceFormView extends View, SignIn {
  readonly acceptance: AcceptanceState;
  /** Whether the person tried to send without ticking the box. */
  readonly unticked: boolean;
  readonly onSend: (ticked: boolean) => void;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** Failures after which trying the same again makes no sense, with what the person is told. */
const finalTexts: Readonly<Partial<Record<BackendErrorReason, TextKey>>> = {
  conflict: 'pact-viewer.accept.conflict',
  closed: 'pact-viewer.accept.closed',
  'not-entitled': 'pact-viewer.accept.denied',
  'not-found': 'pact-viewer.accept.closed',
  invalid: 'pact-viewer.accept.denied',
  'too-large': 'pact-viewer.accept.denied',
};

/** What is accepted, what becomes of the data, and the box to tick. */
export function acceptanceForm(view: AcceptanceFormView): TemplateResult {
  const { words, level, onClose, acceptance } = view;
  const { t } = words;
  const failure = acceptance.type === 'failed' ? acceptance : undefined;
  return dialog({
    level: level + 1,
    title: t('pact-viewer.accept.title'),
    close: t('common.cancel'),
    onClose,
    content: html`
      ${failure ? failed(view, failure) : nothing}
      ${failure && (finalTexts[failure.reason] ?? failure.reason === 'unauthenticated') ? nothing : form(view)}
    `,
  });
}

function form(view: AcceptanceFormView): TemplateResult {
  const { words, level, pact, acceptance, unticked, onSend } = view;
  const { t, locale } = words;
  const asked = pact.version.acceptance;
  const sending = acceptance.type === 'sending';
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#agree');
    if (!sending) onSend(box?.checked === true);
  };
  const missing = t('pact-viewer.accept.check-missing');
  return html`
    <form class="acceptance-form" novalidate @submit=${onSubmit}>
      ${unticked ? errorSummary(t('common.error-summary'), level + 2, [{ field: 'agree', message: missing }]) : nothing}
      ${
        asked
          ? html`
              ${heading(level + 2, t('pact-viewer.accept.statement'))}
              <p>${spoken(asked.statement, locale)}</p>
              ${heading(level + 2, t('pact-viewer.accept.privacy'))}
              <dl class="privacy">
                <dt>${t('pact-viewer.accept.published')}</dt>
                <dd>${spoken(asked.privacy.published, locale)}</dd>
                <dt>${t('pact-viewer.accept.kept')}</dt>
                <dd>${spoken(asked.privacy.kept, locale)}</dd>
                <dt>${t('pact-viewer.accept.erasure')}</dt>
                <dd>${spoken(asked.privacy.erasure, locale)}</dd>
              </dl>
            `
          : nothing
      }
      ${
        unticked
          ? html`<p class="field-error" id="agree-error">
              <span class="visually-hidden">${t('common.error-prefix')} </span>${missing}
            </p>`
          : nothing
      }
      <label class="check">
        <input
          id="agree"
          type="checkbox"
          required
          aria-invalid=${unticked ? 'true' : nothing}
          aria-describedby=${unticked ? 'agree-error' : nothing}
        />
        <span>${t('pact-viewer.accept.check')}</span>
      </label>
      <div class="actions">
        <button class="button primary" type="submit" aria-disabled=${sending ? 'true' : nothing}>
          ${sending ? t('pact-viewer.accept.sending') : t('pact-viewer.accept.button')}
        </button>
      </div>
    </form>
  `;
}

function failed(view: AcceptanceFormView, { reason, retryAt }: Extract<AcceptanceState, { type: 'failed' }>): TemplateResult {
  const { words, onReload, signInUrl, onSignIn } = view;
  const { t, formats } = words;
  if (reason === 'unauthenticated') {
    return message(
      t('pact-viewer.you.sign-in-again'),
      signInUrl === undefined
        ? nothing
        : html`<a class="button primary" href=${signInUrl} @click=${onSignIn}>${t('pact-viewer.you.sign-in')}</a>`,
    );
  }
  const final = finalTexts[reason];
  if (final) {
    const reload =
      reason === 'conflict'
        ? html`<button class="button primary" type="button" @click=${onReload}>${t('pact-viewer.accept.reload')}</button>`
        : nothing;
    // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table above
    return message(t(final), reload);
  }
  const text = reason === 'rate-limited' ? t('common.failed.rate-limited') : t('pact-viewer.accept.failed');
  const after = retryAt ? html` ${t('common.retry-after', { time: formats.time(retryAt) })}` : nothing;
  return message(html`${text}${after}`, nothing);
}

function message(text: unknown, actions: unknown): TemplateResult {
  return html`
    <div class="notice error" id="accept-failure" tabindex="-1">
      <p>${text}</p>
      ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
    </div>
  `;
}
