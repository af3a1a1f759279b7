import * as v from 'valibot';
import { verificationSchema } from './session.js';

/** What the person who is signed in may do in a ballot, and has done. */
export const ownVoteSchema = v.object({
  /** Whether they may vote, and why not: the ballot can ask for more than its process. */
  verification: verificationSchema,
  /** Whether they have voted; `unknown` where the ballot keeps that even from the city. */
  voted: v.picklist(['yes', 'no', 'unknown']),
});

export type OwnVote = v.InferOutput<typeof ownVoteSchema>;
