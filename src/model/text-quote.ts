import * as v from 'valibot';

/**
 * Some words of a passage, by themselves and by what stands around them: a TextQuoteSelector of the W3C Web Annotation Data Model, section
 * 4.2.4. So they are found again when the text around them was edited a little.
 */
export const textQuoteSchema = v.object({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(5000)),
  prefix: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  suffix: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});

export type TextQuote = v.InferOutput<typeof textQuoteSchema>;

/** Where something stands in a text, in UTF-16 units; `end` is the first one after it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
