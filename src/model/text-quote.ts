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

const inFragment = /^#portico-quote=(.+)$/;

/** Chosen words on their way to another page, as the fragment of its address: no server is told of it. */
export const quoteFragment = (quote: TextQuote): string => `portico-quote=${encodeURIComponent(JSON.stringify(quote))}`;

/** The words that somebody chose on the page they come from. Anybody can make such an address: it only says where to look. */
export function quoteInFragment(hash: string): TextQuote | undefined {
  const [, value = ''] = inFragment.exec(hash) ?? [];
  try {
    const parsed = v.safeParse(textQuoteSchema, JSON.parse(decodeURIComponent(value)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
