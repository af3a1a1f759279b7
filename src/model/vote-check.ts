import type { Ballot, Method, Question } from './ballot.js';
import type { Answer, Vote } from './vote.js';

/** What is wrong with a vote. */
export type VoteFault =
  | 'stale-version'
  | 'unknown-question'
  | 'question-twice'
  | 'question-missing'
  | 'blank-not-allowed'
  | 'wrong-method'
  | 'unknown-option'
  | 'option-twice'
  | 'too-few'
  | 'too-many'
  | 'over-budget'
  | 'below-minimum-spend'
  | 'not-whole'
  | 'negative'
  | 'too-many-points'
  | 'over-option-limit'
  | 'unknown-grade';

export interface VoteProblem {
  readonly fault: VoteFault;
  readonly question?: string;
  readonly option?: string;
  /** What the rule asks for: a number of options or points, an amount in the smallest unit. */
  readonly limit?: number;
  /** What the vote has. */
  readonly has?: number;
}

/** The form of the answer that a method takes. */
const answerTypes: Readonly<Record<Method, Exclude<Answer['type'], 'blank'>>> = {
  single: 'choices',
  multiple: 'choices',
  approval: 'choices',
  budget: 'choices',
  points: 'points',
  ranking: 'ranking',
  score: 'grades',
};

export const isMethod = (value: string): value is Method => Object.hasOwn(answerTypes, value);

/** The form of the answer to a question; nothing where its method is none that we know. */
export const answerTypeOf = ({ method }: Pick<Question, 'method'>): Exclude<Answer['type'], 'blank'> | undefined =>
  isMethod(method.value) ? answerTypes[method.value] : undefined;

/** Everything that is wrong with a vote: server and widget ask the same. An empty list means that it can be cast. */
export function problemsOf({ questions, version }: Pick<Ballot, 'questions' | 'version'>, vote: Vote): VoteProblem[] {
  if (vote.version !== version) return [{ fault: 'stale-version', limit: version, has: vote.version }];
  const problems: VoteProblem[] = [];
  const seen = new Set<string>();
  for (const answer of vote.answers) {
    const question = questions.find(({ id }) => id === answer.question);
    if (!question) problems.push({ fault: 'unknown-question', question: answer.question });
    else if (seen.has(question.id)) problems.push({ fault: 'question-twice', question: question.id });
    else problems.push(...problemsOfAnswer(question, answer));
    seen.add(answer.question);
  }
  const missing = questions.filter(({ id }) => !seen.has(id));
  return [...problems, ...missing.map(({ id }): VoteProblem => ({ fault: 'question-missing', question: id }))];
}

/** Everything that is wrong with one answer. */
export function problemsOfAnswer(question: Question, answer: Answer): VoteProblem[] {
  const { id } = question;
  const { rules } = question;
  if (answer.type === 'blank') return rules.blank ? [] : [{ fault: 'blank-not-allowed', question: id }];
  if (answer.type !== answerTypeOf(question)) return [{ fault: 'wrong-method', question: id }];
  const named = optionsIn(answer);
  const known = new Set(question.options.map(option => option.id));
  const problems: VoteProblem[] = [];
  const unknown = named.find(option => !known.has(option));
  if (unknown !== undefined) problems.push({ fault: 'unknown-option', question: id, option: unknown });
  const twice = named.find((option, index) => named.indexOf(option) !== index);
  if (twice !== undefined) problems.push({ fault: 'option-twice', question: id, option: twice });
  if (problems.length > 0) return problems;
  return [...numberProblems(question, answer), ...countProblems(question, named.length), ...moneyProblems(question, named)];
}

/** The options that an answer speaks of; those with no points are none of them. */
function optionsIn(answer: Exclude<Answer, { type: 'blank' }>): string[] {
  switch (answer.type) {
    case 'choices':
      return answer.choices;
    case 'ranking':
      return answer.ranking;
    case 'points':
      return Object.entries(answer.points).flatMap(([id, points]) => (points === 0 ? [] : [id]));
    case 'grades':
      return Object.keys(answer.grades);
  }
}

