import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { acceptanceAnswerSchema, pactSchema } from '../../../src/model/pact.js';
import { receiptSchema } from '../../../src/model/receipt.js';
import type { City } from '../city.js';
import { speakPact } from '../content/speak.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { acceptanceOf, acceptPact } from '../participation/acceptances.js';
import { Problem } from '../problems/problem.js';
import { visitorOf } from '../sign-in/know-visitor.js';
import { versionQuery, withId } from './parameters.js';

const acceptanceDraftSchema = v.object({ version: pactSchema.entries.version.entries.number });

/** Pacts, and whether somebody accepted them. */
export function pactRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { content, settings, now } = city;

  app.get<{ Params: { id: string }; Querystring: v.InferOutput<typeof versionQuery> }>(
    '/pacts/:id',
    {
      schema: {
        params: withId,
        querystring: versionQuery,
        response: { 200: pactSchema },
        operationId: 'getPact',
        summary: 'A pact: without `version` the one in force, or the newest',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const { locale = settings.locale, version } = request.query;
      // To the minute: so the answer is the same, byte by byte, for as long as whoever asks may keep it.
      const asOf = new Date(Math.floor(now().getTime() / 60_000) * 60_000).toISOString();
      return answers.send(request, reply, `pact ${id} ${String(version)} ${locale} ${asOf}`, async () => {
        const pact = await content.pact(id);
        const process = pact && (await content.process(pact.process));
        if (!process) throw new Problem('not-found');
        return speakPact(pact, process, { locale, fallback: settings.locale, version, asOf });
      });
    },
  );

  app.get<{ Params: { id: string } }>(
    '/pacts/:id/acceptance',
    {
      config: { personal: true },
      schema: {
        params: withId,
        response: { 200: acceptanceAnswerSchema },
        operationId: 'getAcceptance',
        summary: 'What the person who is signed in accepted last',
      },
    },
    async request => {
      const pact = await content.pact(request.params.id);
      if (!pact) throw new Problem('not-found');
      const accepted = request.visitor && (await acceptanceOf(city, pact, request.visitor));
      return accepted ? { accepted } : {};
    },
  );

  app.post<{ Params: { id: string }; Body: v.InferOutput<typeof acceptanceDraftSchema> }>(
    '/pacts/:id/acceptance',
    {
      config: { personal: true },
      schema: {
        params: withId,
        body: acceptanceDraftSchema,
        response: { 200: receiptSchema },
        operationId: 'acceptPact',
        summary: 'Accepts a version',
      },
    },
    request =>
      acceptPact(city, { pact: request.params.id, version: request.body.version }, visitorOf(request), idempotencyKey(request)),
  );
}
