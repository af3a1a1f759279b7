import type { BallotResults, PublishedVotes } from '../../model/ballot-results.js';
import { countBallot, sameResult } from '../../model/count-ballot.js';
import { toBase64 } from '../../model/log/base64.js';
import { sha256 } from '../../model/log/hash.js';
import type { Ballot, Question } from '../../model/ballot.js';

/** What is sent to the worker; texts stay here. */
export interface RecountTask {
  readonly questions: readonly Pick<Question, 'id' | 'options' | 'rules' | 'counting'>[];
  readonly votes: PublishedVotes['votes'];
  readonly seed: string;
}

/** What came of counting again. */
export interface Recount {
  /** How many votes were counted. */
  readonly votes: number;
  /** Whether the same came out. */
  readonly same: boolean;
  /** Whether the seed of the lots is the one that was promised before the first vote; nothing where it cannot be known. */
  readonly seedKept: boolean | undefined;
  readonly questions: BallotResults['questions'];
}

/**
 * Counts the published votes again in this browser, with the code that the server counts with, and compares.
 *
 * @throws Error when the votes are on another version of the ballot, and whatever the counting throws.
 */
export async function recount(ballot: Ballot, official: BallotResults, published: PublishedVotes): Promise<Recount> {
  if (published.version !== ballot.version) throw new Error(`The votes are on version ${String(published.version)}.`);
  const { seed = '', seedCommitment } = ballot;
  const questions = ballot.questions.map(({ id, options, rules, counting }) => ({ id, options, rules, counting }));
  const task: RecountTask = { questions, votes: published.votes, seed };
  const counted = await inWorker(task).catch(() => inSlices(task));
  return {
    votes: published.votes.reduce((sum, { count }) => sum + count, 0),
    same: sameResult(counted, official.questions),
    seedKept:
      seedCommitment === undefined || seed === ''
        ? undefined
        : toBase64(await sha256(new TextEncoder().encode(seed))) === seedCommitment,
    questions: counted,
  };
}

/** Rejects where a worker is forbidden, or lies on another site than the page. */
function inWorker(task: RecountTask): Promise<BallotResults['questions']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./recount-worker.js', import.meta.url), { type: 'module' });
    const end = (): void => {
      worker.terminate();
    };
    worker.onmessage = ({ data }: MessageEvent<BallotResults['questions'] | undefined>) => {
      end();
      if (data) resolve(data);
      else reject(new Error('The worker could not count.'));
    };
    worker.onerror = () => {
      end();
      reject(new Error('There is no worker.'));
    };
    worker.postMessage(task);
  });
}

/** Question by question in the page itself; in between the page can do what people ask of it. */
export async function inSlices({ questions, votes, seed }: RecountTask): Promise<BallotResults['questions']> {
  const counted: BallotResults['questions'] = [];
  for (const question of questions) {
    await new Promise(resolve => {
      setTimeout(resolve);
    });
    counted.push(...(await countBallot({ questions: [question] }, votes, seed)));
  }
  return counted;
}
