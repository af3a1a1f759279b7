/** The server's clock as it goes on in the page. The device's own may be wrong by years; only its ticking is used. */
export class ServerClock {
  private _server: number | undefined;
  private _read = 0;

  /** @param instant - The server's clock when it answered; nothing when it did not say. */
  set(instant: string | undefined): void {
    this._server = instant === undefined ? undefined : Date.parse(instant);
    this._read = performance.now();
  }

  /** What the server's clock says now; nothing when it never said. */
  now(): Date | undefined {
    return this._server === undefined ? undefined : new Date(this._server + performance.now() - this._read);
  }
}
