import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { City } from '../city.js';

/**
 * What a form of the person's own page carries, to show that it is from that page: made from the session with the server's key. It is the
 * same for as long as the session lasts, also when its cookie gets a new value meanwhile.
 */
export async function formToken({ database: { db }, keys }: City, { sessionId }: FastifyRequest): Promise<string | undefined> {
  if (!sessionId) return undefined;
  const row = await db.selectFrom('session').select(['person', 'started_at']).where('id', '=', sessionId).executeTakeFirst();
  if (!row) return undefined;
  const session = `${Buffer.from(row.person).toString('base64')} ${row.started_at.toISOString()}`;
  return keys.pseudonym('form', session).toString('base64url');
}

export async function isFromOwnPage(city: City, request: FastifyRequest, given: unknown): Promise<boolean> {
  const expected = await formToken(city, request);
  if (expected === undefined || typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
