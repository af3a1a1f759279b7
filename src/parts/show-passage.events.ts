/** The visitor wants to read a passage of a document. Cancelable: the page can show it in its own way. */
export class PorticoShowPassageEvent extends CustomEvent<{ document: string; passage: string; version?: number }> {
  constructor(detail: { document: string; passage: string; version?: number }) {
    super('portico-show-passage', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-show-passage': PorticoShowPassageEvent;
  }
}
