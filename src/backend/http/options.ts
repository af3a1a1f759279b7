/** How the http backend behaves. Times are in milliseconds. */
export interface HttpOptions {
  /** The services that the server has. Left out: all of them. */
  services?: readonly ('session' | 'processes' | 'pacts' | 'documents' | 'observations' | 'ballots')[];
  /** Language of the city. */
  locale?: string;
  /**
   * Where the city's own page of each widget is: `embed/<widget>/<id>` below this address. Left out: beside the API, where its address ends
   * in `/api/`. A page that is not the city's leads there whoever wants to take part.
   */
  pages?: string;
  /** How long one attempt may take; default 10 000. */
  timeout?: number;
  /** How often a read is tried in all; default 3. A write is tried once, and again only when the person asks. */
  attempts?: number;
  /** The first pause between two attempts; each next one doubles, and chance takes up to half of it away. Default 400. */
  backoff?: number;
  /**
   * Whether the browser's cookie goes along with what concerns a person: `same-origin` (default) on the city's own site, `include` where
   * the API has another host of the same site, `omit` on a page that is not the city's. What everybody may read never carries it.
   */
  credentials?: RequestCredentials;
  /** A token of the page's own, asked before each call that concerns a person. */
  getToken?: () => string | undefined | Promise<string | undefined>;
  /** Another `fetch`, for pages that wrap theirs. */
  fetch?: typeof fetch;
}
