import type { Backend, CityPages } from '../../backend/backend.js';
import type { PlanDocument } from '../../model/document.js';
import { observationsStatus } from '../../model/observation-terms.js';
import { quoteFragment, type TextQuote } from '../../model/text-quote.js';
import { PorticoObserveEvent, PorticoShowObservationsEvent } from './document.events.js';
import type { Observing } from './views/view.js';

/** What the widget can do with observations on this page. It knows no other widget: only whether one is there to hear it. */
export interface ObservingMeans {
  readonly widget: HTMLElement;
  readonly document: PlanDocument;
  readonly backend: Backend | undefined;
  /** Whether the page itself takes observations. */
  readonly byPage: boolean;
  readonly locale: string;
}

/** Where observations on a passage are made and shown. What cannot be done here is left out. */
export function observing({ widget, document: shown, backend, byPage, locale }: ObservingMeans): Observing {
  const { pages } = backend ?? {};
  const { process, id, version } = shown;
  const address = (name: string, query: Parameters<CityPages['pageUrl']>[1]): string | undefined =>
    pages?.pageUrl({ widget: name, subject: process.id }, { ...query, lang: locale });
  const onPage = (name: string): boolean => document.querySelector(`portico-${name}`) !== null;
  const taken =
    backend?.observations?.can.submit === true &&
    version.status.value === 'open' &&
    observationsStatus(process, undefined, shown.asOf ?? new Date().toISOString()) === 'open';
  const offered = byPage || (taken && (pages !== undefined || onPage('observation-form')));
  const observe = (passage: string, quote?: TextQuote): void => {
    const place = { document: id, version: version.number, passage };
    if (!widget.dispatchEvent(new PorticoObserveEvent({ ...place, ...(quote && { quote }) }))) return;
    const form = address('observation-form', place);
    if (form !== undefined) location.assign(quote ? `${form}#${quoteFragment(quote)}` : form);
  };
  return {
    observe: offered ? observe : undefined,
    listAddress: passage => (backend?.observations ? address('observation-list', { document: id, passage }) : undefined),
    listIsHere: onPage('observation-list'),
    // The page can show them itself; then the link is not followed.
    show: passage => !widget.dispatchEvent(new PorticoShowObservationsEvent(id, passage)),
    followAddress: reference => (backend?.observations ? address('follow', { reference }) : undefined),
  };
}
