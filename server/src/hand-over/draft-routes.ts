import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { Problem } from '../problems/problem.js';
import { Drafts } from './drafts.js';

/** The largest sealed draft, in bytes. */
const largest = 64 * 1024;

/** The same in base64, with the JSON around it. */
const largestBody = Math.ceil((largest * 4) / 3) + 64;

/** Bytes as text: at least a nonce and a seal (12 and 16 bytes), in base64url without padding (RFC 4648, 5). */
const sealedSchema = v.pipe(
  v.string(),
  v.minLength(38),
  v.regex(/^[\w-]+$/),
  v.check(text => text.length % 4 !== 1, 'no base64url'),
);

const sealedDraftSchema = v.object({ sealed: sealedSchema });

const draftIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/**
 * Drafts that somebody began on another site and finishes on the city's page. Leaving one is for listed sites, without cookie and
 * without session; opening one is for the city's own pages alone.
 */
export function draftRoutes(app: FastifyInstance, { database, keys, now }: City): void {
  const drafts = new Drafts(database.db, keys);

  app.post<{ Body: v.InferOutput<typeof sealedDraftSchema> }>(
    '/drafts',
    {
      bodyLimit: largestBody,
      schema: {
        body: sealedDraftSchema,
        response: { 200: v.object({ id: draftIdSchema }) },
        operationId: 'leaveDraft',
        summary: 'Leaves a sealed draft for the city’s own page, for an hour',
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      // The guard before lets no write without it through.
      const { origin = '' } = request.headers;
      const sealed = Buffer.from(request.body.sealed, 'base64url');
      return { id: await drafts.leave({ sealed, origin }, idempotencyKey(request), now()) };
    },
  );

  app.post<{ Params: { id: string } }>(
    '/drafts/:id/opening',
    {
      config: { audience: 'own-site' },
      schema: {
        params: v.object({ id: draftIdSchema }),
        response: { 200: v.object({ sealed: sealedSchema, origin: v.string() }) },
        operationId: 'openDraft',
        summary: 'Gives a sealed draft out, once, with the site it came from',
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const draft = await drafts.open(request.params.id, now());
      if (!draft) throw new Problem('not-found');
      return { sealed: Buffer.from(draft.sealed).toString('base64url'), origin: draft.origin };
    },
  );
}
