import * as v from 'valibot';
import { hrefSchema } from './link.js';

/** A file that belongs to an observation. */
export const attachmentSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  /** The name it came with. It is shown, and never used as a name on a disk. */
  name: v.string(),
  /** What it is by its content, as a media type. */
  type: v.string(),
  /** In bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  url: hrefSchema,
});

export type Attachment = v.InferOutput<typeof attachmentSchema>;

/** What a city takes as attachments. */
export const attachmentLimitsSchema = v.object({
  /** How many for one observation. */
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)), 3),
  /** How large one may be, in bytes. */
  maxBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 5_000_000),
  /** Media types. */
  types: v.optional(v.array(v.string()), ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
});

export type AttachmentLimits = v.InferOutput<typeof attachmentLimitsSchema>;
