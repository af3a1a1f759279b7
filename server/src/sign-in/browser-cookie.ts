import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { longestAway } from './departures.js';

/** Binds a sign-in to the browser that began it, so that nobody can be led into ending somebody else's. */
const name = '__Host-portico-sign-in';

const shape = /^[A-Za-z0-9_-]{43}$/;

export function readBrowserCookie({ cookies }: FastifyRequest): string | undefined {
  const value = cookies[name];
  return value !== undefined && shape.test(value) ? value : undefined;
}

/** The mark of this browser. One that it has already holds on, so that a second tab does not spoil the sign-in of the first. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply): string {
  const value = readBrowserCookie(request) ?? randomBytes(32).toString('base64url');
  void reply.setCookie(name, value, {
    path: '/',
    secure: true,
    httpOnly: true,
    // The way back from the provider is a link from another site.
    sameSite: 'lax',
    maxAge: longestAway / 1000,
  });
  return value;
}
