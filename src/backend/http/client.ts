import { BackendError, asBackendError, isAbort } from '../errors.js';
import { apiAddress, readAddress, type Query } from './address.js';
import { isPreloaded, takeEarlyRead } from './early-reads.js';
import type { HttpOptions } from './options.js';
import { problemOf } from './problem.js';
import { SharedReads } from './shared-reads.js';
import { untilAborted } from './until-aborted.js';

/** The longest pause that a read waits by itself; when a server asks for more, the person is told instead. */
const LONGEST_PAUSE = 10_000;

interface Call {
  signal?: AbortSignal | undefined;
  /** Whether it concerns a person, and so carries the cookie or the token. */
  personal?: boolean;
}

/** Asks the server: with a time limit, again after a passing failure when it only reads, and once for the same read asked twice. */
export class HttpClient {
  readonly base: URL;
  private readonly _reads = new SharedReads();

  constructor(
    base: string,
    private readonly _options: HttpOptions,
  ) {
    this.base = apiAddress(base);
  }

  /** Whether the server can know who is looking: by the cookie of this site, or by a token. */
  get knowsPerson(): boolean {
    const { credentials = 'same-origin', getToken } = this._options;
    if (getToken || credentials === 'include') return true;
    return credentials === 'same-origin' && this.base.origin === location.origin;
  }

  url(path: string, query: Query = {}): string {
    return readAddress(this.base, path, query);
  }

  read(url: string, { signal, personal = false }: Call = {}): Promise<unknown> {
    return this._reads.read(`${String(personal)} ${url}`, signal, shared => this._tryOften(url, { signal: shared, personal }));
  }

  async write(url: string, body: unknown, idempotencyKey: string, { signal, personal = true }: Call = {}): Promise<unknown> {
    return this.post(url, body, { signal, personal }, { 'Idempotency-Key': idempotencyKey });
  }

  /** Asks once, with a body: to write, or to read what does not fit into an address. */
  async post(url: string, body: unknown, call: Call, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json', ...more };
    return this._try(url, { method: 'POST', body: JSON.stringify(body), headers }, call);
  }

  /** How a request that is made in another way than by `fetch` says who asks. */
  async identity(signal: AbortSignal | undefined): Promise<{ token: string | undefined; withCredentials: boolean }> {
    const { credentials, getToken } = this._options;
    const token = getToken && (await untilAborted(Promise.resolve(getToken()), signal));
    return { token, withCredentials: credentials === 'include' };
  }

  private async _tryOften(url: string, call: Call): Promise<unknown> {
    const { attempts = 3, backoff = 400 } = this._options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this._try(url, {}, call);
      } catch (error) {
        if (isAbort(error) || attempt >= attempts) throw error;
        const pause = pauseBefore(asBackendError(error), backoff * 2 ** (attempt - 1));
        if (pause === undefined) throw error;
        await rest(pause, call.signal);
      }
    }
  }

  private async _try(url: string, init: RequestInit, { signal, personal = false }: Call): Promise<unknown> {
    const { timeout = 10_000, credentials = 'same-origin', getToken, fetch: ask = fetch } = this._options;
    const limit = AbortSignal.timeout(timeout);
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    let response: Response;
    let text: string;
    try {
      signal?.throwIfAborted();
      const token = personal && getToken ? await untilAborted(Promise.resolve(getToken()), either) : undefined;
      // An anonymous read has no header of ours: with none, a request across origins needs no preflight.
      const headers = {
        ...(init.headers as Record<string, string>),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      };
      const early = personal ? undefined : takeEarlyRead(url);
      const everybody = isPreloaded(url) ? 'same-origin' : 'omit';
      const begin = (): Promise<Response> =>
        ask(url, { ...init, headers, credentials: personal ? credentials : everybody, signal: either });
      response = await (early ? untilAborted(early, either) : begin());
      if (!response.ok) throw await problemOf(response);
      text = await untilAborted(response.text(), either);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof BackendError) throw error;
      if (limit.aborted) throw new BackendError('timeout', `${url}: no answer in ${String(timeout)} ms`, { cause: error });
      throw new BackendError(navigator.onLine ? 'unavailable' : 'offline', url, { cause: error });
    }
    // A portal in front of the server sends whoever's session has ended to its login page instead of saying 401.
    if (personal && response.redirected && response.headers.get('Content-Type')?.startsWith('text/html')) {
      throw new BackendError('unauthenticated', `${url}: sent on to ${response.url}`);
    }
    try {
      return text === '' ? undefined : JSON.parse(text);
    } catch (error) {
      throw new BackendError('malformed', `${url}: not JSON`, { cause: error, fields: [{ path: '(root)' }] });
    }
  }
}

/** How long to wait before the next attempt, in milliseconds; nothing when it makes no sense. */
function pauseBefore({ reason, retryAt }: BackendError, backoff: number): number | undefined {
  if (!['unavailable', 'timeout', 'rate-limited'].includes(reason)) return undefined;
  const pause = retryAt ? retryAt.getTime() - Date.now() : backoff * (1 - Math.random() / 2);
  return pause > LONGEST_PAUSE ? undefined : Math.max(0, pause);
}

function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
