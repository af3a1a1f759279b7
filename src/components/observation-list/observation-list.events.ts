/** What an event about one observation says of it. */
interface About {
  process: string;
  reference: string;
}

/** The visitor wants to edit an observation of their own. Cancelable: the page can open its own form. */
export class PorticoEditObservationEvent extends CustomEvent<About> {
  constructor(process: string, reference: string) {
    super('portico-edit-observation', { detail: { process, reference }, bubbles: true, composed: true, cancelable: true });
  }
}

/** An observation was edited and the backend confirmed it. */
export class PorticoObservationEditedEvent extends CustomEvent<About> {
  constructor(process: string, reference: string) {
    super('portico-observation-edited', { detail: { process, reference }, bubbles: true, composed: true });
  }
}

/** An observation was withdrawn and the backend confirmed it. */
export class PorticoObservationWithdrawnEvent extends CustomEvent<About> {
  constructor(process: string, reference: string) {
    super('portico-observation-withdrawn', { detail: { process, reference }, bubbles: true, composed: true });
  }
}

/** Somebody said something on an observation and the backend confirmed it. */
export class PorticoCommentedEvent extends CustomEvent<About & { comment: string }> {
  constructor(process: string, reference: string, comment: string) {
    super('portico-commented', { detail: { process, reference, comment }, bubbles: true, composed: true });
  }
}

/** The visitor supports an observation, or no longer does, and the backend confirmed it. */
export class PorticoLikedEvent extends CustomEvent<About & { liked: boolean }> {
  constructor(process: string, reference: string, liked: boolean) {
    super('portico-liked', { detail: { process, reference, liked }, bubbles: true, composed: true });
  }
}

/** The visitor reported a contribution and the backend confirmed it. */
export class PorticoReportedEvent extends CustomEvent<About & { comment?: string }> {
  constructor(process: string, reference: string, comment?: string) {
    const detail = { process, reference, ...(comment !== undefined && { comment }) };
    super('portico-reported', { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-edit-observation': PorticoEditObservationEvent;
    'portico-observation-edited': PorticoObservationEditedEvent;
    'portico-observation-withdrawn': PorticoObservationWithdrawnEvent;
    'portico-commented': PorticoCommentedEvent;
    'portico-liked': PorticoLikedEvent;
    'portico-reported': PorticoReportedEvent;
  }
}
