import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import * as v from 'valibot';
import type { City } from '../city.js';
import { readerLocale } from '../http/reader-locale.js';
import { markBrowser, readBrowserCookie } from './browser-cookie.js';
import { Departures, type SignIn } from './departures.js';
import { tellFailure, type Cause } from './failure.js';
import { Nicknames } from './nicknames.js';
import { OpenIdProvider, ProviderAway } from './openid.js';
import { recognise } from './recognise.js';
import { returnTo } from './return-to.js';
import { readSessionCookie, setSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

const departureQuery = v.object({
  /** Where to go afterwards. An address of no known site leads to the start page. */
  return: v.optional(v.string()),
  locale: v.optional(v.string()),
});

/** The provider's answer; what else it holds is for the provider's own protocol. */
const arrivalQuery = v.looseObject({ state: v.optional(v.string()) });

/** The way to the provider and back. Both ends are pages that a person's browser opens. */
export function signInRoutes(app: FastifyInstance, city: City): void {
  const { settings, database, keys, now, log } = city;
  const provider = new OpenIdProvider(settings);
  const departures = new Departures(database.db, keys);
  const nicknames = new Nicknames(database.db, keys, settings.cityName);
  const sessions = new Sessions(database.db, keys, settings.sessionMinutes * 60_000);
  const start = returnTo('/', settings.url.origin, settings.sites);

  app.get<{ Querystring: v.InferOutput<typeof departureQuery> }>(
    '/api/v1/session/sign-in',
    {
      config: { rate: 'sign-in' },
      schema: {
        querystring: departureQuery,
        operationId: 'signIn',
        summary: 'A page to open: goes to the sign-in and comes back signed in',
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const locale = readerLocale(request, settings.locale);
      const back = returnTo(request.query.return, settings.url.origin, settings.sites);
      try {
        const { url, ...departure } = await provider.depart(locale);
        await departures.keep({ ...departure, browser: markBrowser(request, reply), returnTo: back, locale }, now());
        return await reply.redirect(url.href, 302);
      } catch (error) {
        if (!(error instanceof ProviderAway)) throw error;
        log.warn({ err: error }, 'the provider of the sign-in does not answer');
        return tellFailure(request, reply, city, 'away', { locale, returnTo: back });
      }
    },
  );

  app.get<{ Querystring: v.InferOutput<typeof arrivalQuery> }>(
    '/sign-in/callback',
    { schema: { hide: true, querystring: arrivalQuery } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { state } = request.query;
      const signIn = state === undefined ? undefined : await departures.take(state, now());
      // Whoever sends somebody else their own way back must not make them take part under a foreign account.
      if (!signIn || signIn.browser !== readBrowserCookie(request)) {
        return tellFailure(request, reply, city, 'expired', { locale: readerLocale(request, settings.locale), returnTo: start });
      }
      return arrive(request, reply, signIn);
    },
  );

  async function arrive(request: FastifyRequest, reply: FastifyReply, signIn: SignIn): Promise<FastifyReply> {
    let claims;
    try {
      claims = await provider.arrive(new URL(request.raw.url ?? '/', settings.url).search, signIn);
    } catch (error) {
      const cause = causeOf(error);
      if (cause !== 'denied') log.warn({ err: error }, 'a sign-in failed at the provider');
      return tellFailure(request, reply, city, cause, signIn);
    }
    const visitor = await recognise(city, nicknames, claims);
    // Nobody goes on under a session that was there before: it could be somebody else's, or known to somebody else.
    const before = readSessionCookie(request);
    if (before !== undefined) await sessions.end(before);
    setSessionCookie(reply, await sessions.begin(visitor, now()));
    return reply.redirect(signIn.returnTo, 302);
  }
}

function causeOf(error: unknown): Cause {
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return 'denied';
  return error instanceof ProviderAway ? 'away' : 'provider';
}
