import * as v from 'valibot';
import { eligibilitySchema } from './eligibility.js';
import { hrefSchema } from './link.js';
import { hashSchema } from './log/hash.js';
import { openEnum } from './open-enum.js';
import { placeSchema } from './place.js';
import { privacyNoticeSchema } from './privacy-notice.js';
import { processSchema } from './process.js';
import { textSchema } from './text.js';
import { instantSchema } from './time.js';

/** How a question is answered. */
export type Method = 'single' | 'multiple' | 'approval' | 'budget' | 'points' | 'ranking' | 'score';

/** How votes are counted: one file of `tally/` for each. */
export type CountingRule =
  | 'plurality'
  | 'approval'
  | 'points'
  | 'borda'
  | 'score'
  | 'majority-judgment'
  | 'instant-runoff'
  | 'schulze'
  | 'greedy'
  | 'greedy-no-skip'
  | 'greedy-threshold'
  | 'greedy-exclusive'
  | 'poznan'
  | 'equal-shares';

/** Who can join a vote with its voter; `docs/voting-security.md` says what each promises. */
export type Secrecy = 'pseudonymous' | 'blind';

/** Where a ballot stands. Server and clock say it; `counting` is between closing and the result. */
export type BallotStatus = 'not-yet-open' | 'open' | 'counting' | 'counted';

/** Who sees results, and when. */
export type ResultsRule = 'after-closing' | 'while-open' | 'for-voters';

/** No ballot has more of them. */
export const mostQuestions = 20;
export const mostOptions = 500;

/** Ids of ballots, questions and options. Records lose the two names that are refused: a grade by such a name would vanish without a word. */
export const voteIdSchema = v.pipe(v.string(), v.regex(/^(?!(constructor|prototype)$)[a-z0-9][a-z0-9._-]{0,99}$/i));

const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** An amount in the smallest unit of its currency, cents. */
const amountSchema = whole(0);

/** What can be voted for: a project, a person, an answer. */
export const optionSchema = v.object({
  id: voteIdSchema,
  title: textSchema,
  /** One or two sentences, beside the title. */
  summary: v.exactOptional(textSchema),
  /** Paragraphs are parted by an empty line. */
  description: v.exactOptional(textSchema),
  cost: v.exactOptional(amountSchema),
  category: v.exactOptional(openEnum()),
  district: v.exactOptional(openEnum()),
  place: v.exactOptional(placeSchema),
  picture: v.exactOptional(v.object({ url: hrefSchema, alt: textSchema })),
  url: v.exactOptional(hrefSchema),
});

/** What an answer has to keep to. What a method does not know is left out. */
export const questionRulesSchema = v.object({
  /** Whether a vote may leave the question blank. */
  blank: v.optional(v.boolean(), true),
  /** Fewest and most options that are chosen or ranked, or get points. */
  min: v.exactOptional(whole(0)),
  max: v.exactOptional(whole(1)),
  /** With the method budget: what can be spent. */
  budget: v.exactOptional(v.object({ amount: amountSchema, currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) })),
  /** With the method budget: how much of it has to be spent at least, in percent. */
  minimumSpend: v.exactOptional(whole(0, 100)),
  /** With the method points: how many there are to give, and how many one option can have. */
  points: v.exactOptional(whole(1)),
  pointsPerOption: v.exactOptional(whole(1)),
  /** With the method score: the grades, the lowest first. */
  grades: v.exactOptional(v.pipe(v.array(textSchema), v.minLength(2), v.maxLength(20))),
});

/** How the votes on a question are counted. */
export const countingSchema = v.object({
  rule: openEnum<CountingRule>(),
  /** How many win, where the rule does not say it by itself. */
  seats: v.optional(whole(1), 1),
  /** With score: whether the average among those who gave a grade decides, not the sum. */
  average: v.exactOptional(v.boolean()),
  /** With greedy-threshold: a project with less has no chance. */
  threshold: v.exactOptional(whole(0)),
  /** With greedy-exclusive: projects that cannot win together. */
  rivals: v.optional(v.array(v.pipe(v.array(voteIdSchema), v.minLength(2))), []),
  /** With equal-shares: how money that is left is used, and whether the result has to hold against greedy. */
  completion: v.optional(v.picklist(['none', 'add1', 'add1u', 'utilitarian']), 'none'),
  comparison: v.optional(v.boolean(), false),
  /** With add1: by how much each voter's money grows at a time, in the smallest unit; left out: 100. */
  step: v.exactOptional(whole(1)),
});

export const questionSchema = v.object({
  id: voteIdSchema,
  title: textSchema,
  about: v.exactOptional(textSchema),
  method: openEnum<Method>(),
  options: v.pipe(v.array(optionSchema), v.maxLength(mostOptions)),
  rules: v.optional(questionRulesSchema, {}),
  counting: countingSchema,
});

/** What a city decides about a ballot. */
export const ballotRulesSchema = v.object({
  id: voteIdSchema,
  /** Rises with every change. A vote on an older version is refused: it was on something else. */
  version: v.optional(whole(1), 1),
  title: textSchema,
  about: v.exactOptional(textSchema),
  questions: v.pipe(v.array(questionSchema), v.minLength(1), v.maxLength(mostQuestions)),
  /** Rules, by the server's clock. */
  opens: instantSchema,
  closes: instantSchema,
  secrecy: v.optional(openEnum<Secrecy>(), 'pseudonymous'),
  /** Whether a vote can be changed until the closing; the last one counts. */
  changeable: v.optional(v.boolean(), true),
  results: v.optional(openEnum<ResultsRule>(), 'after-closing'),
  /** Whether whole votes are published after the closing, shuffled. Most sets of choices are unique: who knows one finds its vote. */
  publishesVotes: v.optional(v.boolean(), false),
  /** How many people may vote, where the city knows it. */
  entitled: v.exactOptional(whole(0)),
  /** How many of those entitled have to vote for the result to count, in percent. */
  quorum: v.exactOptional(whole(0, 100)),
  /** Who may, where that is not who may take part in the process. */
  eligibility: v.exactOptional(eligibilitySchema),
  privacy: privacyNoticeSchema,
  /** What happens with the result. */
  next: v.exactOptional(textSchema),
});

/** One thing put to the vote, as a backend gives it. */
export const ballotSchema = v.object({
  ...ballotRulesSchema.entries,
  eligibility: eligibilitySchema,
  process: processSchema,
  status: openEnum<BallotStatus>(),
  /** SHA-256 of the seed with which lots are drawn, fixed before the first vote. */
  seedCommitment: v.exactOptional(hashSchema),
  /** The seed itself, after the closing. */
  seed: v.exactOptional(v.string()),
  /** The server's clock when it answered. */
  asOf: v.exactOptional(instantSchema),
});

export type Option = v.InferOutput<typeof optionSchema>;
export type QuestionRules = v.InferOutput<typeof questionRulesSchema>;
export type Counting = v.InferOutput<typeof countingSchema>;
export type Question = v.InferOutput<typeof questionSchema>;
export type BallotRules = v.InferOutput<typeof ballotRulesSchema>;
export type Ballot = v.InferOutput<typeof ballotSchema>;

/**
 * Where a ballot stands by the clock. That it was counted is for the server to say.
 *
 * @param now - An instant.
 */
export function ballotStatus({ opens, closes }: Pick<BallotRules, 'opens' | 'closes'>, now: string): BallotStatus {
  const at = Date.parse(now);
  if (at < Date.parse(opens)) return 'not-yet-open';
  return at < Date.parse(closes) ? 'open' : 'counting';
}
