import type { AttachOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import type { HttpClient } from './client.js';
import { problemOf } from './problem.js';

/** A file that is under way may stand still for this long, in milliseconds, before it counts as lost: on a slow line much is buffered. */
const longestSilence = 60_000;

/** Sends a file as it is, and gives what the server made of it, not yet looked at. */
export async function upload(client: HttpClient, url: string, file: File, options: AttachOptions): Promise<unknown> {
  options.signal?.throwIfAborted();
  const response = await send(await client.identity(options.signal), url, file, options);
  if (!response.ok) throw await problemOf(response);
  try {
    return (await response.json()) as unknown;
  } catch (error) {
    throw new BackendError('malformed', `${url}: not JSON`, { cause: error, fields: [{ path: '(root)' }] });
  }
}

/** By XMLHttpRequest, since `fetch` does not tell how much of a body has arrived. */
function send(
  { token, withCredentials }: Awaited<ReturnType<HttpClient['identity']>>,
  url: string,
  file: File,
  { idempotencyKey, onProgress, signal }: AttachOptions,
): Promise<Response> {
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.withCredentials = withCredentials;
  request.setRequestHeader('Content-Type', file.type === '' ? 'application/octet-stream' : file.type);
  request.setRequestHeader('Idempotency-Key', idempotencyKey);
  if (token !== undefined) request.setRequestHeader('Authorization', `Bearer ${token}`);
  return new Promise((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const fail = (failure: Error): void => {
      reject(failure);
      request.abort();
    };
    const giveUp = (): void => {
      fail(signal?.reason as Error);
    };
    const heard = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        fail(new BackendError('timeout', `${url}: nothing moved for ${String(longestSilence)} ms`));
      }, longestSilence);
    };
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      heard();
      if (total > 0) onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => {
      resolve(responseOf(request));
    });
    request.addEventListener('error', () => {
      fail(new BackendError(navigator.onLine ? 'unavailable' : 'offline', url));
    });
    request.addEventListener('loadend', () => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', giveUp);
    });
    signal?.addEventListener('abort', giveUp);
    heard();
    request.send(file);
  });
}

/** What came, in the form that everything else reads. */
function responseOf(request: XMLHttpRequest): Response {
  const later = request.getResponseHeader('Retry-After');
  // Some statuses may have no body, not even an empty one.
  const body = request.responseText === '' ? null : request.responseText;
  return new Response(body, { status: request.status, ...(later !== null && { headers: { 'Retry-After': later } }) });
}
