import { widgets } from '../embed/widgets.js';
import { apiAddress } from './addresses.js';
import { element } from './content.js';
import { moduleTag, styleTags } from './head.js';
import { headMarkup, startTag, type HeadTag } from './markup.js';
import type { SnippetOptions } from './options.js';

/** What the widget will read first, letter by letter as it asks for it: a browser uses what it fetched ahead only for that very address. */
function firstRead(options: SnippetOptions): string {
  const { widget, subject, lang, attributes = {} } = options;
  const url = new URL(`${widgets[widget]?.read ?? ''}/${encodeURIComponent(subject)}`, apiAddress(options));
  if (attributes['version'] !== undefined) url.searchParams.set('version', attributes['version']);
  url.searchParams.set('locale', lang);
  return url.href;
}

/** A page of its own for one widget: no loader, the data and the code are fetched at the same time. */
export function oneFile(chosen: SnippetOptions): { head: string; content: string } {
  // There is no loader whose script tag could say the look.
  const options: SnippetOptions = chosen.lookVia === 'script' ? { ...chosen, lookVia: 'link' } : chosen;
  const data: HeadTag = {
    name: 'link',
    attributes: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href: firstRead(options) },
  };
  const head = headMarkup([...styleTags(options), data, moduleTag(options, `${options.widget}.js`)]);
  const content = `${startTag('portico-backend', { http: apiAddress(options) })}${element(options)}</portico-backend>`;
  return { head, content };
}
