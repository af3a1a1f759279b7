import * as v from 'valibot';

/** Whether an address may stand in a link: web, mail, telephone or a relative one. `javascript:` and `data:` may not. */
export function isSafeHref(href: string): boolean {
  // Control characters and blanks are dropped by browsers before they read the scheme (WHATWG URL, section 4.4).
  // eslint-disable-next-line no-control-regex -- those are the very characters to take out
  const bare = href.replace(/[\u0000-\u0020]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  return scheme === undefined || ['http:', 'https:', 'mailto:', 'tel:'].includes(scheme);
}

/** An address that a person can follow. */
export const hrefSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(2048), v.check(isSafeHref));
