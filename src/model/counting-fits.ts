import type { CountingRule, Method } from './ballot.js';

const plain = ['plurality', 'approval'] as const;
const projects = ['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'poznan', 'equal-shares'] as const;

/** Which rules can count the answers of a method. Rules for projects order them by what the answers give: votes, points, k..1 for a ranking of k. */
const rulesFor: Readonly<Record<Method, readonly CountingRule[]>> = {
  single: [...plain, ...projects],
  multiple: [...plain, ...projects],
  approval: [...plain, ...projects],
  budget: [...plain, ...projects],
  points: ['points', ...projects],
  ranking: ['borda', 'instant-runoff', 'schulze', ...projects],
  score: ['score', 'majority-judgment'],
};

/** Whether a rule can count the answers of a method. */
export const countingFits = (method: string, rule: string): boolean =>
  Object.hasOwn(rulesFor, method) && rulesFor[method as Method].some(each => each === rule);
