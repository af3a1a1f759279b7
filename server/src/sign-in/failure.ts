import type { FastifyReply, FastifyRequest } from 'fastify';
import type { City } from '../city.js';
import { html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { Problem } from '../problems/problem.js';
import { signInWords } from './sign-in-words.js';

/** Why a sign-in came to nothing: stopped at the provider, too late or not from here, answered wrongly, or the provider is down. */
export type Cause = 'denied' | 'expired' | 'provider' | 'away';

interface Way {
  locale: string;
  /** Where the person wanted to return to. */
  returnTo: string;
}

/**
 * Tells a person that they are not signed in, why, and how to try again. A program gets a problem document.
 *
 * @throws Problem where no page was asked for.
 */
export function tellFailure(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings }: Pick<City, 'settings'>,
  cause: Cause,
  { locale, returnTo }: Way,
): FastifyReply {
  if (!request.headers.accept?.includes('text/html')) throw new Problem(cause === 'away' ? 'unavailable' : 'sign-in-failed');
  const t = signInWords(locale);
  const again = `/api/v1/session/sign-in?${new URLSearchParams({ return: returnTo, locale }).toString()}`;
  const body = html`<h1>${t('failed.title')}</h1>
    <p>${t(`failed.${cause}`)}</p>
    <p><a href="${again}">${t('failed.again')}</a></p>
    <p><a href="${returnTo}">${t('failed.leave')}</a></p>`;
  return reply
    .code(cause === 'away' ? 503 : 400)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', t.locale)
    .header('cache-control', 'no-store')
    .send(page({ locale: t.locale, title: t('failed.title'), cityName: settings.cityName, body }));
}
