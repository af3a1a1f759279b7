import * as v from 'valibot';
import { attachmentSchema } from './attachment.js';
import { passageIdSchema } from './document.js';
import { hiddenSchema } from './moderation.js';
import { openEnum } from './open-enum.js';
import { pageSchema } from './page.js';
import { placeSchema } from './place.js';
import { responseSchema, type ResponseOutcome } from './response.js';
import { textQuoteSchema } from './text-quote.js';
import { textSchema } from './text.js';
import { dateSchema, instantSchema } from './time.js';

/** A remark says something, an amendment proposes other words for a passage, a proposal asks for something new. */
export type ObservationKind = 'remark' | 'amendment' | 'proposal';

/** How far an observation has come. What is `in-final-text` was answered before. */
export type ObservationState = 'received' | 'under-examination' | 'answered' | 'in-final-text' | 'withdrawn';

/** How it reached the city. Whatever the way, it counts as much. */
export type ObservationSource = 'online' | 'paper' | 'counter' | 'phone' | 'meeting';

/** `PAC-2026-000486`: prefix of the process, year, number. */
export const referenceSchema = v.pipe(v.string(), v.maxLength(40), v.regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What an observation is on: a process, one of its documents, a passage, or some words of a passage. */
export const observationSubjectSchema = v.object({
  process: v.string(),
  document: v.exactOptional(v.string()),
  /** The version of the document that was read. */
  version: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  passage: v.exactOptional(passageIdSchema),
  /** Words of the passage; its text is that of its body, one line for each paragraph. */
  quote: v.exactOptional(textQuoteSchema),
});

/** The wording of a passage (or of the words that are quoted), and the other wording that is proposed. Plain text, a line for each paragraph. */
export const wordingSchema = v.object({ before: v.string(), after: v.string() });

/** One of the themes that the city sorts observations by. */
export const themeSchema = v.object({ id: v.string(), label: textSchema });

/** What a list shows of an observation. */
export const observationLineSchema = v.object({
  reference: referenceSchema,
  subject: observationSubjectSchema,
  /** How people call the passage: 'Art. 3 – Mobilità'. */
  passageName: v.exactOptional(textSchema),
  kind: openEnum<ObservationKind>(),
  title: v.exactOptional(textSchema),
  /** The beginning of its text. Empty when it was hidden. */
  excerpt: textSchema,
  theme: v.exactOptional(themeSchema),
  state: openEnum<ObservationState>(),
  /** Of the response in force. */
  outcome: v.exactOptional(openEnum<ResponseOutcome>()),
  source: v.optional(openEnum<ObservationSource>(), 'online'),
  /** A nickname; left out for what came without one, and when its author had everything erased. */
  author: v.exactOptional(v.string()),
  receivedAt: instantSchema,
  likes: v.optional(count, 0),
  comments: v.optional(count, 0),
  hidden: v.exactOptional(hiddenSchema),
});

export type HistoryEvent = ObservationState | 'edited' | 'hidden' | 'restored' | 'redacted' | 'appealed';

/** One thing that happened to an observation. */
export const historyEntrySchema = v.object({
  event: openEnum<HistoryEvent>(),
  at: instantSchema,
  note: v.exactOptional(textSchema),
});

/** An observation, whole, as everybody may read it. */
export const observationSchema = v.object({
  ...observationLineSchema.entries,
  /** Empty when it was hidden. */
  text: textSchema,
  wording: v.exactOptional(wordingSchema),
  place: v.exactOptional(placeSchema),
  attachments: v.optional(v.array(attachmentSchema), []),
  /** Oldest first; the last one is in force. */
  responses: v.optional(v.array(responseSchema), []),
  /** Oldest first. */
  history: v.optional(v.array(historyEntrySchema), []),
  /** Where it went into the text that was adopted. */
  adoptedIn: v.exactOptional(
    v.object({ document: v.string(), version: v.pipe(v.number(), v.integer()), passage: v.exactOptional(passageIdSchema) }),
  ),
  /** What happens next, and by when. */
  next: v.exactOptional(textSchema),
  by: v.exactOptional(dateSchema),
  /** The server's clock when it answered. */
  asOf: v.exactOptional(instantSchema),
});

/** A page of a list, with how many there are in all of it. */
export const observationPageSchema = v.intersect([pageSchema(observationLineSchema), v.object({ total: count })]);

/** One value and how many observations have it. */
const tally = <Value>(value: v.GenericSchema<unknown, Value>) => v.array(v.object({ value, count }));

/** What came of the observations that a list is about. Hidden ones count. */
export const observationSummarySchema = v.object({
  total: count,
  comments: count,
  states: tally(openEnum<ObservationState>()),
  outcomes: tally(openEnum<ResponseOutcome>()),
  kinds: tally(openEnum<ObservationKind>()),
  sources: tally(openEnum<ObservationSource>()),
  themes: tally(themeSchema),
  /** In the order of the document. */
  passages: v.array(v.object({ document: v.string(), passage: passageIdSchema, name: v.exactOptional(textSchema), count })),
  /** When the last response was published. */
  lastAnswered: v.exactOptional(instantSchema),
});

export type ObservationSubject = v.InferOutput<typeof observationSubjectSchema>;
export type Wording = v.InferOutput<typeof wordingSchema>;
export type Theme = v.InferOutput<typeof themeSchema>;
export type ObservationLine = v.InferOutput<typeof observationLineSchema>;
export type HistoryEntry = v.InferOutput<typeof historyEntrySchema>;
export type Observation = v.InferOutput<typeof observationSchema>;
export type ObservationPage = v.InferOutput<typeof observationPageSchema>;
export type ObservationSummary = v.InferOutput<typeof observationSummarySchema>;

export type ObservationSort = 'newest' | 'oldest' | 'most-liked' | 'most-commented' | 'passage' | 'relevance';

export const observationSorts: readonly ObservationSort[] = [
  'newest',
  'oldest',
  'most-liked',
  'most-commented',
  'passage',
  'relevance',
];

/** Which observations a list is about. */
export interface ObservationFilter {
  readonly process: string;
  readonly document?: string | undefined;
  readonly passage?: string | undefined;
  /** Words to search for in title, text and reference number, in the process's language. */
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly theme?: string | undefined;
  readonly state?: string | undefined;
  readonly outcome?: string | undefined;
  readonly source?: string | undefined;
}

/** What belongs to the person who is signed in. */
export const ownObservationsSchema = v.object({
  /** Newest first. */
  observations: v.array(
    v.object({
      ...observationSchema.entries,
      /** Whether it can be edited and withdrawn right now. */
      editable: v.boolean(),
    }),
  ),
  /** Reference numbers of those that this person likes. */
  liked: v.array(referenceSchema),
});

export type OwnObservations = v.InferOutput<typeof ownObservationsSchema>;
export type OwnObservation = OwnObservations['observations'][number];
