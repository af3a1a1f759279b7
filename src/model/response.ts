import * as v from 'valibot';
import { openEnum } from './open-enum.js';
import { actSchema } from './pact.js';
import { richTextSchema } from './richtext.js';
import { instantSchema } from './time.js';

/** In Italy: accolta, parzialmente accolta, non accolta, non pertinente. */
export type ResponseOutcome = 'accepted' | 'partly-accepted' | 'rejected' | 'not-pertinent';

/** The administration's reasoned official answer. Once published it is never changed; a later one can follow it. */
export const responseSchema = v.object({
  outcome: openEnum<ResponseOutcome>(),
  /** The reasons. */
  text: richTextSchema,
  /** When it was published. */
  at: instantSchema,
  act: v.exactOptional(actSchema),
});

export type Response = v.InferOutput<typeof responseSchema>;
