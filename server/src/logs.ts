import type { FastifyBaseLogger } from 'fastify';
import { pino, stdSerializers, type DestinationStream } from 'pino';
import type { Settings } from './settings/settings.js';

/**
 * The log: JSON lines of pino with no personal data. Of a request it keeps method, the route as it is written in the code (never the
 * address with what somebody put into it), status and time; no header, no network address, no query. Of an error it keeps its kind, its
 * stack and the database's code, since a message can quote what somebody sent.
 */
export function makeLog({ logLevel }: Pick<Settings, 'logLevel'>, stream?: DestinationStream): FastifyBaseLogger {
  const options = {
    level: logLevel,
    base: null,
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url ?? 'none',
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: harmless,
    },
  };
  return stream ? pino(options, stream) : pino(options);
}

function harmless(error: unknown): object {
  // Somebody else's code may throw anything, also what somebody sent.
  if (!(error instanceof Error)) return { type: typeof error };
  const { type } = stdSerializers.err(error);
  const { message, stack = '' } = error;
  // A stack begins with the message, which may have lines that look like its own.
  const after = stack.indexOf(message) + message.length;
  const frames = stack.slice(stack.includes(message) ? after : 0).split('\n').filter(line => /^\s+at /.test(line)); // prettier-ignore
  return {
    type,
    ...('code' in error && { code: error.code }),
    stack: frames.join('\n'),
    ...(error.cause instanceof Error && { cause: harmless(error.cause) }),
  };
}
