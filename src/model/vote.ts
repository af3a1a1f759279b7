import * as v from 'valibot';
import { mostOptions, mostQuestions, voteIdSchema } from './ballot.js';

const ids = v.pipe(v.array(voteIdSchema), v.maxLength(mostOptions));

/** Numbers by option. What is no whole number or below zero is refused by the check of the vote, which can say which one. */
const numbers = v.pipe(
  v.record(voteIdSchema, v.pipe(v.number(), v.finite())),
  v.check(each => Object.keys(each).length <= mostOptions),
);

/** What a voter says to one question. */
export const answerSchema = v.variant('type', [
  v.object({ type: v.literal('blank'), question: voteIdSchema }),
  /** With the methods single, multiple, approval and budget. */
  v.object({ type: v.literal('choices'), question: voteIdSchema, choices: ids }),
  v.object({ type: v.literal('points'), question: voteIdSchema, points: numbers }),
  /** The best first. */
  v.object({ type: v.literal('ranking'), question: voteIdSchema, ranking: ids }),
  /** The place of a grade among the question's grades, counted from 0, the lowest. */
  v.object({ type: v.literal('grades'), question: voteIdSchema, grades: numbers }),
]);

/** One voter's filled-in ballot. Nothing in it says whose it is. */
export const voteSchema = v.object({
  ballot: voteIdSchema,
  /** The version of the ballot that was filled in. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  answers: v.pipe(v.array(answerSchema), v.maxLength(mostQuestions)),
});

export type Answer = v.InferOutput<typeof answerSchema>;
export type Vote = v.InferOutput<typeof voteSchema>;
