import * as v from 'valibot';
import { passageIdSchema } from '../../../src/model/document.js';
import { observationSorts, type ObservationFilter } from '../../../src/model/observation.js';
import { idSchema, listQuery } from './parameters.js';

/** Words that somebody typed. The database takes no NUL, and no other control sign means anything here. */
const typed = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^\P{Cc}*$/u));

export const withReference = v.object({ reference: v.pipe(typed(60), v.minLength(1)) });

const token = v.exactOptional(v.pipe(typed(100), v.minLength(1)));

/** Which observations a list is about, as it stands in an address. */
export const observationFilterQuery = v.object({
  locale: listQuery.entries.locale,
  process: idSchema,
  document: v.exactOptional(idSchema),
  passage: v.exactOptional(passageIdSchema),
  text: v.exactOptional(typed(200)),
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
