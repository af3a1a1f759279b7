import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** For how long requests that have begun may go on, in milliseconds. */
const longestEnd = 30_000;

/**
 * Ends a server that listens: `/readyz` says no, then nothing new is taken, then what had begun is answered and every connection closed.
 *
 * @param drain - Milliseconds between the first and the second, so that a proxy has time to notice.
 */
export async function stopGracefully(app: FastifyInstance, drain: number): Promise<void> {
  app.readiness.stop();
  if (drain > 0) await wait(drain);
  const cut = setTimeout(() => {
    app.log.warn('some requests did not end in time and were cut');
    app.server.closeAllConnections();
  }, longestEnd).unref();
  await app.close().finally(() => {
    clearTimeout(cut);
  });
}
