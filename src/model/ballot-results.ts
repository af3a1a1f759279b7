import * as v from 'valibot';
import { voteIdSchema } from './ballot.js';
import { openEnum } from './open-enum.js';
import { instantSchema } from './time.js';
import { answerSchema } from './vote.js';

const number = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How an option fared. */
export const optionFigureSchema = v.object({
  option: voteIdSchema,
  /** Votes that name it. */
  votes: count,
  /** What the rule orders by, where that is not the number of votes: points, the sum of grades, the place of the median grade. */
  score: v.exactOptional(number),
  elected: v.boolean(),
});

/**
 * One step on the way to a result, to be told in plain words: `kind` says which sentence, the rest what stands in it. Steps that a widget
 * does not know are left out; the figures say the same.
 */
export const stepSchema = v.object({
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  option: v.exactOptional(voteIdSchema),
  options: v.exactOptional(v.array(voteIdSchema)),
  /** Money in the smallest unit, by what it is: `cost`, `left`, `each`. */
  money: v.exactOptional(v.record(v.string(), number)),
  /** Anything that is counted, by what it is: `votes`, `round`, `grade`. */
  numbers: v.exactOptional(v.record(v.string(), number)),
  /** What is counted for each option, or for each grade. */
  figures: v.exactOptional(v.record(v.string(), number)),
  /** What broke a tie. */
  by: v.exactOptional(openEnum<'cost' | 'votes' | 'lot'>()),
});

export const questionResultSchema = v.object({
  question: voteIdSchema,
  /** Votes that answer it, the blank ones among them. */
  votes: count,
  blank: count,
  /** All options, in the order that the rule puts them in. */
  figures: v.array(optionFigureSchema),
  /** Money in the smallest unit, where options cost something. */
  spent: v.exactOptional(count),
  left: v.exactOptional(count),
  steps: v.optional(v.array(stepSchema), []),
});

export const ballotResultsSchema = v.object({
  ballot: voteIdSchema,
  /** The moment of the count. */
  at: instantSchema,
  /** Whether it is the last word; while a ballot is open it is not. */
  final: v.boolean(),
  /** How many voted, and how: each voter once. */
  turnout: v.object({ voted: count, online: count, paper: v.optional(count, 0), entitled: v.exactOptional(count) }),
  questions: v.array(questionResultSchema),
});

/** Votes as they are published where the ballot says so: one row for all that are the same, in an order that says nothing. */
export const publishedVotesSchema = v.object({
  ballot: voteIdSchema,
  /** The version that they are on. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  votes: v.array(v.object({ answers: v.array(answerSchema), count: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
});

export type OptionFigure = v.InferOutput<typeof optionFigureSchema>;
export type ResultStep = v.InferOutput<typeof stepSchema>;
export type QuestionResult = v.InferOutput<typeof questionResultSchema>;
export type BallotResults = v.InferOutput<typeof ballotResultsSchema>;
export type PublishedVotes = v.InferOutput<typeof publishedVotesSchema>;
