import type { SnippetOptions } from './options.js';

/** An address of a folder, with a slash at its end. */
export const folder = (address: string): string => (address.endsWith('/') ? address : `${address}/`);

/** The folder of one release, or of the newest one of its major version. */
export function releaseAddress({ site, version, pinned }: SnippetOptions): string {
  return `${folder(new URL(site).href)}${pinned ? version : (version.split('.')[0] ?? version)}/`;
}

const platformAddress = ({ site, platform }: SnippetOptions): string => folder(new URL(platform ?? new URL('/', site)).href);

export const apiAddress = (options: SnippetOptions): string =>
  folder(new URL(options.backend ?? new URL('api/', platformAddress(options))).href);

/** Where placeholders and elements ask when nobody says where: the loader takes the root of its own host. */
export const usualApi = ({ site }: SnippetOptions): string => new URL('/api/', site).href;

/** Attributes of the widget besides its subject, as a link or an element carries them. */
export function widgetAttributes({ lang, look, lookVia, attributes }: SnippetOptions): Record<string, string> {
  return { lang, ...(look !== undefined && lookVia === 'link' && { theme: look }), ...attributes };
}

/** `<site>/embed/<widget>/<subject>` with all that the widget has to know, since an address is what every CMS lets through. */
export function embedAddress(options: SnippetOptions): string {
  const url = new URL(`embed/${options.widget}/${encodeURIComponent(options.subject)}`, platformAddress(options));
  for (const [name, value] of Object.entries(widgetAttributes(options))) url.searchParams.set(name, value);
  return url.href;
}

/** Origins of links that the loader would not trust by itself. */
export function foreignOrigins(options: SnippetOptions): string[] {
  const own = new URL(options.site).origin;
  const wanted = [new URL(platformAddress(options)).origin, ...(options.origins ?? []).map(address => new URL(address).origin)];
  return [...new Set(wanted)].filter(origin => origin !== own);
}
