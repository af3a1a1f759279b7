import * as v from 'valibot';
import { hrefSchema } from './link.js';
import { openEnum } from './open-enum.js';
import { textSchema } from './text.js';

export type RefusalReason = 'age' | 'tie' | 'district' | 'identity' | 'register';

/** One reason why somebody may not take part, and what to do about it. */
export const refusalSchema = v.object({
  reason: openEnum<RefusalReason>(),
  /** What this person can do, in the city's own words. */
  remedy: v.exactOptional(textSchema),
  url: v.exactOptional(hrefSchema),
});

export type Refusal = v.InferOutput<typeof refusalSchema>;

export type VerificationStatus = 'missing' | 'pending' | 'granted' | 'refused';

/** Whether the backend knows that this person may take part in a process. */
export const verificationSchema = v.object({
  status: openEnum<VerificationStatus>(),
  refusals: v.optional(v.array(refusalSchema), []),
  /** Where to ask for it, or to see how far it is. */
  url: v.exactOptional(hrefSchema),
});

export type Verification = v.InferOutput<typeof verificationSchema>;

/** Who the backend says is looking: a nickname and what this person may do, and nothing else about them. */
export const sessionSchema = v.variant('type', [
  v.object({ type: v.literal('signed-out') }),
  v.object({ type: v.literal('signed-in'), nickname: v.string(), verification: verificationSchema }),
]);

export type Session = v.InferOutput<typeof sessionSchema>;

/** What somebody can do in a process right now. */
export type Participation =
  | { type: 'signed-out' }
  | { type: 'unverified'; url?: string | undefined }
  | { type: 'pending'; url?: string | undefined }
  | { type: 'entitled'; nickname: string }
  | { type: 'not-entitled'; refusals: readonly Refusal[] }
  /** The backend has a state of its own; `label` is its word for it. */
  | { type: 'other'; label: string; lang?: string | undefined; url?: string | undefined };

/** What a session allows. The server decides again on every write; this only foretells. */
export function participationOf(session: Session): Participation {
  if (session.type === 'signed-out') return { type: 'signed-out' };
  const { status, refusals, url } = session.verification;
  switch (status.value) {
    case 'granted':
      return { type: 'entitled', nickname: session.nickname };
    case 'refused':
      return { type: 'not-entitled', refusals };
    case 'pending':
      return { type: 'pending', url };
    case 'missing':
      return { type: 'unverified', url };
    default:
      return { type: 'other', label: status.label?.text ?? status.value, lang: status.label?.lang, url };
  }
}
