import type { FastifyReply } from 'fastify';
import { problemWords } from '../problems/problem-words.js';
import type { Problem } from '../problems/problem.js';
import type { Settings } from '../settings/settings.js';
import { html } from './html.js';
import { page } from './page.js';
import { wordsBeside } from './page-words.js';

/** Says in the reader's language why a page or a form came to nothing, whether waiting helps, and where to go on. */
export function sendTroublePage(
  reply: FastifyReply,
  tag: string,
  problem: Problem,
  { cityName, locale }: Pick<Settings, 'cityName' | 'locale'>,
): FastifyReply {
  const t = wordsBeside(tag, locale);
  const title = problemWords(t.locale)(`${problem.problem}.title`);
  const { retryAfter } = problem;
  const body = html`<h1>${title}</h1>
    ${retryAfter !== undefined && html`<p>${t('trouble.wait', { count: Math.ceil(retryAfter) })}</p>`}
    <p>${t('trouble.back')}</p>
    <p><a href="/problems/${problem.problem}?lang=${t.locale}">${t('trouble.more')}</a></p>
    <p><a href="/?lang=${t.locale}">${t('home')}</a></p>`;
  return reply
    .code(problem.status)
    .type('text/html; charset=utf-8')
    .header('content-language', t.locale)
    .header('cache-control', 'no-store')
    .send(page({ locale: t.locale, title, cityName, body }));
}
