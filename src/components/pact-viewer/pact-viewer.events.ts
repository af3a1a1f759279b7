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

/** The visitor wants to sign in. Cancelable: the page can open its own way of signing in. */
export class PorticoSignInEvent extends CustomEvent<{ returnTo: string }> {
  constructor(returnTo: string) {
    super('portico-sign-in', { detail: { returnTo }, bubbles: true, composed: true, cancelable: true });
  }
}

/** The visitor wants to take part, for which this page leads to the city's own page. Cancelable: the page can lead there in its own way. */
export class PorticoHandOverEvent extends CustomEvent<{ url: string }> {
  constructor(url: string) {
    super('portico-hand-over', { detail: { url }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-accept': PorticoAcceptEvent;
    'portico-accepted': PorticoAcceptedEvent;
    'portico-hand-over': PorticoHandOverEvent;
    'portico-sign-in': PorticoSignInEvent;
  }
}
