import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Ballot } from '../../src/model/ballot.js';
import type { BallotResults, PublishedVotes } from '../../src/model/ballot-results.js';
import { toBase64 } from '../../src/model/log/base64.js';
import { isConsistent } from '../../src/model/log/consistency.js';
import { openLog } from '../../src/model/log/open-log.js';
import type { LogDescription } from '../../src/model/log/log-description.js';
import type { SignedTreeHead } from '../../src/model/log/tree-head.js';
import type { OwnVote } from '../../src/model/own-vote.js';
import { countPabulib } from '../../src/model/pabulib/count-pabulib.js';
import { readPabulib } from '../../src/model/pabulib/read-pabulib.js';
import { writePabulib } from '../../src/model/pabulib/write-pabulib.js';
import { countQuestion } from '../../src/model/tally/count-question.js';
import { drawLots } from '../../src/model/tally/lot.js';
import { electedIn } from '../../src/model/tally/outcome.js';
import { checkVoteReceipt, type CountedVotes, type VoteCredential, type VoteReceipt } from '../../src/model/vote-receipt.js';
import { closeBallots } from '../src/ballots/close-ballots.js';
import { rolesAreThere, asRole } from '../src/ballots/roles.js';
import { findBallot, rulesOf } from '../src/ballots/speak-ballot.js';
import { toPabulib } from '../src/ballots/to-pabulib.js';
import type { Visitor } from '../src/sign-in/visitor.js';
import { ballotContent } from './support/ballots.js';
import { everyValue } from './support/every-value.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const open = new Date('2026-11-25T10:20:30Z');
const over = new Date('2026-11-30T19:00:01Z');

const voter = (number: number): Visitor => ({
  ...people.resident,
  identity: `VOTER${String(number)}`,
  nickname: `Voce ${String(number)}`,
});

describe('the limit of votes', () => {
  it('is for each credential, not for an office full of people, and keeps nothing in the database', async () => {
    const environment = { WRITES_PER_MINUTE: '5' };
    const place = await testCity('PGlite', { content: ballotContent, now: () => open, environment });
    try {
      const vote = { ballot: 'bilancio', version: 1, answers: [{ type: 'choices', question: 'progetti', choices: ['alberi'] }] };
      const statuses = async (number: number, times: number): Promise<number[]> => {
        const headers = place.writing(await place.signIn(voter(number)));
        const credential = (
          await place.ask({ method: 'POST', url: '/api/v1/ballots/bilancio/credential', payload: {}, headers })
        ).json<object>();
        const answers: number[] = [];
        for (let time = 0; time < times; time += 1) {
          const payload = { vote, credential };
          answers.push(
            (await place.ask({ method: 'POST', url: '/api/v1/ballots/bilancio/votes', payload, headers: place.writing() }))
              .statusCode,
          );
        }
        return answers;
      };
      for (let number = 0; number < 12; number += 1) assert.deepEqual(await statuses(number, 1), [200]);
      assert.deepEqual(await statuses(0, 6), [200, 200, 200, 200, 429, 429]);
      const rows = await place.city.database.db.selectFrom('rate').select('bucket').execute();
      // Voter 0 signed in twice.
      assert.equal(rows.length, 13, 'the sessions that asked for a credential, and nobody else');
    } finally {
      await place.close();
    }
  });
});

