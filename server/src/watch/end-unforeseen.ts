import type { FastifyBaseLogger } from 'fastify';

/**
 * Ends the process when an error reached nobody: what it was doing is not known any longer, and whoever runs it starts it again. Node would
 * write the error out with its message, which can quote what somebody sent; so it goes to the log like any other.
 */
export function endUnforeseen(log: FastifyBaseLogger): void {
  // A promise that nobody waits for arrives here too.
  process.on('uncaughtException', error => {
    log.fatal({ err: error }, 'an error reached nobody; the process ends');
    process.exit(1);
  });
}
