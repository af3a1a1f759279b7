import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { City } from '../city.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { clearSessionCookie, readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** A form that ends a session needs no field, in bytes. */
const longestForm = 1000;

/** The end of a session: for scripts, and as a form for people whose browser runs none. */
export function signOutRoutes(app: FastifyInstance, { settings, database, keys }: City): void {
  const sessions = new Sessions(database.db, keys, settings.sessionMinutes * 60_000);

  const signOut = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const cookie = readSessionCookie(request);
    if (cookie !== undefined) await sessions.end(cookie);
    clearSessionCookie(reply);
  };

  app.post(
    '/api/v1/session/sign-out',
    {
      config: { personal: true },
      schema: { operationId: 'signOut', summary: 'Ends the session, with all values that its cookie had' },
    },
    async (request, reply) => {
      idempotencyKey(request);
      await signOut(request, reply);
      return reply.code(204).send();
    },
  );

  void app.register((forms, _options, done) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { bodyLimit: longestForm, parseAs: 'string' },
      (_request, _body, parsed) => {
        parsed(null, {});
      },
    );
    // A browser says which page sent a form (`Origin`), and sends no cookie with one from another site (`SameSite`).
    forms.post(
      '/sign-out',
      { config: { personal: true, audience: 'own-site' }, schema: { hide: true } },
      async (request, reply) => {
        await signOut(request, reply);
        return reply.redirect('/', 303);
      },
    );
    done();
  });
}
