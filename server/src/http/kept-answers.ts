import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const shrink = {
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: 9 }),
};

type Encoding = keyof typeof shrink;

interface Answer {
  readonly etag: string;
  readonly body: Buffer;
  readonly shrunk: Partial<Record<Encoding, Promise<Buffer>>>;
}

/** How an answer is sent. */
export interface AnswerHeaders {
  /** Left out: JSON. */
  type?: string;
  /** Value of `Cache-Control`. Left out: a minute. */
  caching?: string;
  /** Request headers on which the answer depends, besides `Accept-Encoding`. */
  vary?: readonly string[];
}

const aMinute = 'public, max-age=60, stale-while-revalidate=600';

/** Answers shorter than this are sent as they are, in bytes. */
const worthShrinking = 1000;

const mostKept = 1000;

/**
 * Answers for everybody, kept as the bytes that are sent, in each encoding that somebody asked for. They hold until content changes
 * (`clear`); whoever asks may keep them for a minute, unless it is said for how long.
 */
export class KeptAnswers {
  private readonly _kept = new Map<string, Promise<Answer>>();

  /** @param key - Says everything that the answer depends on. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Promise<unknown>,
    { type = 'application/json; charset=utf-8', caching = aMinute, vary = [] }: AnswerHeaders = {},
  ): Promise<FastifyReply> {
    const { etag, body, shrunk } = await this._answer(key, make);
    const encoding = body.length < worthShrinking ? undefined : encodingOf(request.headers['accept-encoding']);
    // The bytes of another encoding are another thing to a cache (RFC 9110, 8.8.3.3).
    const tag = encoding ? `"${etag}-${encoding}"` : `"${etag}"`;
    void reply
      .header('etag', tag)
      .header('cache-control', caching)
      .header('vary', ['Accept-Encoding', ...vary].join(', '))
      .header('content-type', type);
    // What depends on the reader's language as well is asked in too many words to be worth it.
    request.repeatable = vary.length === 0;
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
    if (!encoding) return reply.send(body);
    const bytes = await (shrunk[encoding] ??= shrink[encoding](body));
    return reply.header('content-encoding', encoding).send(bytes);
  }

  clear(): void {
    this._kept.clear();
  }

  private _answer(key: string, make: () => Promise<unknown>): Promise<Answer> {
    const kept = this._kept.get(key);
    if (kept) return kept;
    const making = make().then((content): Answer => {
      const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
      return { body, etag: createHash('sha256').update(body).digest('base64url').slice(0, 22), shrunk: {} };
    });
    this._kept.set(key, making);
    making.catch(() => this._kept.delete(key));
    if (this._kept.size > mostKept) this._kept.delete(this._kept.keys().next().value ?? '');
    return making;
  }
}

const wishes = (['br', 'gzip'] as const).map(
  encoding => [encoding, new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`)] as const,
);

const encodingOf = (accepted = ''): Encoding | undefined => wishes.find(([, wish]) => wish.test(accepted))?.[0];
