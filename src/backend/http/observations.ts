import type { ObservationService } from '../backend.js';
import { readAddress } from './address.js';
import type { HttpClient } from './client.js';
import { lateCalls } from './late-calls.js';

/**
 * Observations over the HTTP contract. What can be done is known at once; the code for it and its schemas come with the first call, so that
 * a page without observations never loads them.
 *
 * @param folder - Where the city's own pages are; without it nothing is known of its open data.
 */
export function observations(client: HttpClient, folder: URL | undefined): ObservationService {
  return {
    can: { submit: true, edit: true, comment: true, like: true, report: true, attach: true, search: true, log: true },
    ...lateCalls(
      () => import('./observation-service.js').then(({ observationCalls }) => observationCalls(client)),
      [
        'terms',
        'list',
        'summary',
        'get',
        'similar',
        'own',
        'submit',
        'edit',
        'withdraw',
        'attach',
        'comments',
        'comment',
        'like',
        'report',
        'log',
      ],
    ),
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
