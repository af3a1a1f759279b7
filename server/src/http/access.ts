import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * `own-site`: only the server's own pages may ask, listed sites may not. `anyone`: a write may come from anywhere and from no page at
     * all, since what is in its address is leave enough; never together with `personal`.
     */
    audience?: 'own-site' | 'anyone';
  }
}

interface Sites {
  /** The server's own origin. */
  own: string;
  /** Origins of sites that the city trusts. */
  listed: readonly string[];
}

const everybody: FastifyCorsOptions = { origin: '*', exposedHeaders: ['Retry-After'] };

const personal: FastifyCorsOptions = {
  credentials: true,
  methods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowedHeaders: ['Content-Type', 'Idempotency-Key'],
  exposedHeaders: ['Retry-After'],
  /** For how many seconds a browser may remember the leave. */
  maxAge: 600,
};

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Which sites may ask for what. Everybody's pages may read what everybody may read, without a cookie. What concerns a person is for the
 * city's own pages and for the sites on the list. A write must say where it comes from (`Origin`, which no page can forge) and carry
 * `Idempotency-Key`, a header that a form cannot send and for which a foreign page would need leave beforehand.
 */
export async function guardAccess(app: FastifyInstance, { own, listed }: Sites): Promise<void> {
  const trusted = new Set([own, ...listed]);
  const mayAsk = ({ routeOptions }: FastifyRequest, origin: string): boolean =>
    routeOptions.config.audience === 'own-site' ? origin === own : trusted.has(origin);

  await app.register(cors, {
    hook: 'onRequest',
    strictPreflight: false,
    delegator: (request, decide) => {
      const { personal: isPersonal, audience } = request.routeOptions.config;
      const asks = request.method === 'OPTIONS' || isPersonal === true || audience !== undefined;
      const origin = request.headers.origin ?? '';
      decide(null, asks ? { ...personal, origin: mayAsk(request, origin) ? origin : false } : everybody);
    },
  });

  app.addHook('onRequest', (request, _reply, done) => {
    done(refused(request, mayAsk) ? new Problem('foreign-origin') : undefined);
  });
}

function refused(request: FastifyRequest, mayAsk: (request: FastifyRequest, origin: string) => boolean): boolean {
  const { origin } = request.headers;

  if (request.routeOptions.config.audience === 'anyone') return false;
  if (!safe.has(request.method)) return origin === undefined || !mayAsk(request, origin);
  // A page that a person opens has no Origin; a script of a foreign page has one, or says so.
  return request.routeOptions.config.personal === true && origin !== undefined && !mayAsk(request, origin);
}
