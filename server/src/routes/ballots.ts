import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { ballotSchema } from '../../../src/model/ballot.js';
import { ballotResultsSchema, publishedVotesSchema } from '../../../src/model/ballot-results.js';
import { ownVoteSchema } from '../../../src/model/own-vote.js';
import { countedVotesSchema, voteCredentialSchema, voteDraftSchema, voteReceiptSchema } from '../../../src/model/vote-receipt.js';
import { castVote } from '../ballots/cast-vote.js';
import { giveCredential, voterOf } from '../ballots/credential.js';
import { hasVoted, ownVote } from '../ballots/own-vote.js';
import { countedLeaves, publishedVotes, resultsFor } from '../ballots/results.js';
import { findBallot, speakBallot } from '../ballots/speak-ballot.js';
import type { City } from '../city.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { KeptAnswers } from '../http/kept-answers.js';
import { addressOf } from '../rates/read-limit.js';
import { VoteLimit } from '../rates/vote-limit.js';
import { visitorOf } from '../sign-in/know-visitor.js';
import { inLocale, withId } from './parameters.js';

/** How long answers for everybody are kept, in milliseconds: what opens or closes must be seen to. */
const freshness = 5000;

const caching = `public, max-age=${String(freshness / 1000)}, must-revalidate`;

const mostKept = 8 * 1024 * 1024;

interface Named {
  Params: { id: string };
}

type InLocale = Named & { Querystring: v.InferOutput<typeof inLocale> };

/** Ballots: what everybody reads of them, what belongs to one person, and voting. */
export function ballotRoutes(app: FastifyInstance, city: City): void {
  const { settings, now } = city;
  const answers = new KeptAnswers(mostKept);
  const votes = new VoteLimit(settings.writesPerMinute, now);
  city.content.onChange(() => {
    answers.clear();
  });
  const fallback = settings.locale;
  const bucket = (): number => Math.floor(now().getTime() / freshness);

  app.get<InLocale>(
    '/ballots/:id',
    {
      schema: {
        params: withId,
        querystring: inLocale,
        response: { 200: ballotSchema },
        operationId: 'getBallot',
        summary: 'A ballot: its questions, options and rules, and where it stands',
      },
    },
    (request, reply) => {
      const { locale = fallback } = request.query;
      const make = async () =>
        speakBallot(city, await findBallot(city, request.params.id), { locale, fallback, asOf: now().toISOString() });
      const key = JSON.stringify(['ballot', request.params.id, locale, bucket()]);
      return answers.send(request, reply, key, make, { caching, repeatable: false });
    },
  );

  app.get<InLocale>(
    '/ballots/:id/own',
    {
      config: { personal: true },
      schema: {
        params: withId,
        querystring: inLocale,
        response: { 200: ownVoteSchema },
        operationId: 'getOwnVote',
        summary: 'Whether the person who is signed in may vote, and whether they have',
      },
    },
    request => {
      const { locale = fallback } = request.query;
      return ownVote(city, request.params.id, visitorOf(request), { locale, fallback });
    },
  );

  app.post<Named & { Body: object }>(
    '/ballots/:id/credential',
    {
      config: { personal: true, audience: 'own-site' },
      schema: {
        params: withId,
        body: v.object({}),
        response: { 200: voteCredentialSchema },
        operationId: 'giveCredential',
        summary: 'Gives the person who is signed in what a vote is cast with; always the same',
      },
    },
    async (request, reply) => {
      idempotencyKey(request);
      void reply.header('cache-control', 'no-store');
      return giveCredential(city, request.params.id, visitorOf(request));
    },
  );

  app.post<Named & { Body: v.InferOutput<typeof voteDraftSchema> }>(
    '/ballots/:id/votes',
    {
      config: { audience: 'own-site', rate: 'free' },
      schema: {
        params: withId,
        body: voteDraftSchema,
        response: { 200: voteReceiptSchema },
        operationId: 'castVote',
        summary: 'Casts a vote, or another one in its place. Nobody is asked who is signed in: send no cookie',
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      votes.count(voterOf(city.keys, request.body) ?? addressOf(request));
      return castVote(city, request.params.id, request.body, idempotencyKey(request));
    },
  );

  app.get<Named>(
    '/ballots/:id/results',
    {
      schema: {
        params: withId,
        response: { 200: ballotResultsSchema },
        operationId: 'getBallotResults',
        summary: 'What came of a ballot, once everybody may see it',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const key = JSON.stringify(['results', id, bucket()]);
      return answers.send(request, reply, key, () => resultsFor(city, id, 'everybody'), { caching, repeatable: false });
    },
  );

  app.get<Named>(
    '/ballots/:id/results/own',
    {
      config: { personal: true },
      schema: {
        params: withId,
        response: { 200: ballotResultsSchema },
        operationId: 'getBallotResultsForVoters',
        summary: 'The same for somebody who has voted, where voters see it first',
      },
    },
    async request => {
      const { id } = request.params;
      const voted = await hasVoted(city, id, visitorOf(request));
      return resultsFor(city, id, voted ? 'voter' : 'everybody');
    },
  );

  app.get<Named>(
    '/ballots/:id/votes',
    {
      schema: {
        params: withId,
        response: { 200: publishedVotesSchema },
        operationId: 'listPublishedVotes',
        summary: 'Whole votes after the closing, where the ballot publishes them: to count again',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const key = JSON.stringify(['votes', id, bucket()]);
      return answers.send(request, reply, key, () => publishedVotes(city, id), { caching, repeatable: false });
    },
  );

  app.get<Named>(
    '/ballots/:id/counted',
    {
      schema: {
        params: withId,
        response: { 200: countedVotesSchema },
        operationId: 'listCountedLeaves',
        summary: 'Which leaves of the log of a ballot count, after the closing',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const key = JSON.stringify(['counted', id, bucket()]);
      return answers.send(request, reply, key, () => countedLeaves(city, id), { caching, repeatable: false });
    },
  );
}
