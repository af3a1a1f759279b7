import type * as v from 'valibot';
import { acceptanceAnswerSchema, pactSchema } from '../../model/pact.js';
import { pageSchema } from '../../model/page.js';
import { processSchema } from '../../model/process.js';
import { receiptSchema } from '../../model/receipt.js';
import { sessionSchema } from '../../model/session.js';
import type { Backend, CityPages, DocumentService, HandOver, PactService, ProcessService, SessionService } from '../backend.js';
import { asBackendError, isAbort } from '../errors.js';
import { parseAnswer } from '../parse.js';
import { apiAddress, readAddress, type Query } from './address.js';
import { takeOver } from './arrivals.js';
import { ballots } from './ballots.js';
import { HttpClient } from './client.js';
import { observations } from './observations.js';
import type { HttpOptions } from './options.js';

export type { HttpOptions } from './options.js';

/**
 * A backend over Portico's own HTTP contract.
 *
 * @param base - Address of the API, absolute or relative to the page: `https://partecipa.comune.example/api`.
 */
export function http(base: string, options: HttpOptions = {}): Backend {
  const client = new HttpClient(base, options);
  const offered = options.services ?? ['session', 'processes', 'pacts', 'documents', 'observations', 'ballots'];
  return {
    locale: options.locale,
    pages: cityPages(client, options.pages),
    session: offered.includes('session') ? session(client, options.pages) : undefined,
    processes: offered.includes('processes') ? processes(client) : undefined,
    pacts: offered.includes('pacts') ? pacts(client) : undefined,
    documents: offered.includes('documents') ? documents(client) : undefined,
    observations: offered.includes('observations') ? observations(client, cityFolder(client, options.pages)) : undefined,
    ballots: offered.includes('ballots') ? ballots(client) : undefined,
  };
}

const segment = encodeURIComponent;

function session(client: HttpClient, pages: string | undefined): SessionService {
  return {
    can: { signIn: true },
    async current(process, { locale, signal } = {}) {
      signal?.throwIfAborted();
      if (!client.knowsPerson) return { type: 'signed-out' };
      const url = client.url('v1/session', { process, locale });
      return parseAnswer(sessionSchema, await client.read(url, { signal, personal: true }), url);
    },
    handOver: client.knowsPerson ? undefined : handOver(client, pages),
    ...(client.knowsPerson && client.base.origin === location.origin && { takeOver: place => takeOver(client, place) }),
    signInUrl: (returnTo, { locale } = {}) => client.url('v1/session/sign-in', { return: returnTo, locale }),
    watch(onChange) {
      // Somebody signs in or out in another tab, or comes back from signing in: either way this page is shown again.
      const onVisible = (): void => {
        if (document.visibilityState === 'visible') onChange();
      };
      const onPageShow = (event: PageTransitionEvent): void => {
        if (event.persisted) onChange();
      };
      document.addEventListener('visibilitychange', onVisible);
      addEventListener('pageshow', onPageShow);
      return () => {
        document.removeEventListener('visibilitychange', onVisible);
        removeEventListener('pageshow', onPageShow);
      };
    },
  };
}

/** Where the city's own pages are, if that is known. */
function cityFolder({ base }: HttpClient, pages: string | undefined): URL | undefined {
  if (pages !== undefined) return apiAddress(pages);
  return base.pathname.endsWith('/api/') ? new URL('..', base) : undefined;
}

/** Absent when it is not known where they are. */
function cityPages(client: HttpClient, pages: string | undefined): CityPages | undefined {
  const folder = cityFolder(client, pages);
  return (
    folder && {
      pageUrl: ({ widget, subject }, query) => readAddress(folder, `embed/${widget}/${segment(subject)}`, query),
    }
  );
}

/** Absent when it is not known where the city's own pages are. */
function handOver(client: HttpClient, pages: string | undefined): HandOver | undefined {
  const known = cityPages(client, pages);
  if (known === undefined) return undefined;
  return {
    ...known,
    async leave(draft, options) {
      try {
        const { leave } = await import('./hand-over.js');
        return `portico-draft=${await leave(client, draft, options)}`;
      } catch (error) {
        throw isAbort(error) ? error : asBackendError(error);
      }
    },
  };
}

function processes(client: HttpClient): ProcessService {
  return {
    can: { list: true },
    async get(id, { locale, signal } = {}) {
      const url = client.url(`v1/processes/${segment(id)}`, { locale });
      return parseAnswer(processSchema, await client.read(url, { signal }), url);
    },
    async list({ cursor, limit, locale, signal } = {}) {
      const url = client.url('v1/processes', { cursor, limit, locale });
      return parseAnswer(pageSchema(processSchema), await client.read(url, { signal }), url);
    },
  };
}

function pacts(client: HttpClient): PactService {
  return {
    can: { versions: true, accept: true },
    async get(id, { version, locale, signal } = {}) {
      const url = client.url(`v1/pacts/${segment(id)}`, { version, locale });
      return parseAnswer(pactSchema, await client.read(url, { signal }), url);
    },
    async acceptance(id, { signal } = {}) {
      signal?.throwIfAborted();
      if (!client.knowsPerson) return undefined;
      const url = client.url(`v1/pacts/${segment(id)}/acceptance`);
      return parseAnswer(acceptanceAnswerSchema, await client.read(url, { signal, personal: true }), url).accepted;
    },
    async accept({ pact, version }, { signal, idempotencyKey }) {
      const url = client.url(`v1/pacts/${segment(pact)}/acceptance`);
      return parseAnswer(receiptSchema, await client.write(url, { version }, idempotencyKey, { signal }), url);
    },
  };
}

/** Its schemas come beside the answer: a page that shows no document never loads them. */
function documents(client: HttpClient): DocumentService {
  type Answers = (typeof import('./document-answers.js'))['answers'];
  const ask = async <Name extends keyof Answers>(
    schema: Name,
    path: string,
    query: Query,
    signal?: AbortSignal,
  ): Promise<v.InferOutput<Answers[Name]>> => {
    const url = client.url(`v1/documents/${path}`, query);
    const loading = import('./document-answers.js').catch((error: unknown) => Promise.reject(asBackendError(error)));
    const [answer, { answers }] = await Promise.all([client.read(url, { signal }), loading]);
    return parseAnswer(answers[schema] as v.GenericSchema<unknown, v.InferOutput<Answers[Name]>>, answer, url);
  };
  return {
    can: { versions: true },
    get: (id, { version, locale, signal } = {}) => ask('document', segment(id), { version, locale }, signal),
    passages: (id, { version, from, cursor, limit, locale, signal } = {}) =>
      ask('passages', `${segment(id)}/passages`, { version, from, cursor, limit, locale }, signal),
  };
}
