/**
 * Says within one process of the server that what everybody reads of observations has changed, so that whoever wrote sees it in the next
 * answer. Other processes find out by themselves, a few seconds later.
 */
export class ObservationNews {
  private readonly _listeners = new Set<() => void>();

  onChange(listener: () => void): void {
    this._listeners.add(listener);
  }

  changed(): void {
    for (const listener of this._listeners) listener();
  }
}
