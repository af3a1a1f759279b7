import * as v from 'valibot';
import { eligibilitySchema } from './eligibility.js';
import { hrefSchema } from './link.js';
import { openEnum } from './open-enum.js';
import { privacyNoticeSchema } from './privacy-notice.js';
import { processSchema } from './process.js';
import { receiptSchema } from './receipt.js';
import { richTextSchema } from './richtext.js';
import { languageTagSchema, textSchema } from './text.js';
import { dateSchema, instantSchema } from './time.js';

/** The administrative act that adopted a version. */
export const actSchema = v.object({
  /** What sort of act it is: 'Deliberazione della Giunta comunale'. */
  kind: textSchema,
  number: v.string(),
  date: dateSchema,
  url: v.exactOptional(hrefSchema),
});

export type PactStatus = 'draft' | 'in-force' | 'superseded';

const versionNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

const summaryEntries = {
  number: versionNumberSchema,
  status: openEnum<PactStatus>(),
  act: v.exactOptional(actSchema),
  /** Why there is a new version, in one sentence. */
  note: v.exactOptional(textSchema),
};

/** One line in the list of all versions of a pact. */
export const pactVersionSummarySchema = v.object(summaryEntries);

export type PartyRole = 'administration' | 'participants' | 'guarantor' | 'partner';

/** One side of a pact with what it gives and what it gets. */
export const partySchema = v.object({
  role: openEnum<PartyRole>(),
  name: textSchema,
  gives: v.array(textSchema),
  gets: v.array(textSchema),
});

/** One addressable piece of the full text. The id stays the same through all versions, so that links and comparisons hold. */
export const pactSectionSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/i)),
  title: textSchema,
  body: richTextSchema,
  /** The same in plain words. The body alone is binding. */
  plain: v.exactOptional(richTextSchema),
});

/** A word that the text uses and what it means. */
export const glossaryEntrySchema = v.object({ id: v.string(), term: textSchema, definition: textSchema });

/** A file that belongs to a pact. */
export const attachmentSchema = v.object({
  title: textSchema,
  url: hrefSchema,
  /** The format as people know it: PDF, ODT, CSV. */
  format: v.string(),
  /** Size of the file. */
  bytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Language of what is in the file. */
  lang: v.exactOptional(languageTagSchema),
});

/** What a pact that asks to be accepted says before the person accepts. */
export const acceptanceRequestSchema = v.object({ statement: textSchema, privacy: privacyNoticeSchema });

/** One version of a pact, whole. */
export const pactVersionSchema = v.object({
  ...summaryEntries,
  title: textSchema,
  /** What the process decides. */
  decided: v.array(textSchema),
  /** What it does not decide, said as plainly. */
  notDecided: v.array(textSchema),
  brief: richTextSchema,
  sections: v.array(pactSectionSchema),
  parties: v.array(partySchema),
  eligibility: eligibilitySchema,
  glossary: v.optional(v.array(glossaryEntrySchema), []),
  attachments: v.optional(v.array(attachmentSchema), []),
  /** Present when the pact asks to be accepted before somebody takes part. */
  acceptance: v.exactOptional(acceptanceRequestSchema),
});

/** The participation pact of a process, with the version that was asked for and a line for each of the others. */
export const pactSchema = v.object({
  id: v.string(),
  process: processSchema,
  version: pactVersionSchema,
  versions: v.array(pactVersionSummarySchema),
  /** The server's clock when it answered. 'Days left' counts from here, since the clock of a telephone can be wrong. */
  asOf: v.exactOptional(instantSchema),
  /** The page of the pact on the city's platform. */
  url: v.exactOptional(hrefSchema),
});

/** That a person accepted a version of a pact. */
export const acceptanceSchema = v.object({ version: versionNumberSchema, at: instantSchema, receipt: receiptSchema });

/** Somebody's acceptance of a pact; `accepted` is absent when there is none. */
export const acceptanceAnswerSchema = v.object({ accepted: v.exactOptional(acceptanceSchema) });

export type Act = v.InferOutput<typeof actSchema>;
export type PactVersionSummary = v.InferOutput<typeof pactVersionSummarySchema>;
export type Party = v.InferOutput<typeof partySchema>;
export type PactSection = v.InferOutput<typeof pactSectionSchema>;
export type GlossaryEntry = v.InferOutput<typeof glossaryEntrySchema>;
export type Attachment = v.InferOutput<typeof attachmentSchema>;
export type AcceptanceRequest = v.InferOutput<typeof acceptanceRequestSchema>;
export type PactVersion = v.InferOutput<typeof pactVersionSchema>;
export type Pact = v.InferOutput<typeof pactSchema>;
export type Acceptance = v.InferOutput<typeof acceptanceSchema>;

/** What a person sends to accept a pact. */
export interface AcceptanceDraft {
  pact: string;
  version: number;
}

/** The version in force, which is the one that can be accepted. */
export function versionInForce(pact: Pick<Pact, 'versions'>): PactVersionSummary | undefined {
  return pact.versions.findLast(version => version.status.value === 'in-force');
}

/** How somebody's acceptance stands against the version that is in force. */
export type AcceptanceStatus = 'missing' | 'valid' | 'outdated';

export function acceptanceStatus(acceptance: Pick<Acceptance, 'version'> | undefined, inForce: number): AcceptanceStatus {
  if (!acceptance) return 'missing';
  return acceptance.version === inForce ? 'valid' : 'outdated';
}
