import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { attachmentRoutes } from './attachments/attachment-routes.js';
import { fileRoutes } from './attachments/file-routes.js';
import type { City } from './city.js';
import { feedRoutes } from './feeds/feed-routes.js';
import { observationFeed } from './feeds/observation-feed.js';
import { draftRoutes } from './hand-over/draft-routes.js';
import { guardAccess } from './http/access.js';
import { compressPublic } from './http/compress-public.js';
import { KeptAnswers } from './http/kept-answers.js';
import { protectReaders } from './http/security-headers.js';
import { ReadyAnswers } from './http/ready-answers.js';
import { validateByModel } from './http/validation.js';
import { noticePages } from './notices/notice-pages.js';
import { noticeRoutes } from './notices/notice-routes.js';
import { openDataRoutes } from './open-data/open-data-routes.js';
import { describeRoutes } from './openapi/document.js';
import { pageRoutes } from './pages/page-routes.js';
import { privacyRoutes } from './privacy/privacy-routes.js';
import { answerFrameworkErrors, answerProblems } from './problems/answer-problems.js';
import { limitRates, limitReads } from './rates/limit-rates.js';
import { ReadLimit } from './rates/read-limit.js';
import { SharedCounts } from './rates/shared-counts.js';
import { documentRoutes } from './routes/documents.js';
import { logRoutes } from './routes/logs.js';
import { ballotRoutes } from './routes/ballots.js';
import { observationRoutes } from './routes/observations.js';
import { pactRoutes } from './routes/pacts.js';
import { processRoutes } from './routes/processes.js';
import { sessionRoutes } from './routes/session.js';
import { knowVisitor } from './sign-in/know-visitor.js';
import { nicknameRoutes } from './sign-in/nickname-routes.js';
import { signInRoutes } from './sign-in/routes.js';
import { Sessions } from './sign-in/sessions.js';
import { signOutRoutes } from './sign-in/sign-out-routes.js';
import { staffRoutes } from './staff/staff-routes.js';
import { endConnections } from './watch/end-connections.js';
import { healthRoutes } from './watch/health.js';
import { metricsRoutes } from './watch/metrics.js';
import { RequestLog } from './watch/request-log.js';
import { youRoutes } from './you/you-routes.js';

/** Of the contract; the build of the package keeps it in step with the library. */
const version = '0.1.0';

/** The largest body that a write may have, in bytes. */
const largestBody = 256 * 1024;

/** How long a request may take to arrive, in milliseconds. */
const slowestRequest = 30_000;

/** Puts the parts of the server together. Nothing listens yet. */
export async function makeApp(city: City): Promise<FastifyInstance> {
  const { settings, content, keys, database, now } = city;
  const app = Fastify({
    loggerInstance: city.log,
    logController: new RequestLog(),
    bodyLimit: largestBody,
    requestTimeout: slowestRequest,
    trustProxy: settings.trustProxy.length > 0 ? settings.trustProxy : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFrameworkErrors(settings),
  });
  const counts = new SharedCounts(database.db, keys, error => {
    city.log.warn({ err: error }, 'requests could not be counted');
  });
  const reads = new ReadLimit(counts, settings.readsPerMinute, now);
  const answers = new KeptAnswers();
  const ready = new ReadyAnswers(reads, now);
  content.onChange(() => {
    answers.clear();
    ready.clear();
  });
  const sessions = new Sessions(database.db, keys, settings.sessionMinutes * 60_000);

  // A form of a foreign page could send text; it cannot send JSON.
  app.removeContentTypeParser('text/plain');
  endConnections(app);
  ready.answerFirst(app);
  answerProblems(app, settings);
  validateByModel(app);
  await describeRoutes(app, version);
  await app.register(cookie);
  await protectReaders(app, settings);
  await compressPublic(app);
  await guardAccess(app, { own: settings.url.origin, listed: settings.sites });
  limitReads(app, reads);
  knowVisitor(app, sessions, now);
  await limitRates(app, city, counts);
  ready.keepLast(app);
  healthRoutes(app, city);
  metricsRoutes(app, city, version);
  signInRoutes(app, city);
  signOutRoutes(app, city);
  nicknameRoutes(app, city);

  await app.register(
    async api => {
      processRoutes(api, city, answers);
      pactRoutes(api, city, answers);
      documentRoutes(api, city, answers);
      observationRoutes(api, city);
      ballotRoutes(api, city);
      logRoutes(api, city);
      sessionRoutes(api, city);
      draftRoutes(api, city);
      privacyRoutes(api, city, answers);
      noticeRoutes(api, city);
      await attachmentRoutes(api, city);
    },
    { prefix: '/api/v1' },
  );
  fileRoutes(app, city);
  feedRoutes(app, city, answers);
  observationFeed(app, city);
  openDataRoutes(app, city);
  noticePages(app, city);
  youRoutes(app, city);
  staffRoutes(app, city);
  await pageRoutes(app, city, answers);
  return app;
}
