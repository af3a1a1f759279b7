import * as v from 'valibot';
import type { ObservationService } from '../../backend/backend.js';
import { checkReceipt, type ReceiptCheck } from '../../model/log/check-receipt.js';
import { openLog } from '../../model/log/open-log.js';

/** What became of checking a receipt. */
export type ReceiptResult =
  | (ReceiptCheck & { readonly reference: string | undefined })
  /** It is no JSON text at all. */
  | { readonly type: 'unreadable' }
  /** The log could not be asked. */
  | { readonly type: 'failed' };

/** As much of a saved receipt as has to be known to find its log. The check looks at the rest. */
const receiptSchema = v.object({
  reference: v.optional(v.string()),
  content: v.unknown(),
  proof: v.unknown(),
});

const subjectSchema = v.object({ draft: v.object({ subject: v.object({ process: v.string() }) }) });

/**
 * Checks a saved receipt against the log of its process. Nothing of it leaves the browser: the log is asked for its keys alone.
 *
 * @param text - The file as it was saved.
 * @param process - Whose log it is when the receipt does not say.
 */
export async function checkedReceipt(
  observations: ObservationService,
  text: string,
  process: string | undefined,
): Promise<ReceiptResult> {
  const receipt = v.safeParse(receiptSchema, parsed(text));
  if (!receipt.success) return { type: 'unreadable' };
  const { reference, content, proof } = receipt.output;
  const said = v.safeParse(subjectSchema, content);
  const log = said.success ? said.output.draft.subject.process : process;
  if (log === undefined) return { type: 'unreadable' };
  try {
    const check = await checkReceipt(content, proof, await openLog(await observations.log(log)));
    // The number beside the content is only as good as the one inside it.
    const inside = v.safeParse(v.object({ reference: v.string() }), content);
    if (inside.success && reference !== undefined && inside.output.reference !== reference)
      return { type: 'malformed', field: 'reference', reference };
    return { ...check, reference: inside.success ? inside.output.reference : reference };
  } catch {
    return { type: 'failed' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
