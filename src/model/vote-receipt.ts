import * as v from 'valibot';
import { voteIdSchema } from './ballot.js';
import { base64Schema, bytesOf } from './log/base64.js';
import { hashSchema, leafHash } from './log/hash.js';
import { indexSchema, isIncluded, pathSchema } from './log/inclusion.js';
import { isSignedBy, signedTreeHeadSchema, type LogIdentity } from './log/tree-head.js';
import type { ReceiptCheck } from './log/check-receipt.js';
import { instantSchema } from './time.js';
import { voteSchema } from './vote.js';

/** Bytes of what stands for a voter in one ballot. */
export const tokenLength = 32;

/**
 * With what a vote is cast. It says that its holder may vote, and nothing else about them. Whoever has it can change the vote: it is never
 * shown to anybody else.
 */
export const voteCredentialSchema = v.object({
  ballot: voteIdSchema,
  /** Stands for the voter in the box. */
  token: base64Schema(tokenLength),
  /** Shows that the city gave it out: a MAC, or with the secrecy `blind` an RSA signature (RFC 9474). */
  proof: v.pipe(v.string(), v.maxLength(1000), v.base64()),
});

/** A vote as it is sent, in a request that says nothing else about its sender. */
export const voteDraftSchema = v.object({ vote: voteSchema, credential: voteCredentialSchema });

/**
 * What a voter keeps. It shows that a vote was received and stands in the log of the ballot, and says nothing about what was voted: the salt
 * of the commitment never leaves the server, so that nobody can sell or be made to show a vote.
 */
export const voteReceiptSchema = v.object({
  ballot: voteIdSchema,
  /** The hour in which it was received; no finer, so that nobody is found by the minute. */
  hour: instantSchema,
  /** What the log keeps of the vote. */
  commitment: hashSchema,
  /** The place of the leaf, counted from 0. */
  index: indexSchema,
  /** What the log said of itself when the leaf was in it. */
  head: signedTreeHeadSchema,
  /** From the leaf to the root of that head. */
  path: pathSchema,
});

/** Which leaves of the log were counted, said once, after the closing. A leaf that is not among them was followed by a later vote. */
export const countedVotesSchema = v.object({
  ballot: voteIdSchema,
  /** The last head of the log. */
  head: signedTreeHeadSchema,
  /** Places of the leaves that count, rising. */
  counted: v.array(indexSchema),
});

export type VoteCredential = v.InferOutput<typeof voteCredentialSchema>;
export type VoteDraft = v.InferOutput<typeof voteDraftSchema>;
export type VoteReceipt = v.InferOutput<typeof voteReceiptSchema>;
export type CountedVotes = v.InferOutput<typeof countedVotesSchema>;

/**
 * Checks the receipt of a vote without asking anybody. It never throws for what the receipt holds.
 *
 * @param log - The log that it has to stand in, known from elsewhere: a receipt cannot speak for itself.
 */
export async function checkVoteReceipt(receipt: unknown, log: LogIdentity): Promise<ReceiptCheck> {
  // The browser's own types know no page without it.
  if (!(crypto as Partial<typeof crypto>).subtle) return { type: 'not-checkable' };
  const parsed = v.safeParse(voteReceiptSchema, receipt, { abortEarly: true });
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]);
    return { type: 'malformed', ...(field !== null && { field }) };
  }
  const { commitment, index, head, path } = parsed.output;
  if (!(await isSignedBy(head, log))) return { type: 'bad-signature' };
  const leaf = await leafHash(bytesOf(commitment));
  const included = await isIncluded(leaf, { index, size: head.size, path: path.map(bytesOf) }, bytesOf(head.root));
  if (!included) return { type: 'not-included' };
  const { origin, size, root, at } = head;
  return { type: 'included', index, head: { origin, size, root, at } };
}
