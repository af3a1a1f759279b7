import type * as v from 'valibot';
import type { ballotRulesSchema } from '../../../model/ballot.js';
import type { CountedAnswers } from '../../../model/count-ballot.js';
import type { Translatable } from '../../../model/translations.js';

/** A ballot as a memory backend starts with it. */
export type BallotSeed = Translatable<v.InferInput<typeof ballotRulesSchema>> & {
  id: string;
  /** Id of its process. */
  process: string;
  /** What others have voted already. */
  votes?: readonly CountedAnswers[];
  /** How many of them came on paper. */
  paper?: number;
  /** With which lots are drawn. */
  seed?: string;
};
