import * as v from 'valibot';
import { passageIdSchema } from '../../../src/model/document.js';
import { observationSorts, type ObservationFilter } from '../../../src/model/observation.js';
import { idSchema, listQuery } from './parameters.js';

export const withReference = v.object({ reference: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) });

const token = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)));

/** Which observations a list is about, as it stands in an address. */
export const observationFilterQuery = v.object({
  locale: listQuery.entries.locale,
  process: idSchema,
  document: v.exactOptional(idSchema),
  passage: v.exactOptional(passageIdSchema),
  text: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  kind: token,
  theme: token,
  state: token,
  outcome: token,
  source: token,
});

export const observationListQuery = v.object({
  ...observationFilterQuery.entries,
  sort: v.exactOptional(v.picklist(observationSorts)),
  cursor: listQuery.entries.cursor,
  limit: listQuery.entries.limit,
});

type Filter = v.InferOutput<typeof observationFilterQuery>;

/** The filter of an address, without what else stands there. */
export function filterOf({ process, document, passage, text, kind, theme, state, outcome, source }: Filter): ObservationFilter {
  return { process, document, passage, text, kind, theme, state, outcome, source };
}
