import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { baseLanguage } from '../../../src/i18n/language.js';
import { languageTagSchema } from '../../../src/model/text.js';

/** Languages that the server's own words are in, as they call themselves. */
export const languages = { it: 'Italiano', en: 'English', ar: 'العربية' } as const;

const isSpoken = (language: string): boolean => Object.hasOwn(languages, language);

/**
 * The language of a page: `lang` of the address as it is, since the city's texts may be in more languages than our words; else the first
 * of the reader's own that we speak; else the city's.
 */
export function pageLocale({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>, fallback: string): string {
  const { lang } = query as { lang?: unknown };
  if (typeof lang === 'string' && lang.length <= 35 && v.is(languageTagSchema, lang)) return lang;
  const accepted = (headers['accept-language'] ?? '').split(',').map(part => part.split(';')[0]?.trim() ?? '');
  return accepted.map(baseLanguage).find(isSpoken) ?? fallback;
}

/** The language of our own words beside texts in a language that we may not speak: that one, else the city's. */
export const ourLanguage = (tag: string, fallback: string): string => (isSpoken(baseLanguage(tag)) ? tag : fallback);
