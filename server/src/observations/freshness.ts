/**
 * How long what everybody reads of observations may be out of date, in milliseconds: other processes of the server write too. It is short,
 * since what was hidden or taken back must not stand anywhere any more.
 */
export const freshness = 5000;

/** For caches: as long, and not a moment longer. */
export const caching = `public, max-age=${String(freshness / 1000)}, must-revalidate`;
