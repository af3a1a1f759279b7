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
    'portico-hand-over': PorticoHandOverEvent;
    'portico-sign-in': PorticoSignInEvent;
  }
}
