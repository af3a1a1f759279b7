import { ContextRoot, createContext } from '@lit/context';
import type { Backend } from './backend.js';

/** Symbol.for and the major version: two bundles of one major share a provider, two majors never meet. */
export const backendContext = createContext<Backend | undefined>(Symbol.for('portico:backend@1'));

const attached = Symbol.for('portico:context-root@1');

/**
 * Lets a provider that comes after its widgets reach them. It must run before the first element is defined, which is why `define()`
 * calls it; calling it again does nothing.
 */
export function attachContextRoot(): void {
  const root = document.documentElement as HTMLElement & { [attached]?: true };
  if (root[attached]) return;
  root[attached] = true;
  new ContextRoot().attach(root);
}
