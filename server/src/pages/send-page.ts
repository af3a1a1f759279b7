import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import type { Settings } from '../settings/settings.js';
import { sendMissingPage } from './missing-page.js';
import { pageLocale } from './page-locale.js';

/** Takes a page from what is kept, or makes it. What is not there becomes a page that says so. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    answers,
    settings,
    key,
    caching,
  }: {
    answers: KeptAnswers;
    settings: Pick<Settings, 'cityName' | 'locale'>;
    key: string;
    /** Value of `Cache-Control`. Left out: a minute. */
    caching?: string;
  },
  make: () => Promise<string>,
): Promise<FastifyReply> {
  try {
    return await answers.send(request, reply, `page ${key}`, make, {
      type: 'text/html; charset=utf-8',
      vary: ['Accept-Language'],
      ...(caching !== undefined && { caching }),
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.problem !== 'not-found') throw error;
    return sendMissingPage(reply, pageLocale(request, settings.locale), settings);
  }
}
