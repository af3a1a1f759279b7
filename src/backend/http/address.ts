/** The address of an API as a folder, so that paths below it resolve: absolute, or relative to the page. */
export function apiAddress(base: string): URL {
  return new URL(base.endsWith('/') ? base : `${base}/`, document.baseURI);
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/** The address of a read. Whoever asks for the same gets the same address, letter by letter: caches and early requests depend on it. */
export function readAddress(base: URL, path: string, query: Query = {}): string {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}
