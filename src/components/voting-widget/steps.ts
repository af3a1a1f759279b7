import type { Ballot, Question } from '../../model/ballot.js';

/** One page of the way. Points and rankings have two: first what is meant, then how much. */
export type Step =
  | { readonly type: 'choose'; readonly question: Question }
  | { readonly type: 'weigh'; readonly question: Question }
  | { readonly type: 'check' };

const weighed: readonly string[] = ['points', 'ranking'];

/** Whether what is chosen is weighed or put in order afterwards. */
export const isWeighed = ({ method }: Pick<Question, 'method'>): boolean => weighed.includes(method.value);

/** All steps to a vote. */
export function stepsOf({ questions }: Pick<Ballot, 'questions'>): Step[] {
  return [
    ...questions.flatMap((question): Step[] => [
      { type: 'choose', question },
      ...(isWeighed(question) ? [{ type: 'weigh', question } as const] : []),
    ]),
    { type: 'check' },
  ];
}
