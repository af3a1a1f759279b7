/** The visitor asked to accept a version of a pact. Cancelable: the page can take the step over. */
export class PorticoAcceptEvent extends CustomEvent<{ pact: string; version: number }> {
  constructor(pact: string, version: number) {
    super('portico-accept', { detail: { pact, version }, bubbles: true, composed: true, cancelable: true });
  }
}

/** A version of a pact was accepted and the backend confirmed it. */
export class PorticoAcceptedEvent extends CustomEvent<{ pact: string; version: number; reference: string }> {
  constructor(pact: string, version: number, reference: string) {
    super('portico-accepted', { detail: { pact, version, reference }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-accept': PorticoAcceptEvent;
    'portico-accepted': PorticoAcceptedEvent;
  }
}
