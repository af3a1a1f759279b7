import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StatusController } from '../../controllers/status.js';
import type { VoiceController } from '../../controllers/voice.js';
import type { Words } from '../../i18n/words.js';
import type { Pact } from '../../model/pact.js';

/** Reading the pact aloud, started and stopped by the person; it stops when the viewer leaves the page. */
export class Listening implements ReactiveController {
  private _stop: (() => void) | undefined;

  constructor(
    private readonly _host: ReactiveControllerHost,
    private readonly _voice: VoiceController,
    private readonly _status: StatusController,
  ) {
    _host.addController(this);
  }

  get active(): boolean {
    return this._stop !== undefined;
  }

  hostDisconnected(): void {
    this._end();
  }

  /** @param whole - The full text too. */
  async toggle(pact: Pact, whole: boolean, { t }: Words): Promise<void> {
    if (this._stop) {
      this._end();
      return;
    }
    const chunk = await this._status.load(() => import('./reading-aloud.js'), t('common.chunk-failed'));
    if (!chunk) return;
    this._stop = chunk.readAloud(
      chunk.linesOf(pact, whole),
      lang => this._voice.voiceFor(lang),
      () => {
        this._stop = undefined;
        this._status.say(t('pact-viewer.listen-ended'));
      },
    );
    this._host.requestUpdate();
  }

  private _end(): void {
    this._stop?.();
    this._stop = undefined;
    this._host.requestUpdate();
  }
}
