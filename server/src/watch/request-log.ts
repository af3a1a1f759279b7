import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * One line for each request that changed something or was not answered well, when it is done. Reads that went well are the most by far, and
 * `/metrics` counts them; they are written at `debug` only, since writing a line costs more than answering from memory.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // One line, at the end, says all.
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const level = error ? 'error' : reply.statusCode < 400 && safe.has(request.method) ? 'debug' : 'info';
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    request.log[level]({ req: request, status: reply.statusCode, milliseconds, ...(error && { err: error }) }, 'answered');
  }
}
