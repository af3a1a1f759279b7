import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { City } from '../city.js';
import { Problem } from '../problems/problem.js';
import { SharedCounts } from './shared-counts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `free` is not counted, such as files; `sign-in` has a limit of its own. */
    rate?: 'free' | 'sign-in';
  }
}

/** A limit holds for a minute, in milliseconds. */
const window = 60_000;

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the plugin asks of a store. */
type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void;

/**
 * Limits reads by address, sign-ins by address, and writes by session or, where there is none, by address. All processes count together.
 * Where the database cannot count, nobody is turned away. Call it after `knowVisitor`: a write is counted by its session.
 */
export async function limitRates(app: FastifyInstance, { database, keys, settings, log, now }: City): Promise<void> {
  const counts = new SharedCounts(database.db, keys, error => {
    log.warn({ err: error }, 'requests could not be counted');
  });
  app.addHook('onClose', () => {
    counts.stop();
  });

  /** The plugin makes one for each limit. `exact` is a parameter of ours, which it hands on. */
  class Store {
    constructor(private readonly _exact = false) {}

    incr(key: string, answer: Answer): void {
      const time = now().getTime();
      const start = time - (time % window);
      const ttl = start + window - time;
      if (!this._exact) {
        answer(null, { current: counts.loosely(key, start), ttl });
        return;
      }
      counts.exactly(key, start).then(
        current => {
          answer(null, { current, ttl });
        },
        (error: unknown) => {
          log.warn({ err: error }, 'a request could not be counted');
          answer(error as Error);
        },
      );
    }

    child({ exact }: { exact?: boolean }): Store {
      return new Store(exact);
    }
  }

  await app.register(rateLimit, { global: false, skipOnError: true, timeWindow: window, store: Store as never });
  const limit = (max: number, exact: boolean, name: string, sender: (request: FastifyRequest) => string) => {
    const options = { max, exact, keyGenerator: (request: FastifyRequest) => `${name} ${sender(request)}` };
    const check = app.createRateLimit(options);
    return async (request: FastifyRequest): Promise<void> => {
      const result = await check(request);
      if (!result.isAllowed && result.isExceeded) throw new Problem('too-many-requests', { retryAfter: result.ttlInSeconds });
    };
  };

  const reads = limit(settings.readsPerMinute, false, 'read', addressOf);
  const signIns = limit(settings.signInsPerMinute, true, 'sign-in', addressOf);
  const writes = limit(
    settings.writesPerMinute,
    true,
    'write',
    request => request.sessionId?.toString('base64') ?? addressOf(request),
  );

  app.addHook('onRequest', async request => {
    const { rate } = request.routeOptions.config;
    if (rate === 'free') return;
    if (rate === 'sign-in') await signIns(request);
    else await (safe.has(request.method) ? reads(request) : writes(request));
  });
}

/** Whoever has an IPv6 line has a whole network of addresses; the first half says whose it is. */
const addressOf = ({ ip }: FastifyRequest): string => normalizeIP(ip);
