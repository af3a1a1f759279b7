import * as v from 'valibot';
import { logKeySchema } from './log-key.js';
import { originSchema, signedTreeHeadSchema } from './tree-head.js';

/** What a log says of itself to everybody. */
export const logDescriptionSchema = v.object({
  origin: originSchema,
  /** All keys it ever signed with; the last one signs now. */
  keys: v.pipe(v.array(logKeySchema), v.minLength(1)),
  /** The newest head. */
  head: signedTreeHeadSchema,
});

export type LogDescription = v.InferOutput<typeof logDescriptionSchema>;
