import { closestAcross } from './closest-across.js';

/** The language that an element is in: its own `lang`, else that of the nearest ancestor that has one (HTML, section 3.2.6.2). */
export const nearestLang = (element: Element): string | undefined =>
  closestAcross(element, '[lang]:not([lang=""])')?.getAttribute('lang') ?? undefined;

interface Watch {
  readonly listeners: Set<() => void>;
  readonly observer: MutationObserver;
}

/** One observer for each document and shadow root, however many widgets are in it. */
const watches = new WeakMap<Node, Watch>();

function watchRoot(root: Node, listener: () => void): () => void {
  let watch = watches.get(root);
  if (!watch) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const each of listeners) each();
    });
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    watches.set(root, (watch = { listeners, observer }));
  }
  const { listeners, observer } = watch;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer.disconnect();
    watches.delete(root);
  };
}

/** Calls back when a `lang` attribute changes anywhere that an element could take its language from. Returns a function that ends it. */
export function watchLang(element: Element, onChange: () => void): () => void {
  const ends: (() => void)[] = [];
  for (let root: Node = element.getRootNode(); ; root = root.host.getRootNode()) {
    ends.push(watchRoot(root, onChange));
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => {
    for (const end of ends) end();
  };
}
