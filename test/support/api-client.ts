import type { Backend } from '../../src/backend/backend.js';
import type { BackendError } from '../../src/backend/errors.js';
import { http, type HttpOptions } from '../../src/backend/http/http.js';

/** What the test server saw of one request. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  at: number;
  givenUp: boolean;
}

let count = 0;

/** A server of its own for each test; its name says how it behaves. */
export function server(
  kind: string,
  options: HttpOptions = {},
  origin = '',
): { backend: Backend; base: string; requests: () => Promise<SeenRequest[]> } {
  const base = `${origin}/api/${kind}-client${String((count += 1))}-${String(performance.timeOrigin)}`;
  return {
    base,
    backend: http(base, { backoff: 5, ...options }),
    requests: async () => (await (await fetch(`${base}/requests`)).json()) as SeenRequest[],
  };
}

/** The error that a call ends with. A call that does not fail fails the test. */
export async function failure(promise: Promise<unknown> | undefined): Promise<BackendError> {
  try {
    await promise;
  } catch (error) {
    return error as BackendError;
  }
  throw new Error('it did not fail');
}
