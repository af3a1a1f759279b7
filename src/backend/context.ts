import { ContextRoot, createContext } from '@lit/context';
import { pageWide } from '../internal/page-wide.js';
import type { Backend } from './backend.js';

/** Symbol.for and the major version: two bundles of one major share a provider, two majors never meet. */
export const backendContext = createContext<Backend | undefined>(Symbol.for('portico:backend@1'));

/**
 * Lets a provider that comes after its widgets reach them. It must run before the first element is defined, which is why `define()`
 * calls it; calling it again does nothing, and neither does a call in Node, where frameworks import the modules of a page too.
 */
export function attachContextRoot(): void {
  if (typeof document === 'undefined') return;
  pageWide('context-root', () => {
    const root = new ContextRoot();
    root.attach(document.documentElement);
    return root;
  });
}
