import type { FastifyInstance } from 'fastify';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { readerLocale } from '../http/reader-locale.js';
import { Problem } from '../problems/problem.js';
import { inLocale, withId } from '../routes/parameters.js';
import { visitorOf } from '../sign-in/know-visitor.js';
import { noticesDraftSchema, noticesSchema, type NoticesDraft } from './kinds.js';
import { letterWords } from './letter-words.js';
import { endNotices, noticesOf, subscribe } from './subscriptions.js';

/** Which letters somebody wants about a process. */
export function noticeRoutes(app: FastifyInstance, city: City): void {
  const path = '/processes/:id/notices';
  const config = { personal: true };
  const known = async (id: string): Promise<ProcessContent> => {
    const process = await city.content.process(id);
    if (!process) throw new Problem('not-found');
    return process;
  };

  app.get<{ Params: { id: string } }>(
    path,
    {
      config,
      schema: {
        params: withId,
        response: { 200: noticesSchema },
        operationId: 'getNotices',
        summary: 'Which letters the person who is signed in asked for',
      },
    },
    async request => {
      const { id } = await known(request.params.id);
      return noticesOf(city, id, visitorOf(request));
    },
  );

  app.put<{ Params: { id: string }; Body: NoticesDraft }>(
    path,
    {
      config,
      schema: {
        params: withId,
        querystring: inLocale,
        body: noticesDraftSchema,
        response: { 200: noticesSchema },
        operationId: 'setNotices',
        summary: 'Asks for letters; a new address gets one letter to confirm it',
      },
    },
    async request => {
      const visitor = visitorOf(request);
      const key = idempotencyKey(request);
      const { locale } = letterWords(readerLocale(request, city.settings.locale));
      return subscribe(city, { process: await known(request.params.id), visitor, key, draft: request.body, locale });
    },
  );

  app.delete<{ Params: { id: string } }>(
    path,
    {
      config,
      schema: {
        params: withId,
        response: { 200: noticesSchema },
        operationId: 'endNotices',
        summary: 'Ends the letters and forgets the address',
      },
    },
    async request => {
      const visitor = visitorOf(request);
      const key = idempotencyKey(request);
      return endNotices(city, { process: await known(request.params.id), visitor, key });
    },
  );
}
