import { backendErrorReasons, type BackendErrorReason } from '../model/error-reason.js';

export { backendErrorReasons, type BackendErrorReason } from '../model/error-reason.js';

/** One field that was refused, by its path (`version`, `sections.2.title`) and, where the backend gave one, why. */
export interface InvalidField {
  path: string;
  message?: string | undefined;
}

export interface BackendErrorDetails {
  /** With `invalid` and `malformed`: which fields. */
  fields?: readonly InvalidField[];
  /** With `rate-limited` and `unavailable`: when it makes sense to try again. */
  retryAt?: Date;
  cause?: unknown;
}

/** The one error that a backend throws. `message` is for developers and logs; it is never shown to a person. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly fields: readonly InvalidField[];
  readonly retryAt: Date | undefined;

  constructor(
    readonly reason: BackendErrorReason,
    message: string = reason,
    details: BackendErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.fields = details.fields ?? [];
    this.retryAt = details.retryAt;
  }
}

/**
 * Reads whatever was thrown as a `BackendError`. Asks for the shape and not for the class, since two copies of the library may share a
 * page. Anything else becomes `unavailable`.
 */
export function asBackendError(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  const { name, reason, message, fields, retryAt } = (error ?? {}) as Partial<BackendError>;
  if (name === 'BackendError' && reason && backendErrorReasons.includes(reason)) {
    return new BackendError(reason, message, { fields: fields ?? [], ...(retryAt && { retryAt }), cause: error });
  }
  return new BackendError('unavailable', message ?? String(error), { cause: error });
}

/** Whether the call was given up by the caller, which is no failure and is shown to nobody. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}