/** Fewest and most options of a question. One is chosen of a single choice, and an answer that is not blank has at least one. */
export function limitsOf({ method, rules, options }: Question): { min: number; max: number } {
  const most = method.value === 'single' ? 1 : (rules.max ?? options.length);
  return { min: Math.max(rules.min ?? 0, 1), max: Math.min(most, options.length) };
}

function countProblems(question: Question, has: number): VoteProblem[] {
  const { min, max } = limitsOf(question);
  if (has < min) return [{ fault: 'too-few', question: question.id, limit: min, has }];
  return has > max ? [{ fault: 'too-many', question: question.id, limit: max, has }] : [];
}

/** What options cost together, in the smallest unit. */
export function costOf({ options }: Pick<Question, 'options'>, chosen: Iterable<string>): number {
  const costs = new Map(options.map(({ id, cost }) => [id, cost ?? 0]));
  let sum = 0;
  for (const id of chosen) sum += costs.get(id) ?? 0;
  return sum;
}

/** How much has to be spent at least, in the smallest unit, rounded up. */
export const minimumSpendOf = ({ rules: { budget, minimumSpend } }: Pick<Question, 'rules'>): number =>
  Number((BigInt(budget?.amount ?? 0) * BigInt(minimumSpend ?? 0) + 99n) / 100n);

function moneyProblems(question: Question, chosen: readonly string[]): VoteProblem[] {
  const { budget } = question.rules;
  if (question.method.value !== 'budget' || !budget) return [];
  const has = costOf(question, chosen);
  if (has > budget.amount) return [{ fault: 'over-budget', question: question.id, limit: budget.amount, has }];
  const limit = minimumSpendOf(question);
  return has < limit ? [{ fault: 'below-minimum-spend', question: question.id, limit, has }] : [];
}

function numberProblems(question: Question, answer: Answer): VoteProblem[] {
  if (answer.type !== 'points' && answer.type !== 'grades') return [];
  const { rules, id } = question;
  const numbers = answer.type === 'points' ? answer.points : answer.grades;
  for (const [option, has] of Object.entries(numbers)) {
    if (!Number.isSafeInteger(has)) return [{ fault: 'not-whole', question: id, option, has }];
    if (has < 0) return [{ fault: 'negative', question: id, option, has }];
    if (answer.type === 'grades') {
      const limit = (rules.grades?.length ?? 0) - 1;
      if (has > limit) return [{ fault: 'unknown-grade', question: id, option, limit, has }];
    } else if (has > (rules.pointsPerOption ?? Infinity)) {
      return [{ fault: 'over-option-limit', question: id, option, limit: rules.pointsPerOption ?? 0, has }];
    }
  }
  const total = Object.values(numbers).reduce((sum, each) => sum + each, 0);
  const limit = rules.points ?? Infinity;
  return answer.type === 'points' && total > limit ? [{ fault: 'too-many-points', question: id, limit, has: total }] : [];
}

/** What is left to give: money in the smallest unit, choices, points. Below zero when there is too much already. */
export interface Remaining {
  readonly money?: number;
  readonly choices?: number;
  readonly points?: number;
}

/** What an answer leaves. */
export function remainingOf(question: Question, answer: Answer): Remaining {
  const { rules, method } = question;
  if (answer.type === 'blank' || answer.type === 'grades') return {};
  const named = optionsIn(answer);
  const spent = answer.type === 'points' ? Object.values(answer.points).reduce((sum, each) => sum + each, 0) : 0;
  return {
    ...(method.value === 'budget' && rules.budget && { money: rules.budget.amount - costOf(question, named) }),
    ...((rules.max !== undefined || method.value === 'single') && { choices: limitsOf(question).max - named.length }),
    ...(answer.type === 'points' && rules.points !== undefined && { points: rules.points - spent }),
  };
}
