import { ContextProvider } from '@lit/context';
import { backendContext } from '../../backend/context.js';
import { sharedHttp } from '../../backend/http/shared.js';
import { pageWide } from '../../internal/page-wide.js';

/**
 * Gives a backend to every widget that has none around it, where a script tag of the page names one (`data-backend`). It does so once,
 * however many copies of the library are there.
 */
export function providePageBackend(): void {
  if (typeof document === 'undefined') return;
  const base = document.querySelector<HTMLScriptElement>('script[data-backend]')?.dataset['backend'];
  if (base === undefined) return;
  pageWide('page-backend', () => {
    const options = { context: backendContext, initialValue: sharedHttp(base) };
    const provider = new ContextProvider(document.documentElement, options);
    // A plain element does not connect its controllers by itself. Widgets that asked before are told now.
    provider.hostConnected();
    return provider;
  });
}
