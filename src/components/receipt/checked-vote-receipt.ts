import type { BallotService } from '../../backend/backend.js';
import type { Ballot } from '../../model/ballot.js';
import { bytesOf } from '../../model/log/base64.js';
import { isConsistent } from '../../model/log/consistency.js';
import { openLog } from '../../model/log/open-log.js';
import { isSignedBy, type LogIdentity, type SignedTreeHead } from '../../model/log/tree-head.js';
import { receiptFrom } from '../../model/vote-receipt-code.js';
import { checkVoteReceipt } from '../../model/vote-receipt.js';

/** What a receipt is worth, as this browser found out. */
export type ReceiptFinding =
  /** It is nothing that could be a receipt. */
  | { readonly type: 'unreadable' }
  /** It is of another ballot. */
  | { readonly type: 'other-ballot'; readonly ballot: string }
  /** It was changed, or the log has not signed it. */
  | { readonly type: 'wrong' }
  /** The log has changed since the receipt was given: what stood in it does not stand there any more. */
  | { readonly type: 'log-rewritten' }
  /** The page came without HTTPS: browsers offer no cryptography there. */
  | { readonly type: 'not-checkable' }
  /** The log could not be asked. */
  | { readonly type: 'failed' }
  /** It stands in the log. `counted`: whether it counts; nothing until the ballot is closed. */
  | { readonly type: 'in-log'; readonly index: number; readonly hour: string; readonly counted?: boolean };

/**
 * Checks a receipt against the log of its ballot. Nothing of it leaves the browser but two sizes of the log: it is the log that is asked for
 * its keys, and for whether it only grew.
 *
 * @param text - The file, the code, or an address with the code.
 */
export async function checkedVoteReceipt(ballots: BallotService, ballot: Ballot, text: string): Promise<ReceiptFinding> {
  const receipt = receiptFrom(text);
  if (!receipt) return { type: 'unreadable' };
  if (receipt.ballot !== ballot.id) return { type: 'other-ballot', ballot: receipt.ballot };
  try {
    const description = await ballots.log(ballot.id);
    const log = await openLog(description);
    const check = await checkVoteReceipt(receipt, log);
    if (check.type === 'not-checkable') return { type: 'not-checkable' };
    if (check.type !== 'included') return { type: 'wrong' };
    if (!(await onlyGrew(ballots, ballot.id, log, { from: receipt.head, to: description.head })))
      return { type: 'log-rewritten' };
    const counted = ballot.status.value === 'counted' ? await ballots.counted(ballot.id) : undefined;
    const { index, hour } = receipt;
    if (!counted) return { type: 'in-log', index, hour };
    const same = await onlyGrew(ballots, ballot.id, log, { from: receipt.head, to: counted.head });
    return same ? { type: 'in-log', index, hour, counted: counted.counted.includes(index) } : { type: 'log-rewritten' };
  } catch {
    return { type: 'failed' };
  }
}

interface Heads {
  readonly from: SignedTreeHead;
  readonly to: SignedTreeHead;
}

/** Whether everything that stood under one head stands under the other. A head that is not signed shows nothing. */
async function onlyGrew(ballots: BallotService, id: string, log: LogIdentity, { from, to }: Heads): Promise<boolean> {
  if (!(await isSignedBy(to, log))) return false;
  // A cache can be a moment behind the receipt: then the older of the two is what the log says.
  const [older, newer] = from.size <= to.size ? [from, to] : [to, from];
  const path = older.size === newer.size ? [] : await ballots.consistency(id, { from: older.size, to: newer.size });
  const seen = ({ size, root }: SignedTreeHead) => ({ size, root: bytesOf(root) });
  return isConsistent(seen(older), seen(newer), path.map(bytesOf));
}
