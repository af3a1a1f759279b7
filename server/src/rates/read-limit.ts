import { isIP } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import type { SharedCounts } from './shared-counts.js';

/** A limit holds for a minute, in milliseconds. */
export const window = 60_000;

/** Some proxies write the port behind an address. It is another one for each connection, and says nothing about who asks. */
const withPort = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/;

/** Whoever has an IPv6 line has a whole network of addresses; the first half says whose it is. What is no address is nobody's. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (isIP(ip) !== 0) return normalizeIP(ip);
  const [, six, four] = withPort.exec(ip) ?? [];
  const address = six ?? four ?? '';
  return isIP(address) === 0 ? 'unknown' : normalizeIP(address);
}

/** Counts the reads of each address. A read that is answered from memory must wait for nothing, so this gives no promise. */
export class ReadLimit {
  constructor(
    private readonly _counts: SharedCounts,
    private readonly _most: number,
    private readonly _now: () => Date,
  ) {}

  /** Counts a read. @returns What to say when it is one too many. */
  count(request: FastifyRequest): Problem | undefined {
    const time = this._now().getTime();
    const start = time - (time % window);
    if (this._counts.loosely(`read ${addressOf(request)}`, start) <= this._most) return undefined;
    return new Problem('too-many-requests', { retryAfter: Math.ceil((start + window - time) / 1000) });
  }
}
