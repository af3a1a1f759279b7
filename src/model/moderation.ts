import * as v from 'valibot';
import { openEnum } from './open-enum.js';
import { textSchema } from './text.js';
import { instantSchema } from './time.js';

/** Why a contribution can be reported, and hidden (Digital Services Act, articles 16 and 17). */
export type ReportReason = 'unlawful' | 'offensive' | 'personal-data';

export const reportReasons: readonly ReportReason[] = ['unlawful', 'offensive', 'personal-data'];

/** A contribution that nobody can read any more. That it stood there, and why it does not, is never hidden. */
export const hiddenSchema = v.object({
  reason: openEnum<ReportReason>(),
  at: instantSchema,
  /** The reasons of who hid it, in the city's own words. */
  note: v.exactOptional(textSchema),
});

export type Hidden = v.InferOutput<typeof hiddenSchema>;

/** Somebody says that a contribution should not stand there. */
export interface ReportDraft {
  /** Reference number of the observation. */
  readonly reference: string;
  /** The comment that is meant; left out: the observation itself. */
  readonly comment?: string | undefined;
  readonly reason: ReportReason;
  readonly note?: string | undefined;
}
