import type { BallotService } from '../backend.js';
import type { HttpClient } from './client.js';
import { lateCalls } from './late-calls.js';

/** Ballots over the HTTP contract; the code for them comes with the first call. Nobody votes where the server cannot know them. */
export function ballots(client: HttpClient): BallotService {
  return {
    can: { vote: client.knowsPerson, results: true, log: true },
    ...lateCalls(
      () => import('./ballot-service.js').then(({ ballotCalls }) => ballotCalls(client)),
      ['get', 'own', 'credential', 'cast', 'results', 'votes', 'counted', 'log', 'consistency'],
    ),
  };
}
