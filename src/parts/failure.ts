import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../i18n/texts.js';
import type { Words } from '../i18n/words.js';
import type { BackendErrorReason } from '../model/error-reason.js';
import { heading } from './heading.js';
import { notice } from './notice.js';

/** Why a widget has nothing to show. */
export type ReadFailure =
  | { type: 'not-found' }
  /** The backend has no such service, or there is no backend. */
  | { type: 'not-offered' }
  | { type: 'offline' }
  | { type: 'failed'; reason: BackendErrorReason; retryAt?: Date | undefined };

/** What a person is told for a reason; the other reasons do not come from a read, and read as 'unavailable'. */
const reasonTexts: Readonly<Partial<Record<BackendErrorReason, TextKey>>> = {
  timeout: 'common.failed.timeout',
  'rate-limited': 'common.failed.rate-limited',
  malformed: 'common.failed.malformed',
  unauthenticated: 'common.failed.denied',
  'not-entitled': 'common.failed.denied',
};

export interface FailureView {
  readonly words: Words;
  readonly level: number;
  readonly state: ReadFailure;
  /** What to say when there is nothing of that id. */
  readonly notFound: { readonly title: string; readonly text: string };
  readonly onRetry: () => void;
}

/** The state for something that could not be read. */
export function failureFor({ reason, retryAt }: { reason: BackendErrorReason; retryAt?: Date | undefined }): ReadFailure {
  switch (reason) {
    case 'not-found':
    case 'offline':
      return { type: reason };
    default:
      return { type: 'failed', reason, retryAt };
  }
}

/** Why there is nothing to read and what helps. What the page itself put into the widget stands below: usually a link. */
export function failure({ words: { t, formats }, level, state, notFound, onRetry }: FailureView): TemplateResult {
  const retry = html`<button class="button" type="button" @click=${onRetry}>${t('common.retry')}</button>`;
  const show = (tone: 'info' | 'warning', title: string, text: unknown, actions?: unknown): TemplateResult =>
    html`${notice({ tone, title: heading(level, title, { id: 'title', focusable: true }), text, actions })}<slot></slot>`;
  switch (state.type) {
    case 'not-found':
      return show('info', notFound.title, notFound.text);
    case 'not-offered':
      return show('info', t('common.not-offered.title'), t('common.not-offered.text'));
    case 'offline':
      return show('warning', t('common.offline.title'), t('common.offline.text'), retry);
    case 'failed': {
      const { reason, retryAt } = state;
      const why = t(reasonTexts[reason] ?? 'common.failed.unavailable');
      const after = retryAt ? html`<p>${t('common.retry-after', { time: formats.time(retryAt) })}</p>` : nothing;
      return show(
        'warning',
        t('common.failed.title'),
        html`<p>${why}</p>
          ${after}`,
        retry,
      );
    }
  }
}
