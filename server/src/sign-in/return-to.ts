/** No page of a city has a longer address. */
const longest = 2000;

/**
 * Where somebody goes after sign-in: the address that was asked for when it is on one of these sites, else the start page. It is written
 * out anew from its parts, so that nothing of it can end a header or be read in two ways.
 *
 * @param wanted - As it came in the address; anything.
 * @param own - The server's own origin, to which paths belong.
 * @param listed - Origins of other sites that may be returned to.
 */
export function returnTo(wanted: unknown, own: string, listed: readonly string[]): string {
  const start = new URL('/', own).href;
  // Browsers take a backslash for a slash and leave out line breaks and tabs.
  // eslint-disable-next-line no-control-regex -- these are what is refused
  if (typeof wanted !== 'string' || wanted.length > longest || /[\\\u0000-\u0020\u007f]/.test(wanted)) return start;
  if (!URL.canParse(wanted, own)) return start;
  const url = new URL(wanted, own);
  // The origin of a blob is that of the page that made it.
  const known = /^https?:$/.test(url.protocol) && (url.origin === own || listed.includes(url.origin));
  return known && url.username === '' && url.password === '' ? url.href : start;
}
