import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readerLocale } from '../http/reader-locale.js';
import { headersBeforeRoutes } from '../http/security-headers.js';
import { sendMissingPage } from '../pages/missing-page.js';
import { pageLocale } from '../pages/page-locale.js';
import { sendTroublePage } from '../pages/trouble-page.js';
import { Problem, problems, type ProblemName } from './problem.js';
import { problemWords } from './problem-words.js';

interface Options {
  /** What the addresses of problems begin with. */
  url: URL;
  locale: string;
  /** The name of the municipality. */
  cityName: string;
}

/** Lets every failure end as a problem document (RFC 9457), and for who opened a page as a page. What went wrong inside stays inside: it is logged, and never told. */
export function answerProblems(app: FastifyInstance, options: Options): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
    if (!isForPerson(request)) return sendProblem(request, reply, problem, options);
    tellWhen(reply, problem);
    return sendTroublePage(reply, pageLocale(request, options.locale), problem, options);
  });
  app.setNotFoundHandler((request, reply) =>
    isForPerson(request)
      ? sendMissingPage(reply, pageLocale(request, options.locale), options)
      : sendProblem(request, reply, new Problem('not-found'), options),
  );
}

/** Whether somebody opened an address in a browser: a page of ours, one of its forms or the way to the provider, and not the API. */
const isForPerson = ({ url, headers, routeOptions }: FastifyRequest): boolean =>
  (!url.startsWith('/api/') || routeOptions.config.rate === 'sign-in') && headers.accept?.includes('text/html') === true;

function tellWhen(reply: FastifyReply, { retryAfter }: Problem): void {
  if (retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfter)));
}

/** What Fastify refuses before any route is found: an address that is none, a name that is too long. */
export const answerFrameworkErrors =
  (options: Options) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    void sendProblem(request, reply.headers(headersBeforeRoutes(options.url)), asProblem(error), options);
  };

/** Sends a problem document in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem, options: Options): FastifyReply {
  const t = problemWords(readerLocale(request, options.locale));
  const [status, reason] = problems[problem.problem];
  tellWhen(reply, problem);
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', t.locale)
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: new URL(`/problems/${problem.problem}`, options.url).href,
        title: t(`${problem.problem}.title`),
        status,
        reason,
        lang: t.locale,
        ...(problem.fields.length > 0 && { errors: problem.fields }),
      }),
    );
}

/** What Fastify and its plugins refuse by themselves, by their codes and statuses. */
const byCode: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
};
const byStatus: Readonly<Record<number, ProblemName>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'too-slow',
  413: 'too-large',
  414: 'not-found',
  415: 'not-json',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
};

function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  const known = byCode[error.code] ?? byStatus[error.statusCode ?? 500];
  if (known !== undefined) return new Problem(known, { cause: error });
  const status = error.statusCode ?? 500;
  return new Problem(status >= 400 && status < 500 ? 'invalid-request' : 'failed', { cause: error });
}
