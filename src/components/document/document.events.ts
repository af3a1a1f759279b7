import type { TextQuote } from '../../model/text-quote.js';

/** What somebody wants to make an observation on. */
export interface ObservedPlace {
  document: string;
  /** The version that is shown. */
  version: number;
  passage: string;
  /** Some words of the passage. */
  quote?: TextQuote;
}

/**
 * The visitor wants to make an observation on a passage, or on some of its words. Cancelable: a page that takes observations itself, or has
 * a form for them, says so by cancelling it.
 */
export class PorticoObserveEvent extends CustomEvent<ObservedPlace> {
  constructor(detail: ObservedPlace) {
    super('portico-observe', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** The visitor wants to see the observations on a passage. Cancelable: the page can show them itself, as a list of them does. */
export class PorticoShowObservationsEvent extends CustomEvent<{ document: string; passage: string }> {
  constructor(document: string, passage: string) {
    super('portico-show-observations', { detail: { document, passage }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-observe': PorticoObserveEvent;
    'portico-show-observations': PorticoShowObservationsEvent;
  }
}
