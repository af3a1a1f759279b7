import { baseLanguage, directionOf } from '../../../src/i18n/language.js';
import { Html, html } from './html.js';

/** Whether a text is in another language than the words around it. */
const isForeign = (lang: string | undefined, locale: string): lang is string =>
  lang !== undefined && baseLanguage(lang) !== baseLanguage(locale);

/** `lang` and `dir` of an element whose text is in another language than the words around it, with a blank before them. */
export function languageOf(lang: string | undefined, locale: string): Html | undefined {
  return isForeign(lang, locale) ? html` lang="${lang}" dir="${directionOf(lang)}"` : undefined;
}

/** A short text, marked where its language differs, so that it is pronounced and laid out rightly. */
export function spoken({ text, lang }: { text: string; lang?: string | undefined }, locale: string): Html {
  const marks = languageOf(lang, locale);
  return marks ? html`<span${marks}>${text}</span>` : html`${text}`;
}

/** A heading. Below 6 there is none, so deeper ones stay at 6. */
export function heading(level: number, content: Html | string, id?: string): Html {
  const tag = `h${String(Math.min(6, Math.max(1, level)))}`;
  return new Html(`<${tag}${attributes(id === undefined ? {} : { id }).text}>${html`${content}`.text}</${tag}>`);
}

/** Attributes as they stand in a tag, each with a blank before it. The names are ours, the values whatever they are. */
export function attributes(values: Readonly<Record<string, string>>): Html {
  const written = Object.entries(values).map(([name, value]) => ` ${name}="${html`${value}`.text}"`);
  return new Html(written.join(''));
}

export const link = (href: string, content: Html | string): Html => html`<a href="${href}">${content}</a>`;
