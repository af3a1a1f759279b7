import type { ObservationService } from '../backend.js';
import { asBackendError } from '../errors.js';
import { readAddress } from './address.js';
import type { HttpClient } from './client.js';

type Calls = Omit<ObservationService, 'can' | 'openData'>;

/**
 * Observations over the HTTP contract. What can be done is known at once; the code for it and its schemas come with the first call, so that
 * a page without observations never loads them.
 *
 * @param folder - Where the city's own pages are; without it nothing is known of its open data.
 */
export function observations(client: HttpClient, folder: URL | undefined): ObservationService {
  let calls: Promise<Calls> | undefined;
  const loaded = (): Promise<Calls> =>
    (calls ??= import('./observation-service.js').then(
      ({ observationCalls }) => observationCalls(client),
      (error: unknown) => {
        calls = undefined;
        throw asBackendError(error);
      },
    ));
  const later =
    <Given extends unknown[], Answer>(call: (service: Calls) => (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> =>
      call(await loaded())(...given);
  return {
    can: { submit: true, edit: true, comment: true, like: true, report: true, attach: true, search: true, log: true },
    terms: later(({ terms }) => terms),
    list: later(({ list }) => list),
    summary: later(({ summary }) => summary),
    get: later(({ get }) => get),
    similar: later(({ similar }) => similar),
    own: later(({ own }) => own),
    submit: later(({ submit }) => submit),
    edit: later(({ edit }) => edit),
    withdraw: later(({ withdraw }) => withdraw),
    attach: later(({ attach }) => attach),
    comments: later(({ comments }) => comments),
    comment: later(({ comment }) => comment),
    like: later(({ like }) => like),
    report: later(({ report }) => report),
    log: later(({ log }) => log),
    openData(process, { locale } = {}) {
      if (!folder) return undefined;
      const name = encodeURIComponent(process);
      const address = (path: string): string => readAddress(folder, path, { locale });
      return {
        json: address(`data/observations/${name}.json`),
        csv: address(`data/observations/${name}.csv`),
        feed: address(`processes/${name}/feed.xml`),
      };
    },
  };
}
