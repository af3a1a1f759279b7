import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { baseLanguage } from '../i18n/language.js';

/** Whether the browser can read a language aloud. Voices come late in some browsers, and never in others. */
export class VoiceController implements ReactiveController {
  constructor(private readonly _host: ReactiveControllerHost) {
    _host.addController(this);
  }

  hostConnected(): void {
    this._synthesis?.addEventListener('voiceschanged', this._onVoices);
  }

  hostDisconnected(): void {
    this._synthesis?.removeEventListener('voiceschanged', this._onVoices);
  }

  /**
   * The browser's voice for a language, or nothing. One that lives on the device goes first: others send what they read to whoever makes
   * the browser.
   */
  voiceFor(lang: string): SpeechSynthesisVoice | undefined {
    const wanted = baseLanguage(lang);
    const voices = this._synthesis?.getVoices().filter(voice => baseLanguage(voice.lang) === wanted) ?? [];
    return voices.find(({ localService }) => localService) ?? voices[0];
  }

  private get _synthesis(): SpeechSynthesis | undefined {
    return (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  }

  private readonly _onVoices = (): void => {
    this._host.requestUpdate();
  };
}
