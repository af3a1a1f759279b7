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
  /** The option that is meant; with `over-budget` one that alone costs more than there is, where there is such a one. */
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
  const { id, rules } = question;
  if (answer.type === 'blank') return rules.blank ? [] : [{ fault: 'blank-not-allowed', question: id }];
  if (answer.type !== answerTypeOf(question)) return [{ fault: 'wrong-method', question: id }];
  const problems = [...nameProblems(question, answer), ...numberProblems(question, answer)];
  if (problems.length > 0) return problems;
  const named = optionsIn(answer);
  return [...pointProblems(question, answer), ...countProblems(question, named.length), ...moneyProblems(question, named)];
}

/** Options that are none of the question's, and those that are named more than once. */
function nameProblems({ id, options }: Question, answer: Exclude<Answer, { type: 'blank' }>): VoteProblem[] {
  const known = new Set(options.map(option => option.id));
  // Also those that get no points: nothing that was not asked goes into the box.
  const named = answer.type === 'points' ? Object.keys(answer.points) : optionsIn(answer);
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const option of named) (seen.has(option) ? twice : seen).add(option);
  return [
    ...[...seen]
      .filter(option => !known.has(option))
      .map((option): VoteProblem => ({ fault: 'unknown-option', question: id, option })),
    ...Array.from(twice, (option): VoteProblem => ({ fault: 'option-twice', question: id, option })),
  ];
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
  if (has > budget.amount) {
    const option = question.options.find(({ id, cost = 0 }) => cost > budget.amount && chosen.includes(id))?.id;
    return [{ fault: 'over-budget', question: question.id, ...(option !== undefined && { option }), limit: budget.amount, has }];
  }
  const limit = minimumSpendOf(question);
  return has < limit ? [{ fault: 'below-minimum-spend', question: question.id, limit, has }] : [];
}

/** Points and grades that no option can have. */
function numberProblems({ id, rules }: Question, answer: Answer): VoteProblem[] {
  if (answer.type !== 'points' && answer.type !== 'grades') return [];
  const isGrades = answer.type === 'grades';
  const limit = isGrades ? (rules.grades?.length ?? 0) - 1 : (rules.pointsPerOption ?? Infinity);
  return Object.entries(isGrades ? answer.grades : answer.points).flatMap(([option, has]): VoteProblem[] => {
    const about = { question: id, option, has };
    if (!Number.isSafeInteger(has)) return [{ fault: 'not-whole', ...about }];
    if (has < 0) return [{ fault: 'negative', ...about }];
    return has > limit ? [{ fault: isGrades ? 'unknown-grade' : 'over-option-limit', ...about, limit }] : [];
  });
}

function pointProblems({ id, rules }: Question, answer: Answer): VoteProblem[] {
  if (answer.type !== 'points') return [];
  const limit = rules.points ?? Infinity;
  const has = sum(Object.values(answer.points));
  return has > limit ? [{ fault: 'too-many-points', question: id, limit, has }] : [];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

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
  const spent = answer.type === 'points' ? sum(Object.values(answer.points)) : 0;
  return {
    ...(method.value === 'budget' && rules.budget && { money: rules.budget.amount - costOf(question, named) }),
    ...((rules.max !== undefined || method.value === 'single') && { choices: limitsOf(question).max - named.length }),
    ...(answer.type === 'points' && rules.points !== undefined && { points: rules.points - spent }),
  };
}
