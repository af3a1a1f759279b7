import * as v from 'valibot';
import { attachmentLimitsSchema } from './attachment.js';
import { eligibilitySchema } from './eligibility.js';
import { themeSchema, type ObservationKind } from './observation.js';
import { openEnum } from './open-enum.js';
import { privacyNoticeSchema } from './privacy-notice.js';
import { processSchema } from './process.js';
import { textSchema } from './text.js';
import { dateSchema, instantSchema } from './time.js';

/** Whether the form asks for something. */
export type FieldUse = 'off' | 'optional' | 'required';

const use = (usual: FieldUse) => v.optional(v.picklist(['off', 'optional', 'required']), usual);

const length = (usual: number, most: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)), usual);

/** What a city decides about the observations of a process. */
export const observationRulesSchema = v.object({
  kinds: v.optional(v.pipe(v.array(openEnum<ObservationKind>()), v.minLength(1)), ['remark', 'amendment', 'proposal']),
  fields: v.optional(v.object({ title: use('optional'), theme: use('off'), place: use('off'), attachments: use('off') }), {}),
  themes: v.optional(v.array(themeSchema), []),
  /** Hubs that can be named as the place, besides any address. */
  hubs: v.optional(v.array(v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)), label: textSchema })), []),
  attachments: v.optional(attachmentLimitsSchema, {}),
  /** Longest title and text, in code points. */
  longest: v.optional(v.object({ title: length(120, 200), text: length(5000, 20_000) }), {}),
  /** Whether somebody has to sign in. Without it nobody can edit or withdraw later. */
  signIn: v.optional(v.boolean(), true),
  /** The moment after which none is taken any more; before it the phase decides alone. */
  closes: v.exactOptional(instantSchema),
  /** What happens with an observation once it was received. */
  next: textSchema,
  /** By when it is answered. */
  by: v.exactOptional(dateSchema),
});

export type ObservationRules = v.InferOutput<typeof observationRulesSchema>;

export type ObservationsStatus = 'open' | 'not-yet-open' | 'closed';

/** All that has to be known before somebody writes. */
export const observationTermsSchema = v.object({
  ...observationRulesSchema.entries,
  process: processSchema,
  status: openEnum<ObservationsStatus>(),
  /** Who may. */
  eligibility: eligibilitySchema,
  privacy: privacyNoticeSchema,
  /** The server's clock when it answered. */
  asOf: v.exactOptional(instantSchema),
});

export type ObservationTerms = v.InferOutput<typeof observationTermsSchema>;

/**
 * Whether observations are taken now. They are while the phase of gathering is the active one, which the administration says, and until the
 * moment of closing, where there is one.
 *
 * @param now - An instant.
 */
export function observationsStatus(
  { phases }: { phases: readonly { kind: { value: string }; active: boolean }[] },
  closes: string | undefined,
  now: string,
): ObservationsStatus {
  const isGathering = ({ kind }: { kind: { value: string } }): boolean => kind.value === 'gathering';
  if (closes !== undefined && Date.parse(closes) <= Date.parse(now)) return 'closed';
  if (phases.some(phase => phase.active && isGathering(phase))) return 'open';
  const active = phases.findIndex(phase => phase.active);
  // Nothing is active before a process begins and after it ended; a moment of closing that is still to come tells which.
  if (active < 0) return closes === undefined ? 'closed' : 'not-yet-open';
  return phases.findLastIndex(isGathering) > active ? 'not-yet-open' : 'closed';
}
