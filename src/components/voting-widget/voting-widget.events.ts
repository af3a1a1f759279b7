/** The visitor wants to cast a vote. It does not say which one. Cancelable: the page can stop it. */
export class PorticoCastEvent extends CustomEvent<{ ballot: string }> {
  constructor(ballot: string) {
    super('portico-cast', { detail: { ballot }, bubbles: true, composed: true, cancelable: true });
  }
}

/** A vote was cast and the backend confirmed it. It does not say which one: a page has no business to know. */
export class PorticoVotedEvent extends CustomEvent<{ ballot: string }> {
  constructor(ballot: string) {
    super('portico-voted', { detail: { ballot }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-cast': PorticoCastEvent;
    'portico-voted': PorticoVotedEvent;
  }
}
