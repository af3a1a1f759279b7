import { originOf } from './settings.js';
import { widgets, type EmbeddedWidget } from './widgets.js';

/** One widget that a page asks for. */
export interface Embed {
  /** Its name: `pact-viewer`. */
  readonly name: string;
  /** Attributes for the element, its subject among them. Nothing else from an address or a placeholder reaches the page. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Address of the API that belongs to it; nothing when the page has a backend of another kind. */
  readonly api: string | null | undefined;
}

type Read = (attribute: string) => string | null;

/** What may stand in an attribute: identifiers, numbers, language tags. */
const harmless = /^\w[\w.~-]{0,199}$/;

export const names = Object.keys(widgets);

/** What is known of a widget, by its name. */
export const widgetOf = (name: string): EmbeddedWidget | undefined => (names.includes(name) ? widgets[name] : undefined);

/**
 * A widget by its name; nothing when this release has none of that name, or its subject is missing or no identifier.
 *
 * @param read - Reads an attribute where it was written: in an address, a placeholder, a tag.
 */
export function embed(name: string, api: Embed['api'], read: Read): Embed | undefined {
  const widget = widgetOf(name);
  if (!widget) return undefined;
  const attributes: Record<string, string> = {};
  for (const attribute of [widget.subject, 'lang', 'theme', ...widget.attributes]) {
    const value = read(attribute);
    if (value && harmless.test(value)) attributes[attribute] = value;
  }
  return attributes[widget.subject] ? { name, attributes, api } : undefined;
}

/**
 * Reads an embed address: `<site>/embed/<widget>/<subject>`, with `lang`, `theme` and the widget's own attributes in its query. The whole
 * configuration stands in the address, since that is what every CMS lets through.
 */
export function embedOfAddress(address: string): Embed | undefined {
  const origin = originOf(address);
  const [, site, name = '', subject = ''] = /^([^?#]*\/)embed\/([\w-]+)\/(\w[\w.~-]*)\/?([?#]|$)/.exec(address) ?? [];
  if (!origin || !site?.startsWith(`${origin}/`)) return undefined;
  const { searchParams } = new URL(address);
  return embed(name, `${site}api/`, attribute => (attribute === widgetOf(name)?.subject ? subject : searchParams.get(attribute)));
}
