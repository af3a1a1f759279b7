import * as v from 'valibot';
import { hrefSchema } from './link.js';
import { openEnum } from './open-enum.js';
import { textSchema } from './text.js';
import { dateSchema } from './time.js';

export type PhaseKind = 'information' | 'gathering' | 'discussion' | 'vote' | 'drafting' | 'decision' | 'response' | 'monitoring';

/** One stage of a process. Its dates are information; which phase is active is said by the administration. */
export const phaseSchema = v.object({
  id: v.string(),
  title: textSchema,
  kind: openEnum<PhaseKind>(),
  active: v.optional(v.boolean(), false),
  start: v.exactOptional(dateSchema),
  end: v.exactOptional(dateSchema),
  /** What happens on the platform. */
  online: v.exactOptional(textSchema),
  /** What happens in a room, in a street, on paper. */
  inPerson: v.exactOptional(textSchema),
  url: v.exactOptional(hrefSchema),
});

export type Phase = v.InferOutput<typeof phaseSchema>;

export type PhaseStatus = 'past' | 'active' | 'upcoming' | 'unknown';

/**
 * Where each phase stands, by its position around the active one. Dates are not asked: a phase goes on until the
 * administration says that the next one began. With no active phase nothing is claimed.
 */
export function phaseStatuses(phases: readonly Pick<Phase, 'active'>[]): PhaseStatus[] {
  const first = phases.findIndex(phase => phase.active);
  return phases.map((phase, index) => {
    if (first < 0) return 'unknown';
    if (phase.active) return 'active';
    return index < first ? 'past' : 'upcoming';
  });
}
