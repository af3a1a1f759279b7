import { widgets } from '../embed/widgets.js';
import { embedAddress, widgetAttributes } from './addresses.js';
import { htmlText } from './escape.js';
import { defaultText, oneLine } from './link-text.js';
import { startTag, type Attributes } from './markup.js';
import type { SnippetOptions } from './options.js';

/** The words of the link: the person's own, else those of the widget. */
export function linkText({ text, widget, lang }: SnippetOptions): string {
  return oneLine(text ?? '') || (defaultText(widget, lang) ?? widget);
}

/** The link as it stands in a page. It works without a widget too, so its words say the language that they are in. */
function anchor(options: SnippetOptions, attributes: Attributes = {}): string {
  return `${startTag('a', { ...attributes, href: embedAddress(options) })}${htmlText(linkText(options))}</a>`;
}

/** A link, alone in its paragraph: there the loader knows it by its address, also where an editor took the class away. */
export const linkParagraph = (options: SnippetOptions): string =>
  `<p>${anchor(options, { class: 'portico-embed', lang: options.lang })}</p>`;

const subjectOf = ({ widget, subject }: SnippetOptions): Attributes => ({ [widgets[widget]?.subject ?? 'id']: subject });

/** A `div` that says in its attributes what it becomes, around the same link. */
export function placeholder(options: SnippetOptions, fallback = anchor(options, { lang: options.lang })): string {
  const said = Object.entries({ ...subjectOf(options), ...widgetAttributes(options) });
  const data = Object.fromEntries(said.map(([name, value]) => [`data-${name}`, value]));
  return `${startTag('div', { 'data-portico': options.widget, ...data })}${fallback}</div>`;
}

/**
 * The element itself. On one line and with nothing but a link inside, since editors that make paragraphs would close the element before
 * a block, and never as `<… />`, which would swallow the rest of the page.
 */
export function element(options: SnippetOptions): string {
  const name = `portico-${options.widget}`;
  return `${startTag(name, { ...subjectOf(options), ...widgetAttributes(options) })}${anchor(options)}</${name}>`;
}
