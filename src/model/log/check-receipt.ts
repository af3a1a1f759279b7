import * as v from 'valibot';
import { bytesOf } from './base64.js';
import { canonicalJson } from './canonical-json.js';
import { commitment } from './commitment.js';
import { leafHash } from './hash.js';
import { isIncluded } from './inclusion.js';
import { receiptProofSchema } from './receipt-proof.js';
import { isSignedBy, type LogIdentity, type TreeHead } from './tree-head.js';

/** What a receipt is worth. */
export type ReceiptCheck =
  /** The log has signed that it holds exactly this content, at this place. */
  | { readonly type: 'included'; readonly index: number; readonly head: TreeHead }
  /** The log has signed the head, but this content does not stand in it. */
  | { readonly type: 'not-included' }
  /** The head is not one of this log: signed by nobody it names, or for another log. */
  | { readonly type: 'bad-signature' }
  /** This is no receipt, or its content is nothing that a log could hold. `field` is where the fault lies. */
  | { readonly type: 'malformed'; readonly field?: string }
  /** The page came over plain HTTP, where browsers offer no cryptography. It says nothing about the receipt. */
  | { readonly type: 'not-checkable' };

/**
 * Checks a receipt without asking anybody. It never throws for what the receipt holds, whoever wrote it.
 *
 * @param content - What was sent, as the log committed to it.
 * @param proof - What the receipt carries; not yet looked at.
 * @param log - The log that it has to stand in, known from elsewhere: a receipt cannot speak for itself.
 */
export async function checkReceipt(content: unknown, proof: unknown, log: LogIdentity): Promise<ReceiptCheck> {
  // The browser's own types know no page without it.
  if (!(crypto as Partial<typeof crypto>).subtle) return { type: 'not-checkable' };
  const parsed = v.safeParse(receiptProofSchema, proof, { abortEarly: true });
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]);
    return { type: 'malformed', ...(field !== null && { field }) };
  }
  if (!canBeCommittedTo(content)) return { type: 'malformed', field: 'content' };
  const { salt, index, head, path } = parsed.output;
  if (!(await isSignedBy(head, log))) return { type: 'bad-signature' };
  const leaf = await leafHash(await commitment(bytesOf(salt), content));
  const included = await isIncluded(leaf, { index, size: head.size, path: path.map(bytesOf) }, bytesOf(head.root));
  if (!included) return { type: 'not-included' };
  const { origin, size, root, at } = head;
  return { type: 'included', index, head: { origin, size, root, at } };
}

function canBeCommittedTo(content: unknown): boolean {
  try {
    canonicalJson(content);
    return true;
  } catch {
    return false;
  }
}
