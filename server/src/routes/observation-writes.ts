import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { commentSchema } from '../../../src/model/comment.js';
import { languageTagSchema } from '../../../src/model/text.js';
import { observationDraftSchema, observationReceiptSchema } from '../../../src/model/observation-draft.js';
import { reportReasons } from '../../../src/model/moderation.js';
import type { City } from '../city.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { readerLocale } from '../http/reader-locale.js';
import { addComment } from '../observations/comments.js';
import { editObservation, withdrawObservation } from '../observations/change-observation.js';
import { setLike } from '../observations/likes.js';
import { takeReport } from '../observations/reports.js';
import { submitObservation } from '../observations/submit-observation.js';
import { reporterOf } from '../privacy/pseudonyms.js';
import { visitorOf } from '../sign-in/know-visitor.js';
import { addressOf } from '../rates/read-limit.js';
import { withReference } from './observation-query.js';

const commentBody = v.object({
  parent: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  text: v.pipe(v.string(), v.maxLength(20_000)),
  alignment: v.optional(v.picklist(['for', 'against', 'neutral']), 'neutral'),
  lang: v.pipe(languageTagSchema, v.maxLength(35)),
});

const likeBody = v.object({ liked: v.boolean() });

const reportBody = v.object({
  comment: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  reason: v.picklist(reportReasons),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
});

const done = v.object({});

interface Named {
  Params: { reference: string };
}

/** What people write of observations, and to them. */
export function observationWriteRoutes(app: FastifyInstance, city: City): void {
  const { keys, settings } = city;
  const localeOf = (request: FastifyRequest): string => readerLocale(request, settings.locale);
  /** Whoever wrote has to see it in the next answer. */
  const then = async <Answer>(writing: Promise<Answer>): Promise<Answer> => {
    const answer = await writing;
    city.news.changed();
    return answer;
  };

  app.post<{ Body: v.InferOutput<typeof observationDraftSchema> }>(
    '/observations',
    {
      config: { personal: true },
      schema: {
        body: observationDraftSchema,
        response: { 200: observationReceiptSchema },
        operationId: 'submitObservation',
        summary: 'Makes an observation',
      },
    },
    request => {
      const arrival = { visitor: request.visitor, key: idempotencyKey(request), locale: localeOf(request) };
      return then(submitObservation(city, request.body, arrival));
    },
  );

  app.post<Named & { Body: v.InferOutput<typeof observationDraftSchema> }>(
    '/observations/:reference/edit',
    {
      config: { personal: true },
      schema: {
        params: withReference,
        body: observationDraftSchema,
        response: { 200: observationReceiptSchema },
        operationId: 'editObservation',
        summary: 'Puts another text in the place of one’s own',
      },
    },
    request => then(editObservation(city, request.body, changeOf(request))),
  );

  app.post<Named & { Body: object }>(
    '/observations/:reference/withdrawal',
    {
      config: { personal: true },
      schema: {
        params: withReference,
        body: done,
        response: { 200: done },
        operationId: 'withdrawObservation',
        summary: 'Takes one’s own observation back',
      },
    },
    request => then(withdrawObservation(city, changeOf(request))),
  );

  app.post<Named & { Body: v.InferOutput<typeof commentBody> }>(
    '/observations/:reference/comments',
    {
      config: { personal: true },
      schema: {
        params: withReference,
        body: commentBody,
        response: { 200: commentSchema },
        operationId: 'addComment',
        summary: 'Comments on an observation, or answers a comment',
      },
    },
    request => {
      const draft = { ...request.body, reference: request.params.reference };
      return then(addComment(city, draft, { visitor: visitorOf(request), key: idempotencyKey(request) }));
    },
  );

  app.post<Named & { Body: v.InferOutput<typeof likeBody> }>(
    '/observations/:reference/like',
    {
      config: { personal: true },
      schema: {
        params: withReference,
        body: likeBody,
        response: { 200: v.object({ likes: v.number() }) },
        operationId: 'likeObservation',
        summary: 'Says whether one likes an observation from now on',
      },
    },
    request => {
      const wish = { reference: request.params.reference, liked: request.body.liked };
      return then(setLike(city, wish, { visitor: visitorOf(request), key: idempotencyKey(request) }));
    },
  );

  app.post<Named & { Body: v.InferOutput<typeof reportBody> }>(
    '/observations/:reference/reports',
    {
      config: { personal: true },
      schema: {
        params: withReference,
        body: reportBody,
        response: { 200: done },
        operationId: 'reportContribution',
        summary: 'Says that a contribution should not stand there; nobody has to sign in for it',
      },
    },
    request => {
      const { visitor } = request;
      const reporter = visitor && reporterOf(keys, visitor);
      const sender = reporter ?? keys.pseudonym('reports of', addressOf(request));
      const report = { ...request.body, reference: request.params.reference };
      return takeReport(city, report, { sender, reporter, key: idempotencyKey(request) });
    },
  );

  function changeOf(request: FastifyRequest<Named>) {
    const { reference } = request.params;
    return { reference, visitor: visitorOf(request), key: idempotencyKey(request), locale: localeOf(request) };
  }
}
