import * as v from 'valibot';
import { ballotSchema } from '../../model/ballot.js';
import { ballotResultsSchema, publishedVotesSchema } from '../../model/ballot-results.js';
import { pathSchema } from '../../model/log/inclusion.js';
import { logDescriptionSchema } from '../../model/log/log-description.js';
import { ownVoteSchema } from '../../model/own-vote.js';
import { countedVotesSchema, voteCredentialSchema, voteReceiptSchema } from '../../model/vote-receipt.js';
import type { BallotService, ReadOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import { parseAnswer } from '../parse.js';
import type { Query } from './address.js';
import type { HttpClient } from './client.js';

const segment = encodeURIComponent;

/** The heads that come with it are known already. */
const consistencySchema = v.object({ path: pathSchema });

/** Every call about ballots, with the schemas of their answers. */
export function ballotCalls(client: HttpClient): Omit<BallotService, 'can'> {
  const of = (id: string, part = '', locale?: string): string => client.url(`v1/ballots/${segment(id)}${part}`, { locale });
  const logOf = (id: string, part = '', query: Query = {}): string =>
    client.url(`v1/logs/${segment(`ballot.${id}`)}${part}`, query);
  const ask = async <Answer>(
    schema: v.GenericSchema<unknown, Answer>,
    url: string,
    { signal, personal = false }: Pick<ReadOptions, 'signal'> & { personal?: boolean },
  ): Promise<Answer> => parseAnswer(schema, await client.read(url, { signal, personal }), url);
  return {
    get: (id, { locale, signal } = {}) => ask(ballotSchema, of(id, '', locale), { signal }),
    async own(id, { locale, signal } = {}) {
      signal?.throwIfAborted();
      if (!client.knowsPerson) return undefined;
      return ask(ownVoteSchema, of(id, '/own', locale), { signal, personal: true }).catch((error: unknown) => {
        if (error instanceof BackendError && error.reason === 'unauthenticated') return undefined;
        throw error;
      });
    },
    async credential(id, { idempotencyKey, signal }) {
      const url = of(id, '/credential');
      return parseAnswer(voteCredentialSchema, await client.write(url, {}, idempotencyKey, { signal }), url);
    },
    async cast(draft, { idempotencyKey, signal }) {
      const url = of(draft.vote.ballot, '/votes');
      // Without the cookie and without a token: the request must not say who is signed in.
      return parseAnswer(voteReceiptSchema, await client.write(url, draft, idempotencyKey, { signal, personal: false }), url);
    },
    results: (id, { own = false, signal } = {}) =>
      own && client.knowsPerson
        ? ask(ballotResultsSchema, of(id, '/results/own'), { signal, personal: true })
        : ask(ballotResultsSchema, of(id, '/results'), { signal }),
    votes: (id, { signal } = {}) => ask(publishedVotesSchema, of(id, '/votes'), { signal }),
    counted: (id, { signal } = {}) => ask(countedVotesSchema, of(id, '/counted'), { signal }),
    log: (id, { signal } = {}) => ask(logDescriptionSchema, logOf(id), { signal }),
    async consistency(id, { from, to }, { signal } = {}) {
      return (await ask(consistencySchema, logOf(id, '/consistency', { from, to }), { signal })).path;
    },
  };
}
