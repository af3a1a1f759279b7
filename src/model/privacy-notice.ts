import * as v from 'valibot';
import { textSchema } from './text.js';

/** What a person is told before anything is sent (GDPR, article 13, in one breath). */
export const privacyNoticeSchema = v.object({
  /** What everybody will see. */
  published: textSchema,
  /** What is kept, and for how long. */
  kept: textSchema,
  /** How to have it erased. */
  erasure: textSchema,
});

export type PrivacyNotice = v.InferOutput<typeof privacyNoticeSchema>;
