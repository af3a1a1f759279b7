import type { ReactiveControllerHost } from 'lit';

/** What a widget says when something happened, through its one status line. */
export class StatusController {
  message = '';
  /** Whether everybody has to see it, and not only people who cannot see what changed. */
  visible = false;

  constructor(private readonly _host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  say(message: string, visible = false): void {
    this.message = message;
    this.visible = visible;
    this._host.requestUpdate();
  }

  /**
   * Loads a part of a widget that few people need.
   *
   * @param failed - What to say when the connection is lost; the person can then try again.
   * @returns Nothing when it could not be loaded.
   */
  async load<Chunk>(load: () => Promise<Chunk>, failed: string): Promise<Chunk | undefined> {
    try {
      const chunk = await load();
      if (this.visible) this.say('');
      return chunk;
    } catch {
      this.say(failed, true);
      return undefined;
    }
  }
}
