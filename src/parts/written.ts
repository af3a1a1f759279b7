import { css, html, type TemplateResult } from 'lit';
import type { Text } from '../model/text.js';
import { language } from './spoken.js';

/** What a person wrote, always as text: markup in it is shown as it was written and never runs. Its own letters say its direction. */
export function written({ text, lang }: Text, locale: string): TemplateResult {
  return html`<p class="written" lang=${language(lang, locale).lang} dir="auto">${text}</p>`;
}

export const writtenStyles = css`
  .written {
    max-inline-size: var(--_measure);
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: start;
    overflow-wrap: anywhere;
  }
`;
