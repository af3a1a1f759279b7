import { html, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';
import type { ContentsLine } from '../../../model/document.js';
import { spoken } from '../../../parts/spoken.js';

/** How people call a passage, and what it is about. Only for passages that have a name. */
export function passageName({ label, title }: ContentsLine, { locale }: Words): TemplateResult | string {
  if (label && title) {
    // Both in one language are one piece of it: else 'Art. 2 Definizioni' would be read from its end among words from right to left.
    if (label.lang === title.lang) return spoken({ text: `${label.text} ${title.text}`, lang: title.lang }, locale);
    return html`${spoken(label, locale)} ${spoken(title, locale)}`;
  }
  const only = label ?? title;
  return only ? spoken(only, locale) : '';
}

/** The same as mere text. @param index - Where it stands in the document, from 0: the name of what has none. */
export function passageText({ label, title }: ContentsLine, index: number, { t }: Words): string {
  return [label?.text, title?.text].filter(Boolean).join(' ') || t('document.passage-number', { number: index + 1 });
}
