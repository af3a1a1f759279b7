import type { FastifyReply } from 'fastify';
import type { Settings } from '../settings/settings.js';
import { html } from './html.js';
import { page } from './page.js';
import { wordsBeside } from './page-words.js';

/** Says in the reader's language that there is no such page, and where to go on. */
export function sendMissingPage(
  reply: FastifyReply,
  tag: string,
  { cityName, locale }: Pick<Settings, 'cityName' | 'locale'>,
): FastifyReply {
  const t = wordsBeside(tag, locale);
  const body = html`<h1>${t('missing.title')}</h1>
    <p>${t('missing.text')}</p>
    <p><a href="/?lang=${t.locale}">${t('home')}</a></p>`;
  return reply
    .code(404)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page({ locale: t.locale, title: t('missing.title'), cityName, body }));
}
