import { html, type TemplateResult } from 'lit';
import { PorticoShowPassageEvent } from './show-passage.events.js';

/** A passage of one version of a document. */
export interface PassagePlace {
  readonly document: string;
  readonly passage: string;
  /** Left out: the current one. */
  readonly version?: number | undefined;
}

/** Knows where the city's own page of each widget is, as a backend does. */
interface CityPages {
  pageUrl(place: { widget: string; subject: string }, query: Readonly<Record<string, string | number | undefined>>): string;
}

/**
 * The address of a passage: in this page, where its document is shown here, else on the city's own page. Nothing when neither is known.
 */
export function passageAddress(place: PassagePlace, pages: CityPages | undefined): string | undefined {
  const { document: id, passage, version } = place;
  const shown = document.querySelector(`portico-document[document="${CSS.escape(id)}"]`);
  // A page whose own router lives in the fragment has no addresses of passages.
  if (shown && !/^#[/!]/.test(location.hash) && (version === undefined || !shown.hasAttribute('version')))
    return `${location.href.split('#')[0] ?? ''}#${encodeURIComponent(id)}/${encodeURIComponent(passage)}`;
  return pages?.pageUrl({ widget: 'document', subject: id }, { passage, version });
}

/**
 * A link to a passage. Before it is followed the page hears of it, and can show the passage itself.
 *
 * @param href - Its address; without one there are its words alone.
 */
export function passageLink(place: PassagePlace, href: string | undefined, content: unknown): TemplateResult {
  const { document, passage, version } = place;
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const wish = new PorticoShowPassageEvent({ document, passage, ...(version !== undefined && { version }) });
    if (!(event.currentTarget as HTMLElement).dispatchEvent(wish)) event.preventDefault();
  };
  return href === undefined
    ? html`<span>${content}</span>`
    : html`<a href=${href} data-portico="off" @click=${onClick}>${content}</a>`;
}
