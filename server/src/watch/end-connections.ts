import type { FastifyInstance } from 'fastify';

/** How often closing looks whether the last answer has gone, in milliseconds. */
const look = 50;

/**
 * Lets closing end as soon as every request that had begun is answered. Node alone would wait for connections that browsers open ahead
 * of any request and for those that they keep for the next one, which may be two minutes away.
 */
export function endConnections(app: FastifyInstance): void {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;
  // Not by hooks: they see neither what is refused before any route is found, nor the end of what a reader broke off.
  app.server.on('request', (_request, response) => {
    open += 1;
    response.once('close', () => (open -= 1));
  });
  app.addHook('preClose', done => {
    timer = setInterval(() => {
      if (open === 0) app.server.closeAllConnections();
    }, look);
    done();
  });
  app.addHook('onClose', () => {
    clearInterval(timer);
  });
}
