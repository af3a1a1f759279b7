/** The visitor wants to make an observation on a passage. Cancelable: a page that takes observations itself says so by cancelling it. */
export class PorticoObserveEvent extends CustomEvent<{ document: string; passage: string }> {
  constructor(document: string, passage: string) {
    super('portico-observe', { detail: { document, passage }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-observe': PorticoObserveEvent;
  }
}
