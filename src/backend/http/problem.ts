import * as v from 'valibot';
import { BackendError, backendErrorReasons, type BackendErrorReason } from '../errors.js';

/** Problem details (RFC 9457) with two members of our own: `reason`, one of ours, and `errors`, the refused fields. */
const problemSchema = v.object({
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  reason: v.optional(v.picklist(backendErrorReasons)),
  errors: v.optional(v.array(v.object({ pointer: v.string(), detail: v.optional(v.string()) }))),
});

const reasonByStatus: Readonly<Record<number, BackendErrorReason>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'not-entitled',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'too-large',
  422: 'invalid',
  423: 'closed',
  429: 'rate-limited',
};

/** What an answer with an error status means. Never throws itself: a body that is no problem document counts by its status alone. */
export async function problemOf(response: Response): Promise<BackendError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(problemSchema, body);
  const problem = parsed.success ? parsed.output : {};
  const reason = problem.reason ?? reasonByStatus[response.status] ?? 'unavailable';
  const retryAt = retryAtOf(response);
  return new BackendError(reason, `${String(response.status)} ${problem.title ?? ''} ${problem.detail ?? ''}`.trim(), {
    // A JSON pointer (RFC 6901) as a path: '/items/0' is 'items.0'.
    fields: (problem.errors ?? []).map(({ pointer, detail }) => ({
      path: pointer.replace(/^#?\//, '').replaceAll('/', '.'),
      message: detail,
    })),
    ...(retryAt && { retryAt }),
  });
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function retryAtOf(response: Response): Date | undefined {
  const value = response.headers.get('Retry-After');
  if (value === null) return undefined;
  const time = /^\d+$/.test(value.trim()) ? Date.now() + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time);
}