for (const engine of engines) {
  describe(`voting, on ${engine}`, () => {
    let place: TestCity;
    let now = open;
    let resident = '';
    before(async () => {
      place = await testCity(engine, {
        content: ballotContent,
        now: () => now,
        environment: { WRITES_PER_MINUTE: '100000', READS_PER_MINUTE: '100000', SESSION_MINUTES: '20000' },
      });
      resident = await place.signIn(people.resident);
    });
    after(() => place.close());

    const post = (path: string, payload: object, cookie?: string, key?: string) =>
      place.ask({ method: 'POST', url: `/api/v1/ballots/${path}`, payload, headers: place.writing(cookie, key) });
    const read = async <Answer>(path: string, cookie?: string): Promise<Answer> => {
      const answer = await place.ask({ url: `/api/v1/${path}`, headers: cookie === undefined ? {} : { cookie } });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<Answer>();
    };
    const refused = (answer: { statusCode: number; body: string; json: () => unknown }, problem: string) => {
      assert.ok((answer.json() as { type: string }).type.endsWith(`/problems/${problem}`), answer.body);
      return answer.json() as { errors?: { pointer: string; detail: string }[] };
    };
    const credential = async (ballot: string, cookie = resident): Promise<VoteCredential> => {
      const answer = await post(`${ballot}/credential`, {}, cookie);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<VoteCredential>();
    };
    const projects = (...choices: string[]) => ({
      ballot: 'bilancio',
      version: 1,
      answers: [{ type: 'choices', question: 'progetti', choices }],
    });
    const night = (choice: string) => ({
      ballot: 'consultazione',
      version: 1,
      answers: [{ type: 'choices', question: 'notte', choices: [choice] }],
    });
    const cast = (vote: { ballot: string }, paper: VoteCredential, key: string = randomUUID()) =>
      post(`${vote.ballot}/votes`, { vote, credential: paper }, undefined, key);
    const received = async (vote: { ballot: string }, paper: VoteCredential, key?: string): Promise<VoteReceipt> => {
      const answer = await cast(vote, paper, key);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<VoteReceipt>();
    };
    const logOf = async (ballot: string) => openLog(await read<LogDescription>(`logs/ballot.${ballot}`));

    it('shows a ballot with its rules, in the reader’s language, and the promise of the lot', async () => {
      const ballot = await read<Ballot>('ballots/bilancio?locale=en');
      assert.equal(ballot.title.text, 'The budget of the park');
      assert.equal(ballot.status.value, 'open');
      assert.equal(ballot.process.id, 'parco');
      assert.equal(ballot.questions[0]?.options.length, 4);
      assert.match(ballot.seedCommitment ?? '', /^[\w+/]{43}=$/);
      assert.equal(ballot.seed, undefined);
      assert.deepEqual(ballot.eligibility.minAge, 16);
      assert.equal((await place.ask('/api/v1/ballots/niente')).statusCode, 404);
    });

    it('gives what a vote is cast with to who may vote, and always the same', async () => {
      const first = await credential('bilancio');
      assert.deepEqual(await credential('bilancio'), first);
      assert.notEqual((await credential('consultazione')).token, first.token);
      refused(await post('bilancio/credential', {}), 'sign-in-first');
      refused(await post('bilancio/credential', {}, await place.signIn(people.child)), 'not-entitled');
      refused(await post('bilancio/credential', {}, await place.signIn(people.waiting)), 'not-entitled');
      refused(await post('niente/credential', {}, resident), 'not-found');
    });

    it('takes votes from its own pages alone', async () => {
      const headers = { origin: 'https://giornale.example', 'idempotency-key': randomUUID() };
      const paper = await credential('bilancio');
      const payload = { vote: projects('fontana'), credential: paper };
      const answer = await place.ask({ method: 'POST', url: '/api/v1/ballots/bilancio/votes', payload, headers });
      refused(answer, 'foreign-origin');
    });

    it('takes a vote without asking who is signed in, and gives a receipt that holds and tells no minute', async () => {
      const paper = await credential('bilancio');
      const answer = await post('bilancio/votes', { vote: projects('fontana', 'panchine'), credential: paper });
      assert.equal(answer.headers['set-cookie'], undefined);
      assert.equal(answer.headers['cache-control'], 'no-store');
      const receipt = answer.json<VoteReceipt>();
      assert.equal(receipt.hour, '2026-11-25T10:00:00.000Z');
      assert.equal(receipt.head.at, '2026-11-25T10:00:00.000Z');
      assert.doesNotMatch(answer.body, /fontana|salt/);
      const log = await logOf('bilancio');
      assert.equal((await checkVoteReceipt(receipt, log)).type, 'included');
      const changed = { ...receipt, commitment: toBase64(createHash('sha256').update('other').digest()) };
      assert.equal((await checkVoteReceipt(changed, log)).type, 'not-included');
      assert.equal((await checkVoteReceipt(receipt, await logOf('consultazione'))).type, 'bad-signature');
      const { voted } = await read<OwnVote>('ballots/bilancio/own', resident);
      assert.equal(voted, 'yes');
    });

    it('gives a receipt again for a key that comes again, and refuses another vote under it', async () => {
      const paper = await credential('bilancio', await place.signIn(voter(1)));
      const first = await received(projects('alberi'), paper, 'the-line-was-lost');
      const again = await received(projects('alberi'), paper, 'the-line-was-lost');
      assert.equal(again.index, first.index);
      refused(await cast(projects('panchine'), paper, 'the-line-was-lost'), 'idempotency-key-reused');
    });

    it('lets a vote be changed until the closing; the last one counts, and the log keeps the place of both', async () => {
      const cookie = await place.signIn(voter(2));
      const first = await received(projects('alberi'), await credential('bilancio', cookie));
      const second = await received(projects('panchine'), await credential('bilancio', cookie));
      assert.ok(second.index > first.index);
      const { from, to, path } = await read<{ from: SignedTreeHead; to: SignedTreeHead; path: string[] }>(
        `logs/ballot.bilancio/consistency?from=${String(first.head.size)}&to=${String(second.head.size)}`,
      );
      const seen = ({ size, root }: SignedTreeHead) => ({ size, root: new Uint8Array(Buffer.from(root, 'base64')) });
      const bytes = path.map(each => new Uint8Array(Buffer.from(each, 'base64')));
      assert.ok(await isConsistent(seen(from), seen(to), bytes));
      assert.equal(to.root, second.head.root);
    });

    it('does not let it be changed where the ballot does not', async () => {
      const paper = await credential('consultazione', await place.signIn(voter(3)));
      await received(night('si'), paper);
      refused(await cast(night('no'), paper), 'already-voted');
    });

    it('refuses what no form would send, and says which part', async () => {
      const paper = await credential('bilancio', await place.signIn(voter(4)));
      const answer = (more: object) => ({
        ...projects(),
        answers: [{ type: 'choices', question: 'progetti', choices: [], ...more }],
      });
      const wrong: [vote: { ballot: string }, problem: string, detail?: string][] = [
        [projects('fontana', 'panchine', 'alberi'), 'invalid-fields', 'over-budget'],
        [projects('palazzo'), 'invalid-fields', 'over-budget'],
        [projects('giostra'), 'invalid-fields', 'unknown-option'],
        [projects('alberi', 'alberi'), 'invalid-fields', 'option-twice'],
        [projects(), 'invalid-fields', 'too-few'],
        [answer({ type: 'points', points: { alberi: -1 } }), 'invalid-fields', 'wrong-method'],
        [{ ...projects('alberi'), version: 2 } as { ballot: string }, 'text-changed'],
        [{ ...projects('alberi'), answers: [] } as { ballot: string }, 'invalid-fields', 'question-missing'],
        [answer({ question: 'altra', choices: ['alberi'] }), 'invalid-fields', 'unknown-question'],
      ];
      for (const [vote, problem, detail] of wrong) {
        const { errors } = refused(await cast(vote, paper), problem);
        if (detail !== undefined) assert.equal(errors?.[0]?.detail, detail, JSON.stringify(vote));
      }
      const sent = [
        {},
        [],
        { answers: 'x' },
        { ...projects('alberi'), ballot: 7 },
        { ...projects('alberi'), answers: [{ type: 'shout' }] },
      ];
      for (const vote of sent) {
        const response = await post('bilancio/votes', { vote, credential: paper });
        assert.ok([400, 422].includes(response.statusCode), response.body);
      }
    });

    it('takes no credential that it did not give out for this very ballot', async () => {
      const paper = await credential('bilancio', await place.signIn(voter(5)));
      const other = await credential('consultazione', await place.signIn(voter(5)));
      const token = toBase64(createHash('sha256').update('somebody').digest());
      for (const forged of [{ ...paper, token }, { ...paper, proof: token }, other, { ...other, ballot: 'bilancio' }]) {
        refused(await cast(projects('alberi'), forged), 'not-entitled');
      }
    });

    it('makes one vote of 200 tries of one person at once', async () => {
      const cookie = await place.signIn(voter(6));
      const before = await read<LogDescription>('logs/ballot.consultazione');
      const answers = await Promise.all(
        Array.from({ length: 200 }, async () => cast(night('no'), await credential('consultazione', cookie))),
      );
      assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1);
      for (const answer of answers) if (answer.statusCode !== 200) refused(answer, 'already-voted');
      const { head } = await read<LogDescription>('logs/ballot.consultazione');
      assert.equal(head.size, before.head.size + 1);
    });

    it('shows results to voters first, where the ballot says so', async () => {
      assert.equal((await place.ask('/api/v1/ballots/consultazione/results')).statusCode, 404);
      const results = await read<BallotResults>('ballots/consultazione/results/own', await place.signIn(voter(6)));
      assert.equal(results.final, false);
      assert.equal(results.turnout.voted, 2);
      const stranger = await place.ask({
        url: '/api/v1/ballots/consultazione/results/own',
        headers: { cookie: await place.signIn(voter(99)) },
      });
      refused(stranger, 'not-found');
      assert.equal((await place.ask('/api/v1/ballots/bilancio/results')).statusCode, 404);
    });

    it('keeps roll and box apart: each role of the database sees its own alone', async () => {
      const { db } = place.city.database;
      assert.equal(await rolesAreThere(db), true);
      const denied = /permission denied/;
      await assert.rejects(
        asRole(db, 'portico_roll', query => query.selectFrom('vote_box').selectAll().execute()),
        denied,
      );
      await assert.rejects(
        asRole(db, 'portico_roll', query => query.selectFrom('ballot_secret').selectAll().execute()),
        denied,
      );
      await assert.rejects(
        asRole(db, 'portico_box', query => query.selectFrom('voter_roll').selectAll().execute()),
        denied,
      );
      await assert.rejects(
        asRole(db, 'portico_box', query => query.selectFrom('session').selectAll().execute()),
        denied,
      );
    });

    it('keeps nothing beside a vote by which its voter could be found', async () => {
      const cookie = await place.signIn(voter(7));
      const paper = await credential('bilancio', cookie);
      await received(projects('fontana'), paper, 'a-key-that-is-nowhere-else');
      const tokens = [paper.token, Buffer.from(paper.token, 'base64').toString('hex'), paper.proof];
      for (const [table, text] of await everyValue(place.city.database.db)) {
        for (const token of tokens) assert.ok(!text.includes(token), table);
        if (table !== 'vote_box') assert.ok(!text.includes('a-key-that-is-nowhere-else'), table);
        if (!['vote_box', 'content', 'ballot_result'].includes(table)) assert.doesNotMatch(text, /fontana/, table);
      }
    });

    it('counts at the closing, by the server’s clock, and takes no vote after it', async () => {
      const late = await credential('bilancio', await place.signIn(voter(8)));
      now = over;
      // Nobody stays signed in for days.
      resident = await place.signIn(people.resident);
      refused(await cast(projects('alberi'), late), 'not-asked');
      refused(await post('bilancio/credential', {}, resident), 'not-asked');
      assert.equal((await read<Ballot>('ballots/bilancio')).status.value, 'counting');
      assert.deepEqual((await closeBallots(place.city)).sort(), ['bilancio', 'consultazione']);
      assert.deepEqual(await closeBallots(place.city), []);
      now = new Date(over.getTime() + 60_000);
      const results = await read<BallotResults>('ballots/bilancio/results');
      // The resident: fountain and benches; the others: trees, benches (changed), fountain.
      assert.deepEqual(
        results.questions[0]?.figures.map(({ option, votes, elected }) => [option, votes, elected]),
        [
          ['panchine', 2, true],
          ['fontana', 2, true],
          ['alberi', 1, false],
          ['palazzo', 0, false],
        ],
      );
      assert.deepEqual(results.turnout, { voted: 4, online: 4, paper: 0, entitled: 1000 });
      assert.equal(results.final, true);
      assert.equal((await read<Ballot>('ballots/bilancio')).status.value, 'counted');
    });

    it('publishes votes in an order that says nothing, from which anybody counts the same', async () => {
      const ballot = await read<Ballot>('ballots/bilancio');
      const published = await read<PublishedVotes>('ballots/bilancio/votes');
      const [question] = ballot.questions;
      assert.ok(question && ballot.seed !== undefined);
      assert.equal(toBase64(createHash('sha256').update(ballot.seed).digest()), ballot.seedCommitment);
      const ids = question.options.map(({ id }) => id);
      const lot = await drawLots(`${ballot.seed}/${question.id}`, ids);
      const answers = published.votes.flatMap(({ answers: [answer], count }) =>
        answer ? Array.from({ length: count }, () => answer) : [],
      );
      const results = await read<BallotResults>('ballots/bilancio/results');
      assert.deepEqual(countQuestion(question, answers, { lot }), results.questions[0]);
      assert.equal((await place.ask('/api/v1/ballots/consultazione/votes')).statusCode, 404);
    });

    it('writes the published votes as a file that counts to the same', async () => {
      const rules = rulesOf(await findBallot(place.city, 'bilancio'), { locale: 'it', fallback: 'it' });
      const published = await read<PublishedVotes>('ballots/bilancio/votes');
      const [result] = (await read<BallotResults>('ballots/bilancio/results')).questions;
      const [question] = rules.questions;
      assert.ok(question && result);
      const instance = toPabulib(question, { rules, published, result, city: 'Comune' });
      assert.ok(instance);
      const again = readPabulib(writePabulib(instance));
      assert.ok('instance' in again, JSON.stringify(again));
      assert.equal(again.instance.votes.length, 4);
      const elected = electedIn(countPabulib(again.instance, { rule: 'greedy' }));
      assert.deepEqual(elected, ['panchine', 'fontana']);
      assert.deepEqual(
        again.instance.projects.filter(({ selected }) => selected).map(({ id }) => id).sort(), // prettier-ignore
        ['fontana', 'panchine'],
      );
    });

    it('says which leaves count, and that the key which joined roll and box is gone', async () => {
      const counted = await read<CountedVotes>('ballots/bilancio/counted');
      assert.equal(counted.counted.length, 4);
      assert.equal(counted.head.size, 5);
      const secret = await place.city.database.db.selectFrom('ballot_secret').selectAll().execute();
      assert.ok(secret.every(({ link_key }) => link_key === null));
      const { voted } = await read<OwnVote>('ballots/bilancio/own', resident);
      assert.equal(voted, 'yes');
      const { voted: never } = await read<OwnVote>('ballots/bilancio/own', await place.signIn(voter(8)));
      assert.equal(never, 'no');
    });
  });
}
