import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { languageTagSchema } from '../../../src/model/text.js';

/**
 * The language to answer in: `locale` or `lang` of the address, else the first of `Accept-Language`, else the city's own. A tag that is
 * none is not repeated anywhere, since it could end up in a header.
 */
export function readerLocale(request: Pick<FastifyRequest, 'query' | 'headers'>, fallback: string): string {
  // A request that was refused before it was read has no query.
  const { locale, lang } = (request.query ?? {}) as Partial<Record<string, unknown>>;
  const accepted = (request.headers['accept-language'] ?? '').split(',').map(part => part.split(';')[0]?.trim());
  return [locale, lang, ...accepted].find((tag): tag is string => v.is(languageTagSchema, tag)) ?? fallback;
}
