import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import * as v from 'valibot';
import { attachmentSchema } from '../../../src/model/attachment.js';
import type { City } from '../city.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { observedProcess, speakTerms } from '../observations/terms.js';
import { entitlement } from '../participation/entitlement.js';
import { Problem } from '../problems/problem.js';
import { idSchema } from '../routes/parameters.js';
import { attach } from './attach.js';
import { readBody } from './read-body.js';

const querySchema = v.object({ process: idSchema, name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) });

/** Files for observations that are still to be sent: the body of the request is the file and nothing else. */
export async function attachmentRoutes(app: FastifyInstance, city: City): Promise<void> {
  const { settings, now } = city;
  const languages = { locale: settings.locale, fallback: settings.locale };

  await app.register(async scope => {
    // Whatever it says it is: the route reads it, since how large it may be depends on the process.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload);
    });
    scope.post<{ Querystring: v.InferOutput<typeof querySchema>; Body: Readable | undefined }>(
      '/attachments',
      {
        config: { personal: true },
        schema: {
          querystring: querySchema,
          response: { 200: attachmentSchema },
          operationId: 'attach',
          summary: 'Leaves a file for an observation that is still to be sent',
          description:
            'The body of the request is the file and nothing else. What it is, its content says and not `Content-Type`.',
        },
      },
      async request => {
        const { visitor, query, body } = request;
        const key = idempotencyKey(request);
        const process = await observedProcess(city, query.process);
        const terms = await speakTerms(city, process, { ...languages, asOf: now().toISOString() });
        if (terms.signIn && !visitor) throw new Problem('sign-in-first');
        const isOfCity = (visitor?.roles.length ?? 0) > 0;
        if (terms.fields.attachments === 'off' || (terms.status.value !== 'open' && !isOfCity)) throw new Problem('not-asked');
        if (terms.signIn && visitor && !isOfCity) {
          const { status } = await entitlement(city, process, visitor, languages);
          if (status.value !== 'granted') throw new Problem('not-entitled');
        }
        const bytes = body ? await readBody(body, request.raw, terms.attachments.maxBytes) : Buffer.alloc(0);
        return attach(city, { process, terms, visitor, key, name: query.name, bytes });
      },
    );
    await Promise.resolve();
  });
}
