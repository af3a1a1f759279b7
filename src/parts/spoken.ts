import { html, nothing, type TemplateResult } from 'lit';
import { baseLanguage, directionOf } from '../i18n/language.js';

/** Whether a text is in another language than the words around it. */
export function isForeign(lang: string | undefined, locale: string): lang is string {
  return lang !== undefined && baseLanguage(lang) !== baseLanguage(locale);
}

/** A short text, marked with its language and direction where they differ, so that it is pronounced and laid out rightly. */
export function spoken(text: { text: string; lang?: string | undefined }, locale: string): TemplateResult | string {
  if (!isForeign(text.lang, locale)) return text.text;
  return html`<span lang=${text.lang} dir=${directionOf(text.lang)}>${text.text}</span>`;
}

/** Values for the `lang` and `dir` of a block that holds a longer text. */
export function language(lang: string, locale: string): { lang: string | typeof nothing; dir: string | typeof nothing } {
  return isForeign(lang, locale) ? { lang, dir: directionOf(lang) } : { lang: nothing, dir: nothing };
}
