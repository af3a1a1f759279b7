import type { Backend } from '../backend.js';
import { apiAddress } from './address.js';
import { http } from './http.js';

const backends = new Map<string, Backend>();

/**
 * The backend of an address with the usual options: one for all who name it, however often a page does, so that ten widgets that
 * show the same make one request.
 */
export function sharedHttp(base: string): Backend {
  const { href } = apiAddress(base);
  let backend = backends.get(href);
  if (!backend) backends.set(href, (backend = http(base)));
  return backend;
}
