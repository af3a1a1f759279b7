import * as v from 'valibot';
import { attachmentSchema } from './attachment.js';
import { receiptProofSchema } from './log/receipt-proof.js';
import { observationSubjectSchema } from './observation.js';
import { placeSchema } from './place.js';
import { receiptSchema } from './receipt.js';
import { languageTagSchema } from './text.js';
import { plainDateSchema } from './time.js';

/** No observation is longer, whatever a process allows, in code points. */
export const longestText = 20_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most * 2));

/** Somebody writes for somebody else: a helper in a hub or an office. */
export const onBehalfSchema = v.object({
  source: v.picklist(['paper', 'counter', 'phone', 'meeting']),
  /** Where it was received: a hub, an office, a meeting. */
  place: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The day on which it was received, when that was another one: `YYYY-MM-DD`. */
  on: v.exactOptional(plainDateSchema),
});

/** An observation as it is sent. The server looks at each part again. */
export const observationDraftSchema = v.object({
  subject: observationSubjectSchema,
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  title: v.exactOptional(text(200)),
  text: text(longestText),
  /** With an amendment: the wording that was read, and the one that is proposed. */
  wording: v.exactOptional(v.object({ before: text(longestText), after: text(longestText) })),
  /** Id of one of the process's themes. */
  theme: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  place: v.exactOptional(placeSchema),
  /** Ids of attachments that were sent before. */
  attachments: v.optional(v.pipe(v.array(attachmentSchema.entries.id), v.maxLength(20)), []),
  /** Language of what was written. */
  lang: v.pipe(languageTagSchema, v.maxLength(35)),
  onBehalf: v.exactOptional(onBehalfSchema),
});

export type OnBehalf = v.InferOutput<typeof onBehalfSchema>;
export type ObservationDraft = v.InferOutput<typeof observationDraftSchema>;

/**
 * What somebody keeps of an observation. With content and proof anybody can check, without the server, that the log of the process holds it
 * (`checkReceipt`).
 */
export const observationReceiptSchema = v.object({
  ...receiptSchema.entries,
  /** What the log committed to. */
  content: v.record(v.string(), v.unknown()),
  proof: receiptProofSchema,
});

export type ObservationReceipt = v.InferOutput<typeof observationReceiptSchema>;
