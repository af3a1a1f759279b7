import * as v from 'valibot';
import { languageTagSchema } from '../../../src/model/text.js';

/** An id of something published: what a path can hold without tricks. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100), v.regex(/^[a-z0-9][a-z0-9._-]*$/i));

export const withId = v.object({ id: idSchema });

const locale = v.exactOptional(v.pipe(v.string(), v.maxLength(35), languageTagSchema));

export const inLocale = v.object({ locale });

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.number());

export const version = v.exactOptional(v.pipe(wholeNumber, v.minValue(1)));

/** How long a page of a list may be, and what it is when nobody says. */
const pageLimit = { most: 100, usual: 20 } as const;

export const listQuery = v.object({
  locale,
  cursor: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  limit: v.optional(
    v.pipe(
      wholeNumber,
      v.minValue(1),
      v.transform(limit => Math.min(limit, pageLimit.most)),
    ),
    String(pageLimit.usual),
  ),
});

export const versionQuery = v.object({ locale, version });
