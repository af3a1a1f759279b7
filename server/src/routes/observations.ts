import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { commentSchema } from '../../../src/model/comment.js';
import {
  observationLineSchema,
  observationPageSchema,
  observationSchema,
  observationSubjectSchema,
  observationSummarySchema,
  ownObservationsSchema,
} from '../../../src/model/observation.js';
import { observationTermsSchema } from '../../../src/model/observation-terms.js';
import { pageSchema } from '../../../src/model/page.js';
import type { City } from '../city.js';
import { KeptAnswers } from '../http/kept-answers.js';
import { commentsOf } from '../observations/comments.js';
import { observationOrProblem } from '../observations/find-observation.js';
import { caching, freshness } from '../observations/freshness.js';
import { listObservations } from '../observations/list-observations.js';
import { ownObservations } from '../observations/own-observations.js';
import { readObservations } from '../observations/read-observation.js';
import { similarObservations } from '../observations/similar.js';
import { summarise } from '../observations/summarise.js';
import { observedProcess, speakTerms } from '../observations/terms.js';
import { filterOf, observationFilterQuery, observationListQuery, withReference } from './observation-query.js';
import { observationWriteRoutes } from './observation-writes.js';
import { idSchema, inLocale, listQuery, withId } from './parameters.js';

/** Kept answers of lists, in bytes. Everybody reads the same first pages. */
const mostKept = 8 * 1024 * 1024;

const similarBody = v.object({ subject: observationSubjectSchema, text: v.pipe(v.string(), v.maxLength(20_000)) });

/** Observations: what everybody may read of them, what belongs to one person, and what can be written. */
export function observationRoutes(app: FastifyInstance, city: City): void {
  const { settings, now, database } = city;
  const answers = new KeptAnswers(mostKept);
  const forget = (): void => {
    answers.clear();
  };
  city.content.onChange(forget);
  city.news.onChange(forget);
  const fallback = settings.locale;

  /** Answers for everybody, for a few seconds: whoever writes reads their own at another address, at once. */
  const send = (
    request: FastifyRequest,
    reply: FastifyReply,
    key: unknown,
    make: () => Promise<unknown>,
  ): Promise<FastifyReply> => {
    const bucket = Math.floor(now().getTime() / freshness);
    return answers.send(request, reply, JSON.stringify([key, bucket]), make, { caching, repeatable: false });
  };

  app.get<{ Params: { id: string }; Querystring: v.InferOutput<typeof inLocale> }>(
    '/observation-terms/:id',
    {
      schema: {
        params: withId,
        querystring: inLocale,
        response: { 200: observationTermsSchema },
        operationId: 'getObservationTerms',
        summary: 'How observations are made in a process, by whom, and whether they are taken now',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const { locale = fallback } = request.query;
      return send(request, reply, ['terms', id, locale], async () => {
        const process = await observedProcess(city, id);
        return speakTerms(city, process, { locale, fallback, asOf: now().toISOString() });
      });
    },
  );

  app.get<{ Querystring: v.InferOutput<typeof observationListQuery> }>(
    '/observations',
    {
      schema: {
        querystring: observationListQuery,
        response: { 200: observationPageSchema },
        operationId: 'listObservations',
        summary: 'One page of observations; with `text`, those in which its words are found',
      },
    },
    (request, reply) => {
      const { locale = fallback, cursor, limit, sort } = request.query;
      const filter = filterOf(request.query);
      const order = sort ?? ((filter.text ?? '').trim() === '' ? 'newest' : 'relevance');
      return send(request, reply, ['list', filter, order, cursor, limit, locale], () =>
        listObservations(city, { filter, sort: order, cursor, limit, locale, fallback }),
      );
    },
  );

  app.get<{ Querystring: v.InferOutput<typeof observationFilterQuery> }>(
    '/observations/summary',
    {
      schema: {
        querystring: observationFilterQuery,
        response: { 200: observationSummarySchema },
        operationId: 'summariseObservations',
        summary: 'How many there are by state, outcome, kind, source, theme and passage',
      },
    },
    (request, reply) => {
      const { locale = fallback } = request.query;
      const filter = filterOf(request.query);
      return send(request, reply, ['summary', filter, locale], () => summarise(city, filter, { locale, fallback }));
    },
  );

  app.post<{ Body: v.InferOutput<typeof similarBody>; Querystring: v.InferOutput<typeof inLocale> }>(
    '/observations/similar',
    {
      config: { audience: 'anyone' },
      schema: {
        body: similarBody,
        querystring: inLocale,
        response: { 200: v.object({ items: v.array(observationLineSchema) }) },
        operationId: 'findSimilarObservations',
        summary: 'At most five that say something like a text, which is kept nowhere',
      },
    },
    async ({ body, query: { locale = fallback } }) => ({ items: await similarObservations(city, body, { locale, fallback }) }),
  );

  const ownQuery = v.object({ ...inLocale.entries, process: idSchema });
  app.get<{ Querystring: v.InferOutput<typeof ownQuery> }>(
    '/observations/own',
    {
      config: { personal: true },
      schema: {
        querystring: ownQuery,
        response: { 200: ownObservationsSchema },
        operationId: 'listOwnObservations',
        summary: 'What belongs to the person who is signed in',
      },
    },
    request => {
      const { process, locale = fallback } = request.query;
      return ownObservations(city, { process, visitor: request.visitor }, { locale, fallback });
    },
  );

  app.get<{ Params: { reference: string }; Querystring: v.InferOutput<typeof inLocale> }>(
    '/observations/:reference',
    {
      schema: {
        params: withReference,
        querystring: inLocale,
        response: { 200: observationSchema },
        operationId: 'getObservation',
        summary: 'One observation, whole, by its number: what became of it can be read without signing in',
      },
    },
    (request, reply) => {
      const { reference } = request.params;
      const { locale = fallback } = request.query;
      return send(request, reply, ['one', reference, locale], async () => {
        const row = await observationOrProblem(database.db, reference);
        const [observation] = await readObservations(city, [row], { locale, fallback });
        return observation;
      });
    },
  );

  app.get<{ Params: { reference: string }; Querystring: v.InferOutput<typeof listQuery> }>(
    '/observations/:reference/comments',
    {
      schema: {
        params: withReference,
        querystring: listQuery,
        response: { 200: pageSchema(commentSchema) },
        operationId: 'listComments',
        summary: 'Comments on an observation, oldest first',
      },
    },
    (request, reply) => {
      const { reference } = request.params;
      const { cursor, limit } = request.query;
      return send(request, reply, ['comments', reference, cursor, limit], () => commentsOf(city, reference, { cursor, limit }));
    },
  );

  observationWriteRoutes(app, city);
}
