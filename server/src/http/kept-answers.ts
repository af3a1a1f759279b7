import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Bounded } from './bounded.js';
import { encodingOf, shrink, type Encoding } from './encodings.js';

interface Answer {
  readonly etag: string;
  readonly body: Buffer;
  readonly shrunk: Map<Encoding, Promise<Buffer>>;
}

/** How an answer is sent. */
export interface AnswerHeaders {
  /** Left out: JSON. */
  type?: string;
  /** Value of `Cache-Control`. Left out: a minute. */
  caching?: string;
  /** Request headers on which the answer depends, besides `Accept-Encoding`. */
  vary?: readonly string[];
  /** Whether it may be sent again as it is for the rest of the minute. Left out: when it depends on no request header. */
  repeatable?: boolean;
}

const aMinute = 'public, max-age=60, stale-while-revalidate=600';

/** Answers shorter than this are sent as they are, in bytes. */
const worthShrinking = 1000;

/** All kept answers together, in every encoding, in bytes. */
const mostKept = 32 * 1024 * 1024;

/**
 * Answers for everybody, kept as the bytes that are sent, in each encoding that somebody asked for. They hold until content changes
 * (`clear`); whoever asks may keep them for a minute, unless it is said for how long.
 */
export class KeptAnswers {
  private readonly _making = new Map<string, Promise<Answer>>();
  private readonly _kept: Bounded<Answer>;

  /** @param most - Bytes that all answers may take together. */
  constructor(most = mostKept) {
    this._kept = new Bounded(most);
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    return this._kept.bytes;
  }

  /** @param key - Says everything that the answer depends on. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Promise<unknown>,
    {
      type = 'application/json; charset=utf-8',
      caching = aMinute,
      vary = [],
      repeatable = vary.length === 0,
    }: AnswerHeaders = {},
  ): Promise<FastifyReply> {
    const answer = await this._answer(key, make);
    const { etag, body } = answer;
    const encoding = body.length < worthShrinking ? undefined : encodingOf(request.headers['accept-encoding']);
    // The bytes of another encoding are another thing to a cache (RFC 9110, 8.8.3.3).
    const tag = encoding ? `"${etag}-${encoding}"` : `"${etag}"`;
    void reply
      .header('etag', tag)
      .header('cache-control', caching)
      .header('vary', ['Accept-Encoding', ...vary].join(', '))
      .header('content-type', type);
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
    const bytes = encoding ? await this._shrunk(key, answer, encoding) : body;
    // What depends on the reader's language as well is asked in too many words to be worth it; and what is not kept any longer is of before.
    request.repeatable = repeatable && this._kept.get(key) === answer;
    if (encoding) void reply.header('content-encoding', encoding);
    return reply.send(bytes);
  }

  clear(): void {
    this._making.clear();
    this._kept.clear();
  }

  /** Several who ask at once wait for the same answer. */
  private async _answer(key: string, make: () => Promise<unknown>): Promise<Answer> {
    const kept = this._kept.get(key) ?? this._making.get(key);
    if (kept) return kept;
    const making = make().then((content): Answer => {
      const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
      return { body, etag: createHash('sha256').update(body).digest('base64url').slice(0, 22), shrunk: new Map() };
    });
    this._making.set(key, making);
    try {
      const answer = await making;
      // Where content has changed meanwhile, this is made of what was before.
      if (this._making.get(key) === making) this._kept.set(key, answer, answer.body.length);
      return answer;
    } finally {
      if (this._making.get(key) === making) this._making.delete(key);
    }
  }

  private async _shrunk(key: string, answer: Answer, encoding: Encoding): Promise<Buffer> {
    const done = answer.shrunk.get(encoding);
    if (done) return done;
    const shrinking = shrink[encoding](answer.body);
    answer.shrunk.set(encoding, shrinking);
    try {
      const bytes = await shrinking;
      this._kept.grow(key, answer, bytes.length);
      return bytes;
    } catch (error) {
      answer.shrunk.delete(encoding);
      throw error;
    }
  }
}
