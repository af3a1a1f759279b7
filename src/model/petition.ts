import * as v from 'valibot';
import { eligibilitySchema } from './eligibility.js';
import { hrefSchema } from './link.js';
import { openEnum } from './open-enum.js';
import { privacyNoticeSchema } from './privacy-notice.js';
import { responseSchema } from './response.js';
import { richTextSchema } from './richtext.js';
import { textSchema } from './text.js';
import { dateSchema, instantSchema, timeZoneSchema } from './time.js';

/** A petition asks the administration for something, and is answered; with enough signatures a request for a referendum leads to one. */
export type PetitionKind = 'petition' | 'referendum-request';

/** Where a petition stands, as the administration says it. */
export type PetitionState = 'being-validated' | 'collecting' | 'expired' | 'admitted' | 'not-enough-signatures' | 'not-admitted';

/** Whether it is for the whole city or for one of its districts: each has its own number of signatures. */
export type PetitionScope = 'city' | 'district';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** Who put it up: a person, by nickname, or a body under its name. */
export const promoterSchema = v.variant('type', [
  v.object({ type: v.literal('person'), nickname: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) }),
  v.object({ type: v.literal('body'), name: textSchema, url: v.exactOptional(hrefSchema) }),
]);

/** Signatures by the way they came. Those on paper count once an office has validated them. */
export const signaturesSchema = v.pipe(
  v.object({
    online: count,
    paperSent: v.optional(count, 0),
    paperValidated: v.optional(count, 0),
    /** The sum that the backend has, where it says one: a sum that is none is refused. */
    valid: v.exactOptional(count),
  }),
  v.check(({ paperSent, paperValidated }) => paperValidated <= paperSent, 'More were validated than were sent.'),
  v.check(
    ({ online, paperValidated, valid = online + paperValidated }) => valid === online + paperValidated,
    'The valid ones are not those online and those validated together.',
  ),
);

/** A text that collects signatures online and on paper up to a required number, as a backend gives it. */
export const petitionSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  kind: v.optional(openEnum<PetitionKind>(), 'petition'),
  title: textSchema,
  text: richTextSchema,
  promoters: v.pipe(v.array(promoterSchema), v.minLength(1), v.maxLength(50)),
  scope: openEnum<PetitionScope>(),
  /** Its token, with the name people know. */
  district: v.exactOptional(openEnum()),
  /** How many valid signatures it takes. */
  required: v.pipe(count, v.minValue(1)),
  signatures: signaturesSchema,
  /** Rules, by the server's clock. */
  opens: instantSchema,
  closes: instantSchema,
  /** All its dates are shown in this zone, wherever the reader is. */
  timeZone: timeZoneSchema,
  state: openEnum<PetitionState>(),
  /** Who may sign. */
  eligibility: eligibilitySchema,
  privacy: privacyNoticeSchema,
  /** What happens next. */
  next: v.exactOptional(textSchema),
  /** By when the administration answers. */
  replyBy: v.exactOptional(dateSchema),
  response: v.exactOptional(responseSchema),
  /** The page of the petition on the city's platform. */
  url: v.exactOptional(hrefSchema),
  /** The server's clock when it answered. */
  asOf: v.exactOptional(instantSchema),
});

export type Promoter = v.InferOutput<typeof promoterSchema>;
export type Signatures = v.InferOutput<typeof signaturesSchema>;
export type Petition = v.InferOutput<typeof petitionSchema>;

/** What the signatures come to. */
export interface SignatureTotals {
  readonly valid: number;
  /** On paper and not validated: not looked at yet, or refused. */
  readonly notValidated: number;
  /** How many are missing; 0 when there are enough. */
  readonly missing: number;
  /** Of those required, in whole percent rounded down, at most 100: only who has all of them has 100. */
  readonly percent: number;
}

/** Puts the signatures of a petition together. */
export function signatureTotals({ required, signatures }: Pick<Petition, 'required' | 'signatures'>): SignatureTotals {
  const { online, paperSent, paperValidated } = signatures;
  const valid = online + paperValidated;
  return {
    valid,
    notValidated: paperSent - paperValidated,
    missing: Math.max(required - valid, 0),
    percent: Math.min(Math.floor((valid * 100) / required), 100),
  };
}
