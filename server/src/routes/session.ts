import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { sessionSchema, type Session } from '../../../src/model/session.js';
import type { City } from '../city.js';
import { entitlement } from '../participation/entitlement.js';
import { Problem } from '../problems/problem.js';
import { idSchema, inLocale } from './parameters.js';

const sessionQuery = v.object({ ...inLocale.entries, process: idSchema });

/** Who is looking: a nickname and what this person may do. */
export function sessionRoutes(app: FastifyInstance, city: City): void {
  const { content, settings } = city;
  app.get<{ Querystring: v.InferOutput<typeof sessionQuery> }>(
    '/session',
    {
      config: { personal: true },
      schema: {
        querystring: sessionQuery,
        response: { 200: sessionSchema },
        operationId: 'getSession',
        summary: 'Who is looking, and what they may do in this process',
      },
    },
    async (request): Promise<Session> => {
      const { visitor } = request;
      if (!visitor) return { type: 'signed-out' };
      const process = await content.process(request.query.process);
      if (!process) throw new Problem('not-found');
      const languages = { locale: request.query.locale ?? settings.locale, fallback: settings.locale };
      return {
        type: 'signed-in',
        nickname: visitor.nickname,
        verification: await entitlement(city, process, visitor, languages),
      };
    },
  );
}
