import * as v from 'valibot';

/** A BCP 47 language tag as it is used in the `lang` attribute: `it`, `ar`, `it-simple`. */
export const languageTagSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i));

/** One short text together with the language it is written in, so that a page can say so to a screen reader. */
export const textSchema = v.object({
  lang: languageTagSchema,
  text: v.string(),
});

export type Text = v.InferOutput<typeof textSchema>;
