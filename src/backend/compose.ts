import type { Backend } from './backend.js';

/**
 * One backend out of several, service by service: `compose(http(base), { hubs: geojson(url) })`. A service set to `undefined` is taken
 * away.
 */
export function compose(base: Backend, ...others: readonly Partial<Backend>[]): Backend {
  return Object.assign({}, base, ...others) as Backend;
}
