import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkVoteReceipt, type VoteCredential, type VoteReceipt } from '../../src/model/vote-receipt.js';
import type { BallotResults } from '../../src/model/ballot-results.js';
import type { LogDescription } from '../../src/model/log/log-description.js';
import { openLog } from '../../src/model/log/open-log.js';
import { closeBallots } from '../src/ballots/close-ballots.js';
import { ballotContent } from './support/ballots.js';
import { together } from './support/crowd.js';
import { people } from './support/people.js';
import { testCity } from './support/test-city.js';

/** `LOAD=large` for a whole town. */
const voters = process.env['LOAD'] === 'large' ? 10_000 : 600;

const projects = ['fontana', 'panchine', 'alberi'];

describe(`${String(voters)} voters at once, on PostgreSQL`, () => {
  it('are all counted, each once, and each has a receipt that holds', async () => {
    let now = new Date('2026-11-25T10:20:30Z');
    const environment = { WRITES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000', DATABASE_CONNECTIONS: '10' };
    const place = await testCity('PostgreSQL', { content: ballotContent, now: () => now, environment });
    const post = async <Answer>(path: string, payload: object, cookie?: string): Promise<Answer> => {
      const answer = await place.ask({
        method: 'POST',
        url: `/api/v1/ballots/bilancio/${path}`,
        payload,
        headers: place.writing(cookie),
      });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<Answer>();
    };
    try {
      const receipts: VoteReceipt[] = [];
      await together(
        Array.from({ length: voters }, (_, at) => at),
        40,
        async at => {
          const cookie = await place.signIn({ ...people.resident, identity: `TOWN${String(at)}` });
          const credential = await post<VoteCredential>('credential', {}, cookie);
          const choices = projects.slice(0, 1 + (at % 2));
          const vote = { ballot: 'bilancio', version: 1, answers: [{ type: 'choices', question: 'progetti', choices }] };
          receipts.push(await post<VoteReceipt>('votes', { vote, credential }));
        },
      );
      assert.equal(new Set(receipts.map(({ index }) => index)).size, voters);
      const { origin, keys, head } = (await place.ask('/api/v1/logs/ballot.bilancio')).json<LogDescription>();
      assert.equal(head.size, voters);
      const log = await openLog({ origin, keys });
      for (const receipt of receipts.slice(0, 200)) assert.equal((await checkVoteReceipt(receipt, log)).type, 'included');
      now = new Date('2026-11-30T19:00:01Z');
      await closeBallots(place.city);
      const { turnout, questions } = (await place.ask('/api/v1/ballots/bilancio/results')).json<BallotResults>();
      assert.equal(turnout.voted, voters);
      assert.deepEqual(
        questions[0]?.figures.map(({ option, votes }) => [option, votes]),
        [
          ['fontana', voters],
          ['panchine', voters / 2],
          ['palazzo', 0],
          ['alberi', 0],
        ],
      );
    } finally {
      await place.close();
    }
  });
});
