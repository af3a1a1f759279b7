import { BackendError, type BackendErrorReason } from '../errors.js';

/** What can be turned on for stories and tests: a slow network, a lost one, a service that fails. */
export interface Conditions {
  /** How long every call takes, in milliseconds. `Infinity`: it never answers. */
  latency: number;
  /** The network is gone: every call fails with `offline`. */
  offline: boolean;
  /** Makes calls fail, by operation (`pacts.get`) or all of them (`*`). */
  failures: Partial<Record<string, BackendErrorReason>>;
  /** With the reason `rate-limited`: how many milliseconds from now it says to wait. */
  retryAfter: number;
}

export const fairWeather: Conditions = { latency: 0, offline: false, failures: {}, retryAfter: 30_000 };

/** Waits and fails as the conditions say. Rejects with an `AbortError` when the caller gives up. */
export async function underConditions(conditions: Conditions, operation: string, now: Date, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await wait(conditions.latency, signal);
  if (conditions.offline) throw new BackendError('offline', `${operation}: no network`);
  const failure = conditions.failures[operation] ?? conditions.failures['*'];
  if (failure) {
    const retryAt = new Date(now.getTime() + conditions.retryAfter);
    throw new BackendError(failure, `${operation}: ${failure}`, failure === 'rate-limited' ? { retryAt } : {});
  }
}

/** Waits. Rejects with an `AbortError` when the caller gives up. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined;
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
