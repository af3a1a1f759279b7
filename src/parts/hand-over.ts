import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.js';

/** The link to the city's page, as its click handles it. */
export interface HandOverLink {
  /** Absent where nobody has to go elsewhere to take part. */
  readonly url: string | undefined;
  /** Whether a draft is being left. */
  readonly busy: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** The link to the city's page, in the place of the whole window: a frame in a newspaper is no place to sign in. */
export function handOverLink({ t }: Words, { url, busy, onClick }: HandOverLink & { url: string }): TemplateResult {
  // The loader would see an address of a widget, and put the widget there instead of the way to it.
  return html`<a
    class="button primary"
    data-portico="off"
    href=${url}
    target="_top"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${onClick}
    >${busy ? t('common.hand-over.busy') : t('common.hand-over.go')}</a
  >`;
}

/** The way back to the site that somebody came from. */
export function backLink({ t }: Words, back: string | undefined): TemplateResult | typeof nothing {
  if (back === undefined) return nothing;
  return html`<a class="button" href=${back}>${t('common.hand-over.back', { site: new URL(back).host })}</a>`;
}
