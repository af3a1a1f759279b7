import * as v from 'valibot';
import { hrefSchema } from './link.js';
import { phaseSchema } from './phase.js';
import { textSchema } from './text.js';
import { timeZoneSchema } from './time.js';

/** A participatory process: what is being decided, by whom, in phases. */
export const processSchema = v.object({
  id: v.string(),
  title: textSchema,
  summary: v.exactOptional(textSchema),
  /** The body that decides in the end, for example the City Council. */
  administration: textSchema,
  /** All its dates are shown in this zone, wherever the reader is. */
  timeZone: timeZoneSchema,
  phases: v.array(phaseSchema),
  /** The page of the process on the city's platform. */
  url: v.exactOptional(hrefSchema),
  /** How to reach a person: a desk, a telephone number, an address. */
  contact: v.exactOptional(textSchema),
});

export type Process = v.InferOutput<typeof processSchema>;
