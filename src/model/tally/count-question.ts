import type { QuestionResult } from '../ballot-results.js';
import type { Question } from '../ballot.js';
import type { Answer } from '../vote.js';
import { grouped, plainAnswer } from '../vote-counting.js';
import { approval } from './approval.js';
import { borda } from './borda.js';
import { countProjects } from './count-projects.js';
import type { Approvals, CountedVote, Ranking, Scores } from './counted-vote.js';
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
  const { spent, left, ...outcome } = counted(question, said, { all: answers.length, ties });
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

function counted(
  { options, rules, counting }: CountedQuestion,
  said: readonly Answer[],
  { all, ties }: { all: number; ties: TieProtocol },
): Outcome {
  const { seats, average = false } = counting;
  const rule = counting.rule.value;
  switch (rule) {
    case 'plurality':
      return plurality(options, grouped(choicesIn(said)), { seats, ties });
    case 'approval':
      return approval(options, grouped(choicesIn(said)), { seats, ties });
    case 'points':
      return points(options, oneByOne(numbersIn(said)), { seats, ties });
    case 'borda':
      return borda(options, grouped(rankingsIn(said)), { seats, ties });
    case 'score':
      return score(options, oneByOne(numbersIn(said)), { seats, ties, average });
    case 'majority-judgment':
      return majorityJudgment(options, oneByOne(numbersIn(said)), { grades: rules.grades?.length ?? 0, seats, ties });
    case 'instant-runoff':
      return instantRunoff(options, grouped(rankingsIn(said)), { ties });
    case 'schulze':
      return schulze(options, grouped(rankingsIn(said)), { seats, ties });
    default: {
      const budget = rules.budget?.amount ?? 0;
      const outcome = countProjects({ options, votes: weightsIn(said), all, budget, ties }, { ...counting, rule });
      if (!outcome) throw new RangeError(`Nobody knows how to count by '${rule}'.`);
      return outcome;
    }
  }
}

const choicesIn = (said: readonly Answer[]): Approvals[] =>
  said.flatMap(answer => (answer.type === 'choices' ? [answer.choices] : []));

const rankingsIn = (said: readonly Answer[]): Ranking[] =>
  said.flatMap(answer => (answer.type === 'ranking' ? [answer.ranking] : []));

const numbersIn = (said: readonly Answer[]): Scores[] =>
  said.flatMap(answer => (answer.type === 'points' ? [answer.points] : answer.type === 'grades' ? [answer.grades] : []));

/** Hardly two votes give the same numbers to all options: to add them up takes less than to look which are the same. */
const oneByOne = <Choice>(choices: readonly Choice[]): CountedVote<Choice>[] => choices.map(choice => ({ choice, count: 1 }));

const weightsIn = (said: readonly Answer[]): CountedVote<Weights>[] => [
  ...weighted(grouped(choicesIn(said)), weightsOfApprovals),
  ...weighted(grouped(rankingsIn(said)), weightsOfRanking),
  ...weighted(grouped(numbersIn(said)), weightsOfScores),
];
