import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.js';
import type { GlossaryEntry } from '../model/pact.js';
import type { TermInText } from './richtext.js';
import { spoken } from './spoken.js';

export interface TermOptions {
  entry: GlossaryEntry;
  open: boolean;
  words: Words;
  onToggle: () => void;
}

/** A word that explains itself in its place: the definition opens right behind it, so that nobody loses the line. */
export function term({ key, content }: TermInText, { entry, open, words, onToggle }: TermOptions): TemplateResult {
  const id = `term-${key}`;
  return html`<button
      class="term"
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? id : nothing}
      @click=${onToggle}
    >
      ${content}</button
    >${open ? html`<span class="definition" id=${id} role="note">${spoken(entry.definition, words.locale)}</span>` : nothing}`;
}
