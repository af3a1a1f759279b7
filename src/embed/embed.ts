import { lines } from './lines.js';
import { originOf } from './settings.js';

/** One widget that a page asks for. */
export interface Embed {
  /** Its name: `pact-viewer`. */
  readonly name: string;
  /** Attributes for the element, its subject among them. Nothing else from an address or a placeholder reaches the page. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Address of the API that belongs to it; nothing when the page has a backend of another kind. */
  readonly api: string | null | undefined;
  /** Where its subject is read, below that address; nothing for a tag without a subject. */
  readonly path?: string;
  /** Height to keep free while it loads, as a CSS length; a tag needs none. */
  readonly height?: string;
}

/** Reads an attribute where it was written: in an address, a placeholder, a tag. The one at place 0 is the subject. */
type Read = (attribute: string, place: number) => string | null;

/** What may stand in an attribute: identifiers, numbers, language tags. */
const harmless = /^\w[\w.~-]{0,199}$/;

const rows = lines.map(line => line.split(' '));

export const names = rows.map(([name = '']) => name);

/**
 * A widget by its name; nothing when this release has none of that name, or its subject is missing or no identifier. Only attributes on
 * the widget's list are asked for.
 */
export function embed(name: string, api: Embed['api'], read: Read): Embed | undefined {
  const [, path = '', height = '', subject = '', ...others] = rows[names.indexOf(name)] ?? [];
  const attributes: Record<string, string> = {};
  [subject, 'lang', 'theme', ...others].forEach((attribute, place) => {
    const value = read(attribute, place);
    if (value && harmless.test(value)) attributes[attribute] = value;
  });
  const id = subject && attributes[subject];
  return id ? { name, attributes, api, path: `${path}/${id}`, height } : undefined;
}

/**
 * Reads an embed address: `<site>/embed/<widget>/<subject>`, with `lang`, `theme` and the widget's own attributes in its query. The whole
 * configuration stands in the address, since that is what every CMS lets through.
 */
export function embedOfAddress(address: string): Embed | undefined {
  if (!originOf(address)) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  const [, folder, name = '', subject = ''] = /^(.*\/)embed\/([\w-]+)\/([\w.~-]+)\/?$/.exec(pathname) ?? [];
  return embed(name, `${origin}${folder ?? ''}api/`, (attribute, place) => (place ? searchParams.get(attribute) : subject));
}
