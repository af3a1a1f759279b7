import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/**
 * The key of a write.
 *
 * @throws Problem `idempotency-key-missing` when there is none, or one that is not 8 to 200 visible ASCII characters.
 */
export function idempotencyKey({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) throw new Problem('idempotency-key-missing');
  return key;
}
