import { html, type Html } from './html.js';

/** By these a site that is given the address of a page finds the answer that describes it (oEmbed 1.0, section 4). */
export function oembedLinks(address: string, title: string): Html {
  const link = (type: string, format: string): Html => {
    const query = new URLSearchParams({ url: address, format }).toString();
    return html`<link rel="alternate" type="${type}" href="${new URL(`/oembed?${query}`, address).href}" title="${title}" />`;
  };
  return html`${link('application/json+oembed', 'json')} ${link('text/xml+oembed', 'xml')}`;
}
