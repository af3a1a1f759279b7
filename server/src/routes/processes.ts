import type { FastifyInstance } from 'fastify';
import type * as v from 'valibot';
import { pageSchema } from '../../../src/model/page.js';
import { processSchema, type Process } from '../../../src/model/process.js';
import type { City } from '../city.js';
import { speakProcess } from '../content/speak.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { fromCursor, toCursor } from './cursor.js';
import { inLocale, listQuery, withId } from './parameters.js';

/** What is being decided in the city. */
export function processRoutes(app: FastifyInstance, { content, settings }: City, answers: KeptAnswers): void {
  app.get<{ Querystring: v.InferOutput<typeof listQuery> }>(
    '/processes',
    {
      schema: {
        querystring: listQuery,
        response: { 200: pageSchema(processSchema) },
        operationId: 'listProcesses',
        summary: 'One page of processes',
      },
    },
    (request, reply) => {
      const { cursor, limit, locale = settings.locale } = request.query;
      return answers.send(request, reply, `processes ${locale} ${String(limit)} ${cursor ?? ''}`, async () => {
        const found = await content.processes({ after: fromCursor(cursor), limit: limit + 1 });
        const items: Process[] = found.slice(0, limit).map(each => speakProcess(each, { locale, fallback: settings.locale }));
        const last = items.at(-1);
        return { items, ...(found.length > limit && last && { next: toCursor(last.id) }) };
      });
    },
  );

  app.get<{ Params: { id: string }; Querystring: { locale?: string } }>(
    '/processes/:id',
    {
      schema: {
        params: withId,
        querystring: inLocale,
        response: { 200: processSchema },
        operationId: 'getProcess',
        summary: 'One process',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const { locale = settings.locale } = request.query;
      return answers.send(request, reply, `process ${id} ${locale}`, async () => {
        const process = await content.process(id);
        if (!process) throw new Problem('not-found');
        return speakProcess(process, { locale, fallback: settings.locale });
      });
    },
  );
}
