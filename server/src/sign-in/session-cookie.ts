import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: browsers take it from this very host only, over TLS or on localhost, and send it to no other. */
const name = '__Host-portico';

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

export const readSessionCookie = (request: FastifyRequest): string | undefined => request.cookies[name];

export const setSessionCookie = (reply: FastifyReply, value: string): FastifyReply => reply.setCookie(name, value, attributes);

export const clearSessionCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(name, attributes);
