import * as v from 'valibot';
import { languageTagSchema } from '../../../src/model/text.js';
import { instantSchema, plainDateSchema } from '../../../src/model/time.js';
import { idSchema } from '../content/schema.js';

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const version = v.pipe(v.number(), v.integer(), v.minValue(1));
const lang = v.exactOptional(v.pipe(languageTagSchema, v.maxLength(35)));

/** Where an observation applies. What an observation leaves out is that of its file. */
const subjectEntries = {
  process: v.exactOptional(idSchema),
  document: v.exactOptional(idSchema),
  /** The version of the document that was read; left out: the newest that was published. */
  version: v.exactOptional(version),
  /** Language of what was written. */
  lang,
};

const commentEntries = {
  at: instantSchema,
  author: v.exactOptional(text(100)),
  text: text(4000),
  lang,
  alignment: v.exactOptional(v.picklist(['for', 'against', 'neutral'])),
};

/** Answers to a comment stand below it. There are two levels and no more. */
const commentSchema = v.object({ ...commentEntries, answers: v.exactOptional(v.array(v.object(commentEntries))) });

export const importedActSchema = v.object({ kind: text(200), number: text(100), date: plainDateSchema });

export const adoptedInSchema = v.object({ document: idSchema, version, passage: v.exactOptional(text(100)) });

const responseSchema = v.object({
  /** `accepted`, `partly-accepted`, `rejected`, `not-pertinent`. */
  outcome: v.picklist(['accepted', 'partly-accepted', 'rejected', 'not-pertinent']),
  /** The reasons, in Markdown. */
  text: text(20_000),
  lang,
  at: instantSchema,
  act: v.exactOptional(importedActSchema),
});

/** One contribution that came from elsewhere: another platform, an archive, an example. */
export const importedObservationSchema = v.object({
  ...subjectEntries,
  /** Either all have a number, without gaps from the last one that was given, or none has and they get theirs in the order in which they came. */
  reference: v.exactOptional(text(40)),
  receivedAt: instantSchema,
  /** The name under which everybody sees it. */
  author: v.exactOptional(text(100)),
  /** Left out: `online`. */
  source: v.exactOptional(v.picklist(['online', 'paper', 'counter', 'phone', 'meeting'])),
  kind: v.picklist(['remark', 'amendment', 'proposal']),
  title: v.exactOptional(text(400)),
  text: text(40_000),
  /** Id of the passage. */
  passage: v.exactOptional(text(100)),
  /** Words of the passage, exactly as they stand there. What stands around them is taken from the passage. */
  quote: v.exactOptional(text(5000)),
  /** With an amendment. `before` left out: the words that are quoted, else those of the passage. */
  wording: v.exactOptional(v.object({ before: v.exactOptional(text(40_000)), after: v.pipe(v.string(), v.maxLength(40_000)) })),
  /** Id of a theme of the process. */
  theme: v.exactOptional(text(100)),
  /** `point`: longitude and latitude in degrees. */
  place: v.exactOptional(
    v.object({ text: text(300), hub: v.exactOptional(text(100)), point: v.exactOptional(v.array(v.number())) }),
  ),
  likes: v.exactOptional(count),
  comments: v.exactOptional(v.array(commentSchema)),
  /** Where it stands when it was not answered; an answer says that by itself. Left out: `received`. */
  state: v.exactOptional(v.picklist(['received', 'under-examination', 'withdrawn'])),
  /** When it came to that state; left out: when it was received. */
  stateAt: v.exactOptional(instantSchema),
  /** Oldest first; the last one is in force. */
  responses: v.exactOptional(v.array(responseSchema)),
  adoptedIn: v.exactOptional(adoptedInSchema),
  /** Where it was hidden, and why. */
  hidden: v.exactOptional(
    v.object({
      reason: v.picklist(['unlawful', 'offensive', 'personal-data']),
      at: instantSchema,
      note: v.exactOptional(text(1000)),
    }),
  ),
});

/** A file of YAML. One of JSON lines has an observation in each line and nothing else. */
export const importFileSchema = v.object({ ...subjectEntries, observations: v.array(importedObservationSchema) });

export type ImportedObservation = v.InferOutput<typeof importedObservationSchema>;
export type ImportedComment = NonNullable<ImportedObservation['comments']>[number];
export type ImportFile = v.InferOutput<typeof importFileSchema>;
