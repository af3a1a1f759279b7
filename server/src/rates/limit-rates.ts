import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { City } from '../city.js';
import { Problem } from '../problems/problem.js';
import { addressOf, window, type ReadLimit } from './read-limit.js';
import type { SharedCounts } from './shared-counts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `free` is not counted here, such as files; `sign-in` has a limit of its own. */
    rate?: 'free' | 'sign-in';
  }
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the plugin asks of a store. */
type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void;

const isRead = ({ method, routeOptions }: FastifyRequest): boolean => routeOptions.config.rate === undefined && safe.has(method);

/** Limits reads by address. Call it before `knowVisitor`: whoever is refused costs no look at the database, whatever cookie they send. */
export function limitReads(app: FastifyInstance, reads: ReadLimit): void {
  // Not `async`, and without the plugin: a read that is answered from memory must not wait for a promise.
  app.addHook('onRequest', (request, _reply, done) => {
    done(isRead(request) ? reads.count(request) : undefined);
  });
}

/**
 * Limits sign-ins by address, and writes by session or, where there is none, by address. All processes count together. Where the database
 * cannot count, nobody is turned away. Call it after `knowVisitor`: a write is counted by its session.
 */
export async function limitRates(app: FastifyInstance, { settings, log, now }: City, counts: SharedCounts): Promise<void> {
  app.addHook('onClose', () => {
    counts.stop();
  });

  /** The plugin makes one for each limit. */
  class Store {
    incr(key: string, answer: Answer): void {
      const time = now().getTime();
      const start = time - (time % window);
      counts.exactly(key, start).then(
        current => {
          answer(null, { current, ttl: start + window - time });
        },
        (error: unknown) => {
          log.warn({ err: error }, 'a request could not be counted');
          answer(error as Error);
        },
      );
    }

    child(): Store {
      return new Store();
    }
  }

  await app.register(rateLimit, { global: false, skipOnError: true, timeWindow: window, store: Store });
  const limit = (max: number, name: string, sender: (request: FastifyRequest) => string) => {
    const options = { max, keyGenerator: (request: FastifyRequest) => `${name} ${sender(request)}` };
    const check = app.createRateLimit(options);
    return async (request: FastifyRequest): Promise<void> => {
      const result = await check(request);
      if (!result.isAllowed && result.isExceeded) throw new Problem('too-many-requests', { retryAfter: result.ttlInSeconds });
    };
  };

  const signIns = limit(settings.signInsPerMinute, 'sign-in', addressOf);
  const writes = limit(settings.writesPerMinute, 'write', request => request.sessionId?.toString('base64') ?? addressOf(request));

  app.addHook('onRequest', (request, _reply, done) => {
    const { rate } = request.routeOptions.config;
    if (rate === 'free' || isRead(request)) done();
    else (rate === 'sign-in' ? signIns : writes)(request).then(() => done(), done);
  });
}
