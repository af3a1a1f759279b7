import * as v from 'valibot';
import { hiddenSchema } from './moderation.js';
import { openEnum } from './open-enum.js';
import { textSchema } from './text.js';
import { instantSchema } from './time.js';

/** What a comment says about the observation, where its author chose to say so. */
export type Alignment = 'for' | 'against' | 'neutral';

export const commentIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));

/** An informal reaction to an observation, or an answer to one. There are two levels and no more. */
export const commentSchema = v.object({
  id: commentIdSchema,
  /** The comment that it answers. That one answers none. */
  parent: v.exactOptional(commentIdSchema),
  /** Empty when it was hidden. */
  text: textSchema,
  /** A nickname; left out when its author had everything erased. */
  author: v.exactOptional(v.string()),
  alignment: v.optional(openEnum<Alignment>(), 'neutral'),
  at: instantSchema,
  hidden: v.exactOptional(hiddenSchema),
});

export type Comment = v.InferOutput<typeof commentSchema>;

/** The longest comment, in code points. */
export const longestComment = 2000;

/** What somebody is about to say. */
export interface CommentDraft {
  /** Reference number of the observation. */
  readonly reference: string;
  readonly parent?: string | undefined;
  readonly text: string;
  readonly alignment: Alignment;
  /** Language of the text. */
  readonly lang: string;
}
