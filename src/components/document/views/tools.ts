import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';

export interface ToolsView {
  readonly words: Words;
  /** How many passages are here, of how many. */
  readonly here: number;
  readonly total: number;
  /** Whether all of it is on its way. */
  readonly busy: boolean;
  /** Reads all of it; nothing where there is no backend to read it from, or it is so short that it comes by itself. */
  readonly onAll: (() => void) | undefined;
  readonly onPrint: () => void;
}

/** Other ways to read: on paper, and all of it at once for whoever searches in the page. */
export function tools({ words: { t, formats }, here, total, busy, onAll, onPrint }: ToolsView): TemplateResult {
  return html`
    <div class="tools">
      <button class="button quiet" id="print" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onPrint}>
        ${t('common.print')}
      </button>
      ${
        here < total && onAll
          ? html`<button
                class="button quiet"
                id="load-all"
                type="button"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${onAll}
              >
                ${t('document.load-all')}
              </button>
              <span class="muted"
                >${t('document.loaded-parts', { here: formats.number(here), total: formats.number(total) })}</span
              >`
          : nothing
      }
    </div>
  `;
}
