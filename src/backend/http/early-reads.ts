import { pageWide } from '../../internal/page-wide.js';

/**
 * A read that was begun before the code of the backend was there. Whoever begins it (a loader) and whoever needs it (a backend) are two
 * bundles and may be of two releases. Each is used once.
 */
interface EarlyRead {
  readonly response: Promise<Response>;
  /** When it was begun, by `performance.now()`. */
  readonly begun: number;
}

/** An answer that nobody fetched for this long is old news, in milliseconds. */
const longest = 20_000;

const held = (): Map<string, EarlyRead> => pageWide('early-reads', () => new Map<string, EarlyRead>());

/** Asks for what everybody may read, as the http backend would, so that its answer and its code come together. */
export function readEarly(url: string): void {
  if (held().has(url)) return;
  const response = fetch(url, { credentials: isPreloaded(url) ? 'same-origin' : 'omit' });
  // Whoever takes it deals with a failure; one that nobody takes is nobody's business.
  response.catch(() => undefined);
  held().set(url, { response, begun: performance.now() });
}

/** The answer that is on its way, or nothing. */
export function takeEarlyRead(url: string): Promise<Response> | undefined {
  const read = held().get(url);
  held().delete(url);
  return read && performance.now() - read.begun < longest ? read.response : undefined;
}

/**
 * Whether the head of the page preloads this address. An answer that was asked for by `<link rel="preload" as="fetch" crossorigin>` is
 * used only by a request with the same credentials mode as the link's, which is `same-origin`.
 */
export const isPreloaded = (url: string): boolean =>
  Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel$=preload]')).some(({ href }) => href === url);
