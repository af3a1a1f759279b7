import * as v from 'valibot';
import { base64Schema } from './base64.js';
import { saltLength } from './commitment.js';
import { indexSchema, pathSchema } from './inclusion.js';
import { signedTreeHeadSchema } from './tree-head.js';

/**
 * What a receipt carries so that its holder can show, to anybody and without the server, that the contribution stood in the log. It holds
 * the salt: who is shown it can check the content, so it belongs to the person alone.
 */
export const receiptProofSchema = v.object({
  /** The salt of the leaf. */
  salt: base64Schema(saltLength),
  /** The place of the leaf, counted from 0. */
  index: indexSchema,
  /** What the log said of itself when the leaf was in it. */
  head: signedTreeHeadSchema,
  /** From the leaf to the root of that head. */
  path: pathSchema,
});

export type ReceiptProof = v.InferOutput<typeof receiptProofSchema>;
