import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';

export interface ToolsView {
  readonly words: Words;
  /** Whether the browser has a voice for the language of the text. */
  readonly voice: boolean;
  readonly reading: boolean;
  readonly onPrint: () => void;
  readonly onListen: () => void;
}

/** Other ways to read: on paper, and by ear where the browser can. */
export function tools({ words: { t }, voice, reading, onPrint, onListen }: ToolsView): TemplateResult {
  return html`
    <p class="tools">
      ${
        voice
          ? html`<button class="button quiet" id="listen" type="button" @click=${onListen}>
              ${reading ? t('pact-viewer.listen-stop') : t('pact-viewer.listen')}
            </button>`
          : nothing
      }
      <button class="button quiet" type="button" @click=${onPrint}>${t('common.print')}</button>
    </p>
  `;
}
