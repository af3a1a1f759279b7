import type { BallotRules, Question } from '../../../src/model/ballot.js';
import type { PublishedVotes, QuestionResult } from '../../../src/model/ballot-results.js';
import type { PabulibInstance, PabulibVote, PabulibVoteType } from '../../../src/model/pabulib/pabulib.js';
import type { Answer } from '../../../src/model/vote.js';

const voteTypes: Readonly<Record<string, PabulibVoteType>> = {
  single: 'choose-1',
  multiple: 'approval',
  approval: 'approval',
  budget: 'approval',
  points: 'cumulative',
  ranking: 'ordinal',
  score: 'scoring',
};

/** The names of rules there. What has none is `unknown`. */
const ruleNames: Readonly<Record<string, string>> = {
  greedy: 'greedy',
  'greedy-no-skip': 'greedy-no-skip',
  'greedy-threshold': 'greedy-threshold',
  'greedy-exclusive': 'greedy-exclusive',
  poznan: 'greedy-custom',
  'equal-shares': 'equalshares',
};

/**
 * A question of a ballot as a file of Pabulib, with its published votes. Blank votes are left out: the format has none.
 *
 * @returns Nothing for a question in which options cost nothing, since the format is for budgets.
 */
export function toPabulib(
  question: Question,
  { rules, published, result, city }: { rules: BallotRules; published: PublishedVotes; result: QuestionResult; city: string },
): PabulibInstance | undefined {
  const { budget, points, max, min } = question.rules;
  const voteType = voteTypes[question.method.value];
  if (!budget || !voteType) return undefined;
  const figures = new Map(result.figures.map(figure => [figure.option, figure]));
  const votes = published.votes.flatMap(({ answers, count }) => {
    const vote = voteOf(answers.find(answer => answer.question === question.id));
    return vote ? Array.from({ length: count }, () => vote) : [];
  });
  const { rule, completion, comparison, threshold } = question.counting;
  const name = ruleNames[rule.value] ?? 'unknown';
  const completed = name === 'equalshares' && completion !== 'none' ? `${name}/${completion}` : name;
  const meta: [string, string][] = [
    ['description', `${rules.title.text}: ${question.title.text}`],
    ['country', 'unknown'],
    ['unit', city],
    ['instance', rules.id],
    ['currency', budget.currency],
    ['rule', comparison ? `${completed}-comparison` : completed],
    ['date_begin', dateOf(rules.opens)],
    ['date_end', dateOf(rules.closes)],
    ...(min === undefined ? [] : [['min_length', String(min)] satisfies [string, string]]),
    ...(max === undefined ? [] : [['max_length', String(max)] satisfies [string, string]]),
    ...(question.method.value === 'budget' ? [['max_sum_cost', String(budget.amount / 100)] satisfies [string, string]] : []),
    ...(points === undefined ? [] : [['max_sum_points', String(points)] satisfies [string, string]]),
    ...(threshold === undefined ? [] : [['min_project_score_threshold', String(threshold)] satisfies [string, string]]),
    ['language', rules.title.lang],
  ];
  return {
    meta: new Map(meta),
    voteType,
    budget: budget.amount,
    unit: 100,
    projects: question.options.map(({ id, cost = 0, title, category, district }) => ({
      id,
      cost,
      name: title.text,
      votes: figures.get(id)?.votes ?? 0,
      selected: figures.get(id)?.elected ?? false,
      category: category?.value,
      district: district?.value,
    })),
    votes,
  };
}

function voteOf(answer: Answer | undefined): PabulibVote | undefined {
  switch (answer?.type) {
    case 'choices':
      return { choice: answer.choices };
    case 'ranking':
      return { choice: answer.ranking };
    case 'points':
      return numbersOf(answer.points);
    case 'grades':
      return numbersOf(answer.grades);
    default:
      return undefined;
  }
}

function numbersOf(numbers: Readonly<Record<string, number>>): PabulibVote {
  const given = Object.entries(numbers).filter(([, number]) => number > 0);
  return { choice: given.map(([id]) => id), points: given.map(([, number]) => number) };
}

/** `dd.mm.yyyy`, as the format wants it. */
const dateOf = (instant: string): string => instant.slice(0, 10).split('-').reverse().join('.');
