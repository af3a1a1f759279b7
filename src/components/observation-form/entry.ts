import * as v from 'valibot';
import { attachmentSchema } from '../../model/attachment.js';
import { passageIdSchema } from '../../model/document.js';
import type { ObservationDraft, OnBehalf } from '../../model/observation-draft.js';
import { textQuoteSchema } from '../../model/text-quote.js';
import { hasWords, tidied } from '../../model/written-text.js';

const typed = v.optional(v.string(), '');

/** What somebody typed and chose, just as it stands in the form. Drafts come from storages and from other sites: each part is looked at. */
export const entrySchema = v.object({
  document: v.exactOptional(v.string()),
  version: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  passage: v.exactOptional(passageIdSchema),
  quote: v.exactOptional(textQuoteSchema),
  kind: typed,
  title: typed,
  text: typed,
  /** The wording that was read, and the one that is proposed. */
  before: typed,
  after: typed,
  theme: typed,
  place: typed,
  /** Id of a hub that the place is, or is at. */
  hub: typed,
  attachments: v.optional(v.array(attachmentSchema), []),
  /** Only when somebody writes for somebody else. */
  source: typed,
  receivedAt: typed,
  receivedOn: typed,
});

export type Entry = v.InferOutput<typeof entrySchema>;

export const blankEntry: Entry = v.parse(entrySchema, {});

export const steps = ['behalf', 'where', 'what', 'more', 'check'] as const;

export type Step = (typeof steps)[number];

/** One draft as it is kept. */
export const keptSchema = v.object({
  /** It is also the key of its submission: sent twice, from two tabs or after a lost answer, it is one observation. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  entry: entrySchema,
  step: v.picklist(steps),
  /** Under which nickname the person knows it to be published. */
  as: v.exactOptional(v.string()),
  /** The person went to sign in, and comes back to go on. */
  leaving: v.optional(v.boolean(), false),
  /** What was sent without an answer: it may have arrived. */
  tried: v.exactOptional(v.unknown()),
  /** It was sent; what came back. */
  receipt: v.exactOptional(v.unknown()),
});

export type Kept = v.InferOutput<typeof keptSchema>;

/** All drafts of a process that somebody has, by what they are on. */
export const keptRecordSchema = v.object({ current: v.string(), drafts: v.record(v.string(), keptSchema) });

export type KeptRecord = v.InferOutput<typeof keptRecordSchema>;

/** What a draft is on, as a name. */
export const subjectKey = ({ document, passage }: Pick<Entry, 'document' | 'passage'>): string =>
  [document, passage].filter(part => part !== undefined).join('#');

/** Whether anything was written that would be a pity to lose. */
export const isWritten = ({ title, text, before, after, place, attachments }: Entry): boolean =>
  [title, text, place].some(hasWords) || after !== before || attachments.length > 0;

/** Whether both say the same. */
export const isSame = (one: Entry, other: Entry): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Entry)[])].every(
    part => JSON.stringify(one[part]) === JSON.stringify(other[part]),
  );

export const isAmendment = ({ kind }: Pick<Entry, 'kind'>): boolean => kind === 'amendment';

/**
 * What is sent of an entry: nothing that the form does not ask for.
 *
 * @param lang - Language of what was written.
 * @param helper - Whether somebody writes for somebody else.
 */
export function draftOf(entry: Entry, process: string, lang: string, helper: boolean): ObservationDraft {
  const { document, version, passage, quote, kind, attachments } = entry;
  const [title, text, theme, place] = [entry.title, entry.text, entry.theme, entry.place].map(tidied) as [
    string,
    string,
    string,
    string,
  ];
  return {
    subject: {
      process,
      ...(document !== undefined && { document }),
      ...(version !== undefined && document !== undefined && { version }),
      ...(passage !== undefined && { passage }),
      ...(quote !== undefined && passage !== undefined && { quote }),
    },
    kind,
    ...(title !== '' && { title }),
    text,
    ...(isAmendment(entry) && { wording: { before: entry.before, after: tidied(entry.after) } }),
    ...(theme !== '' && { theme }),
    ...(place !== '' && { place: { text: place, ...(entry.hub !== '' && { hub: entry.hub }) } }),
    attachments: attachments.map(({ id }) => id),
    lang,
    ...(helper && { onBehalf: onBehalfOf(entry) }),
  };
}

function onBehalfOf({ source, receivedAt, receivedOn }: Entry): OnBehalf {
  return {
    source: source as OnBehalf['source'],
    place: tidied(receivedAt),
    ...(receivedOn !== '' && { on: receivedOn }),
  };
}
