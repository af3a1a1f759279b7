import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReadLimit } from '../rates/read-limit.js';
import { Bounded } from './bounded.js';
import { encodingOf } from './encodings.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the answer is the same for everybody who asks in the same words, and may be sent again as it is. */
    repeatable: boolean;
  }
}

/** An answer as it goes over the line. */
interface Ready {
  /** Names and values in turn, as Node writes them. */
  readonly head: string[];
  readonly body: Buffer;
  /** In milliseconds of the epoch. */
  readonly until: number;
}

/** The server's clock stands in some answers to the minute, so none is sent again in the next one. In milliseconds. */
const minute = 60_000;

/** All of them together, in bytes. */
const mostReady = 16 * 1024 * 1024;

/**
 * Sends what was answered a moment ago once more, head and body, before any other part of the server looks at the request: what most
 * people ask is the same, and the way through all parts costs more than the answer. Reads are counted here as everywhere, and are watched
 * and logged by the same hooks. Whoever asks on a condition (`If-None-Match`) goes the long way.
 */
export class ReadyAnswers {
  private readonly _ready: Bounded<Ready>;

  /** @param most - Bytes that all answers may take together. */
  constructor(
    private readonly _reads: ReadLimit,
    private readonly _now: () => Date,
    most = mostReady,
  ) {
    this._ready = new Bounded(most);
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    return this._ready.bytes;
  }

  clear(): void {
    this._ready.clear();
  }

  /** Call it before the hooks that others need not see, so that this one comes first. */
  answerFirst(app: FastifyInstance): void {
    app.decorateRequest('repeatable', false);
    app.addHook('onRequest', (request, reply, done) => {
      const ready = this._find(request);
      // One too many is refused further on, with the headers that let a page of another site read the refusal.
      if (!ready || this._reads.count(request)) {
        done();
        return;
      }
      reply.hijack();
      reply.raw.writeHead(200, ready.head);
      reply.raw.end(ready.body);
    });
  }

  /** Call it after all hooks that write headers, so that this one sees them. */
  keepLast(app: FastifyInstance): void {
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.repeatable && reply.statusCode === 200 && Buffer.isBuffer(payload)) this._keep(request, reply, payload);
      done(null, payload);
    });
  }

  private _find({ raw }: FastifyRequest): Ready | undefined {
    if (raw.method !== 'GET' || raw.headers['if-none-match'] !== undefined) return undefined;
    const ready = this._ready.get(keyOf(raw));
    return ready && ready.until > this._now().getTime() ? ready : undefined;
  }

  private _keep({ raw }: FastifyRequest, reply: FastifyReply, body: Buffer): void {
    if (raw.method !== 'GET' || reply.hasHeader('set-cookie')) return;
    const time = this._now().getTime();
    const headers = { ...reply.getHeaders(), 'content-length': body.length };
    const head = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
    const ready = { head, body, until: time - (time % minute) + minute };
    this._ready.set(keyOf(raw), ready, body.length + head.join('').length);
  }
}

/** Of a request, all that such an answer depends on: how it is compressed, and the address as it was written. */
const keyOf = ({ url = '', headers }: FastifyRequest['raw']): string =>
  `${encodingOf(headers['accept-encoding']) ?? 'plain'} ${url}`;
