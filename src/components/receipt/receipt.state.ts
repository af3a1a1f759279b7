import type { Ballot } from '../../model/ballot.js';
import type { ReadFailure } from '../../parts/failure.js';
import type { ReceiptFinding } from './checked-vote-receipt.js';

/** What became of the receipt in front of the person. */
export type Inspection =
  { readonly type: 'none' } | { readonly type: 'checking' } | { readonly type: 'found'; readonly finding: ReceiptFinding };

/** What the widget shows. */
export type ReceiptState =
  | { readonly type: 'loading' }
  | ReadFailure
  | { readonly type: 'ready'; readonly ballot: Ballot; readonly inspection: Inspection };
