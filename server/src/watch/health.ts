import type { FastifyInstance } from 'fastify';
import type { City } from '../city.js';
import { Readiness } from './readiness.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether this process can take requests, and the way to say that it no longer can. */
    readiness: Readiness;
  }
}

/**
 * `/healthz`: the process lives; whoever gets no answer starts it again. `/readyz`: it can take requests; whoever gets another answer than
 * 200 sends them elsewhere. Both are for machines, and say in one word what is the matter.
 */
export function healthRoutes(app: FastifyInstance, city: City): void {
  const readiness = new Readiness(city);
  app.decorate('readiness', readiness);
  app.addHook('preClose', done => {
    readiness.stop();
    done();
  });

  const options = { config: { rate: 'free' }, schema: { hide: true }, logLevel: 'warn' } as const;
  app.get('/healthz', options, (_request, reply) => reply.header('cache-control', 'no-store').send('ok\n'));
  app.get('/readyz', options, async (_request, reply) => {
    const obstacle = await readiness.obstacle();
    return reply
      .code(obstacle === undefined ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(obstacle === undefined ? 'ready\n' : `${obstacle}\n`);
  });
}
