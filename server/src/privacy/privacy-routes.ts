import type { FastifyInstance } from 'fastify';
import { privacyNoticeSchema } from '../../../src/model/privacy-notice.js';
import type { City } from '../city.js';
import { speakPrivacy } from '../content/speak.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { inLocale, withId } from '../routes/parameters.js';

/** What a person is told before anything is sent. */
export function privacyRoutes(app: FastifyInstance, { content, settings }: City, answers: KeptAnswers): void {
  app.get<{ Params: { id: string }; Querystring: { locale?: string } }>(
    '/processes/:id/privacy',
    {
      schema: {
        params: withId,
        querystring: inLocale,
        response: { 200: privacyNoticeSchema },
        operationId: 'getPrivacyNotice',
        summary: 'What becomes public, what is kept and how it is erased',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const { locale = settings.locale } = request.query;
      return answers.send(request, reply, `privacy ${id} ${locale}`, async () => {
        const process = await content.process(id);
        if (!process) throw new Problem('not-found');
        return speakPrivacy(process, { locale, fallback: settings.locale });
      });
    },
  );
}
