import { html, type Html } from '../pages/html.js';

/** One piece of news. */
export interface FeedEntry {
  /** Stays the same for the same news. */
  readonly id: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly url: string;
  readonly updated: Date;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly author: string;
  /** Its own address. */
  readonly url: string;
  /** When nothing is in it: since when. */
  readonly since: Date;
  readonly entries: readonly FeedEntry[];
}

/** A feed as Atom (RFC 4287). */
export function atom({ id, title, locale, author, url, since, entries }: Feed): string {
  const newest = entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), entries[0]?.updated ?? since);
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
    <id>${id}</id>
    <title>${title}</title>
    <updated>${newest.toISOString()}</updated>
    <author><name>${author}</name></author>
    <link rel="self" type="application/atom+xml" href="${url}" />
    ${entries.map(entry)}
  </feed> `;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}`;
}

const entry = ({ id, title, summary, url, updated }: FeedEntry): Html =>
  html`<entry>
    <id>${id}</id>
    <title>${title}</title>
    <updated>${updated.toISOString()}</updated>
    <link rel="alternate" href="${url}" />
    ${summary !== undefined && html`<summary>${summary}</summary>`}
  </entry>`;
