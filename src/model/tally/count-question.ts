import type { QuestionResult } from '../ballot-results.js';
import type { Question } from '../ballot.js';
import type { Answer } from '../vote.js';
import { grouped, plainAnswer } from '../vote-counting.js';
import { approval } from './approval.js';
import { borda } from './borda.js';
import { countProjects } from './count-projects.js';
import type { CountedVote } from './counted-vote.js';
import { instantRunoff } from './instant-runoff.js';
import { majorityJudgment } from './majority-judgment.js';
import { weighted, weightsOfApprovals, weightsOfRanking, weightsOfScores, type Weights } from './option-scores.js';
import type { Outcome } from './outcome.js';
import { plurality } from './plurality.js';
import { points } from './points.js';
import { schulze } from './schulze.js';
import { score } from './score.js';
import type { TieProtocol } from './ties.js';

/** A question as it is counted; its texts do not matter. */
export type CountedQuestion = Pick<Question, 'id' | 'options' | 'rules' | 'counting'>;

/**
 * Counts the answers to a question by the rule of the ballot. Server and browser do the same: whoever has the votes gets the same result.
 *
 * @param answers - All answers to this question, each checked when it was cast.
 * @throws RangeError for a rule that nobody here knows.
 */
export function countQuestion(question: CountedQuestion, answers: readonly Answer[], ties: TieProtocol): QuestionResult {
  const said = answers.filter(answer => answer.type !== 'blank').map(plainAnswer);
  const choices = grouped(said.flatMap(answer => (answer.type === 'choices' ? [answer.choices] : [])));
  const rankings = grouped(said.flatMap(answer => (answer.type === 'ranking' ? [answer.ranking] : [])));
  const numbers = grouped(
    said.flatMap(answer => (answer.type === 'points' ? [answer.points] : answer.type === 'grades' ? [answer.grades] : [])),
  );
  const weights = [
    ...weighted(choices, weightsOfApprovals),
    ...weighted(rankings, weightsOfRanking),
    ...weighted(numbers, weightsOfScores),
  ];
  const { spent, left, ...outcome } = counted(question, { choices, rankings, numbers, weights, all: answers.length, ties });
  return {
    question: question.id,
    votes: answers.length,
    blank: answers.length - said.length,
    figures: [...outcome.figures],
    ...(spent !== undefined && { spent }),
    ...(left !== undefined && { left }),
    steps: [...outcome.steps],
  };
}

interface Counted {
  readonly choices: readonly CountedVote<readonly string[]>[];
  readonly rankings: readonly CountedVote<readonly string[]>[];
  readonly numbers: readonly CountedVote<Readonly<Record<string, number>>>[];
  readonly weights: readonly CountedVote<Weights>[];
  readonly all: number;
  readonly ties: TieProtocol;
}

function counted({ options, rules, counting }: CountedQuestion, votes: Counted): Outcome {
  const { seats, average = false } = counting;
  const { choices, rankings, numbers, weights, all, ties } = votes;
  const rule = counting.rule.value;
  switch (rule) {
    case 'plurality':
      return plurality(options, choices, { seats, ties });
    case 'approval':
      return approval(options, choices, { seats, ties });
    case 'points':
      return points(options, numbers, { seats, ties });
    case 'borda':
      return borda(options, rankings, { seats, ties });
    case 'score':
      return score(options, numbers, { seats, ties, average });
    case 'majority-judgment':
      return majorityJudgment(options, numbers, { grades: rules.grades?.length ?? 0, seats, ties });
    case 'instant-runoff':
      return instantRunoff(options, rankings, { ties });
    case 'schulze':
      return schulze(options, rankings, { seats, ties });
    default: {
      const budget = rules.budget?.amount ?? 0;
      const outcome = countProjects({ options, votes: weights, all, budget, ties }, { ...counting, rule });
      if (!outcome) throw new RangeError(`Nobody knows how to count by '${rule}'.`);
      return outcome;
    }
  }
}
