import * as v from 'valibot';
import { hrefSchema } from './link.js';
import { textSchema } from './text.js';
import { dateSchema, instantSchema } from './time.js';

/** What a person keeps to prove that something was received, and can check later. */
export const receiptSchema = v.object({
  /** The number to quote, short enough to be read over the telephone. */
  reference: v.pipe(v.string(), v.minLength(1)),
  at: instantSchema,
  /** What happens next. */
  next: v.exactOptional(textSchema),
  /** By when it happens. */
  by: v.exactOptional(dateSchema),
  /** Where the receipt can be checked. */
  url: v.exactOptional(hrefSchema),
});

export type Receipt = v.InferOutput<typeof receiptSchema>;
