import * as v from 'valibot';
import { ballotRulesSchema, ballotSchema, ballotStatus, type Ballot } from '../../../model/ballot.js';
import type { BallotResults } from '../../../model/ballot-results.js';
import { countBallot } from '../../../model/count-ballot.js';
import { toBase64 } from '../../../model/log/base64.js';
import { canonicalJson } from '../../../model/log/canonical-json.js';
import { sha256 } from '../../../model/log/hash.js';
import type { Verification } from '../../../model/session.js';
import type { Answer } from '../../../model/vote.js';
import { problemsOf } from '../../../model/vote-check.js';
import { grouped, plainAnswer } from '../../../model/vote-counting.js';
import { voteDraftSchema, type VoteReceipt } from '../../../model/vote-receipt.js';
import type { BallotService, ReadOptions } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { parseAnswer } from '../../parse.js';
import { Idempotent } from '../idempotent.js';
import { BallotBox } from './ballot-box.js';
import type { BallotCity } from './ballot-city.js';
import type { BallotSeed } from './ballots-seed.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Ballots in the memory of the page. Nobody's secret is safe there: it is for stories, tests and demonstrations. */
export function ballots(city: BallotCity): BallotService {
  const boxes = new Map<string, BallotBox>();
  const idempotent = new Idempotent();
  /** Makes the tokens of this page: nobody else can know them. */
  const link = toBase64(crypto.getRandomValues(new Uint8Array(32)));

  const seedOf = (id: string): BallotSeed => {
    const found = city.seeds.find(ballot => ballot.id === id);
    if (!found) throw new BackendError('not-found', `no ballot ${id}`);
    return found;
  };

  const boxOf = (id: string): BallotBox => {
    const found = boxes.get(id);
    if (found) return found;
    const box = new BallotBox(id, () => city.now(), seedOf(id).votes ?? []);
    boxes.set(id, box);
    return box;
  };

  const read = async (id: string, options: ReadOptions = {}): Promise<Ballot> => {
    const { process, seed = 'seed', ...content } = seedOf(id);
    const rules = parseAnswer(ballotRulesSchema, city.speak(content, options), `ballot ${id}`);
    const asOf = city.now().toISOString();
    const status = ballotStatus(rules, asOf);
    const answer = {
      ...rules,
      eligibility: rules.eligibility ?? city.eligibility(process),
      process: city.process(process, options),
      // Here nobody is waited for: what is closed is counted.
      status: { value: status === 'counting' ? 'counted' : status },
      seedCommitment: toBase64(await sha256(bytes(seed))),
      ...(status === 'counting' && { seed }),
      asOf,
    };
    return parseAnswer(ballotSchema, answer, `ballot ${id}`);
  };

  const verificationIn = ({ process, eligibility }: Ballot): Verification => city.verification(process.id, eligibility);

  const tokenOf = async (id: string, nickname: string): Promise<string> =>
    toBase64(await sha256(bytes(`${link} ${id} ${nickname}`)));

  const proofOf = async (id: string, token: string): Promise<string> =>
    toBase64(await sha256(bytes(`${link} proof ${id} ${token}`)));

  const mustBeOpen = ({ status, id }: Ballot): void => {
    if (status.value !== 'open') throw new BackendError('closed', `ballot ${id} takes no votes now`);
  };

  const mayNotSee = (): never => {
    throw new BackendError('not-found', 'there is nothing to be seen yet');
  };

  const countedNow = async (ballot: Ballot, final: boolean): Promise<BallotResults> => {
    const { seed = 'seed', paper = 0 } = seedOf(ballot.id);
    const votes = boxOf(ballot.id).all();
    const voted = votes.reduce((sum, { count }) => sum + count, 0);
    const { entitled, id } = ballot;
    const turnout = { voted, online: voted - paper, paper, ...(entitled !== undefined && { entitled }) };
    const at = final ? new Date(ballot.closes) : city.now();
    return { ballot: id, at: at.toISOString(), final, turnout, questions: await countBallot(ballot, votes, seed) };
  };

  const hasVoted = async (id: string): Promise<boolean> => {
    const person = city.person();
    return person !== undefined && boxOf(id).has(await tokenOf(id, person.nickname));
  };

  return {
    can: { vote: true, results: true, log: true },

    async get(id, options) {
      await city.enter('ballots.get', options);
      return read(id, options);
    },

    async own(id, options) {
      await city.enter('ballots.own', options);
      const ballot = await read(id, options);
      if (!city.person()) return undefined;
      return { verification: verificationIn(ballot), voted: (await hasVoted(id)) ? 'yes' : 'no' };
    },

    async credential(id, options) {
      await city.enter('ballots.credential', options);
      const ballot = await read(id, options);
      const person = city.person();
      if (!person) throw new BackendError('unauthenticated', 'nobody is signed in');
      mustBeOpen(ballot);
      if (verificationIn(ballot).status.value !== 'granted') throw new BackendError('not-entitled', 'this person may not vote');
      const token = await tokenOf(id, person.nickname);
      return { ballot: id, token, proof: await proofOf(id, token) };
    },

    async cast(given, options) {
      await city.enter('ballots.cast', options);
      const draft = v.safeParse(voteDraftSchema, given);
      if (!draft.success) throw new BackendError('invalid', 'this is no vote');
      const { vote, credential } = draft.output;
      const { ballot: id } = vote;
      const ballot = await read(id, options);
      const { token, proof } = credential;
      const ours = credential.ballot === id && proof === (await proofOf(id, token));
      if (!ours) throw new BackendError('not-entitled', 'nobody gave this credential out');
      return idempotent.once(token, options.idempotencyKey, vote, async (): Promise<VoteReceipt> => {
        mustBeOpen(ballot);
        const problems = problemsOf(ballot, vote);
        if (problems.some(({ fault }) => fault === 'stale-version')) throw new BackendError('conflict', 'the ballot has changed');
        const fields = problems.map(({ fault, question, option }) => ({
          path: ['vote.answers', question, option].filter(part => part !== undefined).join('.'),
          message: fault,
        }));
        if (fields.length > 0) throw new BackendError('invalid', canonicalJson(fields), { fields });
        const box = boxOf(id);
        if (box.has(token) && !ballot.changeable) throw new BackendError('conflict', 'a vote cannot be changed here');
        const { index, head, path, commitment } = await box.log.add({ ballot: id, version: vote.version, answers: vote.answers });
        box.put(token, { answers: vote.answers, leaf: index });
        const hour = new Date(Math.floor(city.now().getTime() / 3_600_000) * 3_600_000).toISOString();
        return { ballot: id, hour, commitment, index, head, path };
      });
    },

    async results(id, { own = false, ...options } = {}) {
      await city.enter('ballots.results', options);
      const ballot = await read(id, options);
      if (ballot.status.value === 'counted') return countedNow(ballot, true);
      const rule = ballot.results.value;
      const shown = rule === 'while-open' || (rule === 'for-voters' && own && (await hasVoted(id)));
      return ballot.status.value === 'open' && shown ? countedNow(ballot, false) : mayNotSee();
    },

    async votes(id, options) {
      await city.enter('ballots.votes', options);
      const ballot = await read(id, options);
      if (!ballot.publishesVotes || ballot.status.value !== 'counted') mayNotSee();
      const all = boxOf(id)
        .all()
        .flatMap(({ answers, count }) => Array<Answer[]>(count).fill(answers.map(plainAnswer)));
      const votes = grouped(all).map(({ choice, count }) => ({ answers: [...choice], count }));
      return { ballot: id, version: ballot.version, votes };
    },

    async counted(id, options) {
      await city.enter('ballots.counted', options);
      const ballot = await read(id, options);
      if (ballot.status.value !== 'counted') mayNotSee();
      const { head } = await boxOf(id).log.describe();
      return { ballot: id, head, counted: boxOf(id).counted() };
    },

    async consistency(id, { from, to }, options) {
      await city.enter('ballots.consistency', options);
      seedOf(id);
      return boxOf(id).log.consistency(from, to);
    },

    async log(id, options) {
      await city.enter('ballots.log', options);
      seedOf(id);
      return boxOf(id).log.describe();
    },
  };
}
