import type { TextKey } from '../../../i18n/texts.js';
import type { Words } from '../../../i18n/words.js';
import type { BackendError, BackendErrorReason } from '../../../backend/errors.js';

const reasons: Readonly<Partial<Record<BackendErrorReason, TextKey>>> = {
  offline: 'observation-list.failed.offline',
  unauthenticated: 'observation-list.failed.unauthenticated',
  'not-entitled': 'observation-list.failed.not-entitled',
  closed: 'observation-list.failed.closed',
  conflict: 'observation-list.failed.conflict',
  invalid: 'observation-list.failed.invalid',
  'too-large': 'observation-list.failed.invalid',
  'not-found': 'observation-list.failed.gone',
  'rate-limited': 'common.failed.rate-limited',
};

/** Why something could not be sent, and that what was written is still there. */
export function writeFailure({ t, formats }: Words, { reason, retryAt }: BackendError): string {
  const why = t(reasons[reason] ?? 'observation-list.failed.unavailable');
  return retryAt ? `${why} ${t('common.retry-after', { time: formats.time(retryAt) })}` : why;
}
