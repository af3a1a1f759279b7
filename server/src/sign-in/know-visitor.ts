import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { readSessionCookie, setSessionCookie } from './session-cookie.js';
import type { Sessions } from './sessions.js';
import type { Visitor } from './visitor.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer depends on who asks. Only then is the cookie looked at. */
    personal?: boolean;
  }
  interface FastifyRequest {
    /** Who is signed in; nobody on routes that are not personal. */
    visitor: Visitor | undefined;
    /** Hash of the session's cookie. */
    sessionId: Buffer | undefined;
  }
}

/** Lets personal routes know who asks, and renews the cookie when it is time. What they answer is kept by no cache. */
export function knowVisitor(app: FastifyInstance, sessions: Sessions, now: () => Date): void {
  app.decorateRequest('visitor', undefined);
  app.decorateRequest('sessionId', undefined);
  const recognise = async (request: FastifyRequest, reply: FastifyReply, cookie: string): Promise<void> => {
    const found = await sessions.find(cookie, now());
    if (!found) return;
    request.visitor = found.visitor;
    request.sessionId = found.id;
    if (found.renewed !== undefined) setSessionCookie(reply, found.renewed);
  };
  // Not `async`: most requests are for everybody, and need no promise.
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.routeOptions.config.personal) {
      done();
      return;
    }
    void reply.header('cache-control', 'private, no-store');
    const cookie = readSessionCookie(request);
    if (cookie === undefined) done();
    else recognise(request, reply, cookie).then(() => done(), done);
  });
}

/** @throws Problem `sign-in-first` when nobody is signed in. */
export function visitorOf(request: FastifyRequest): Visitor {
  if (!request.visitor) throw new Problem('sign-in-first');
  return request.visitor;
}
