import * as v from 'valibot';
import { hrefSchema } from './link.js';

/** What somebody began in a widget on a page where nobody can know them, to be finished on the city's page. */
export const handedDraftSchema = v.object({
  /** Name of the widget, without `portico-`. */
  widget: v.string(),
  /** Id of what the widget shows. */
  subject: v.string(),
  /** What was chosen or typed. Anybody can make a link with a draft in it, so a widget checks each part before it uses it. */
  draft: v.unknown(),
  /** Address of the page where it began. */
  back: hrefSchema,
});

export type HandedDraft = v.InferOutput<typeof handedDraftSchema>;

/** A draft as the server keeps it: locked, with the site that left it. */
export const leftDraftSchema = v.object({ sealed: v.string(), origin: v.string() });

/** What the server says when a draft was left with it. */
export const draftLeftSchema = v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]+$/)) });
