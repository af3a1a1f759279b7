import { htmlValue } from './escape.js';

export type Attributes = Readonly<Record<string, string>>;

/** A tag for the head of a page. Each CMS has its own way to put it there. */
export interface HeadTag {
  readonly name: 'link' | 'script';
  readonly attributes: Attributes;
}

export function startTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${htmlValue(value)}"`);
  return `<${name}${written.join('')}>`;
}

export const headTag = ({ name, attributes }: HeadTag): string =>
  name === 'script' ? `${startTag(name, attributes)}</script>` : startTag(name, attributes);

/** Tags of a head, one to a line, behind an indentation where other code stands around them. */
export const headMarkup = (tags: readonly HeadTag[], indentation = ''): string =>
  tags.map(tag => indentation + headTag(tag)).join('\n');
