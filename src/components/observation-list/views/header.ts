import { html, nothing, type TemplateResult } from 'lit';
import type { OpenDataAddresses } from '../../../backend/backend.js';
import { heading } from '../../../parts/heading.js';
import { link } from '../../../parts/link.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

/** What the list is about, and where all of it can be fetched. */
export function header({ words, terms, level }: View, data: OpenDataAddresses | undefined): TemplateResult {
  const { t, locale } = words;
  const { title, url } = terms.process;
  const name = spoken(title, locale);
  return html`
    <header part="header">
      <p class="kicker">${url === undefined ? name : link(url, name)}</p>
      ${heading(level, t('observation-list.title'), { id: 'title', focusable: true })}
      ${data ? html`<p class="open-data"><span class="muted">${t('observation-list.data')}</span> ${addresses(data)}</p>` : nothing}
    </header>
  `;

  function addresses({ json, csv, feed }: OpenDataAddresses): unknown {
    const one = (href: string | undefined, label: string): unknown =>
      href === undefined ? nothing : html`<a href=${href} download=${href === feed ? nothing : ''}>${label}</a> `;
    return [
      one(csv, t('observation-list.data.csv')),
      one(json, t('observation-list.data.whole')),
      one(feed, t('observation-list.data.feed')),
    ];
  }
}
