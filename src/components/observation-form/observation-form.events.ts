/** The visitor wants to send an observation. Cancelable: the page can take the step over. */
export class PorticoSubmitEvent extends CustomEvent<{ process: string; document?: string; passage?: string }> {
  constructor(detail: { process: string; document?: string; passage?: string }) {
    super('portico-submit', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** An observation was sent and the backend confirmed it. */
export class PorticoSubmittedEvent extends CustomEvent<{ process: string; reference: string }> {
  constructor(process: string, reference: string) {
    super('portico-submitted', { detail: { process, reference }, bubbles: true, composed: true });
  }
}

/** The visitor wants to see what becomes of an observation. Cancelable: the page can show it in its own way. */
export class PorticoFollowEvent extends CustomEvent<{ process: string; reference: string }> {
  constructor(process: string, reference: string) {
    super('portico-follow', { detail: { process, reference }, bubbles: true, composed: true, cancelable: true });
  }
}

/** The visitor supports somebody's observation instead of sending their own, and the backend confirmed it. */
export class PorticoSupportedEvent extends CustomEvent<{ process: string; reference: string }> {
  constructor(process: string, reference: string) {
    super('portico-supported', { detail: { process, reference }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-submit': PorticoSubmitEvent;
    'portico-submitted': PorticoSubmittedEvent;
    'portico-follow': PorticoFollowEvent;
    'portico-supported': PorticoSupportedEvent;
  }
}
