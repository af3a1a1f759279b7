import * as v from 'valibot';
import { ballotRulesSchema } from '../../../src/model/ballot.js';
import { documentSchema, documentVersionSchema, passageSchema } from '../../../src/model/document.js';
import { eligibilitySchema } from '../../../src/model/eligibility.js';
import { observationRulesSchema } from '../../../src/model/observation-terms.js';
import { hrefSchema } from '../../../src/model/link.js';
import { pactVersionSchema } from '../../../src/model/pact.js';
import { privacyNoticeSchema } from '../../../src/model/privacy-notice.js';
import { processSchema } from '../../../src/model/process.js';
import { textSchema } from '../../../src/model/text.js';
import { plainDateSchema } from '../../../src/model/time.js';
import type { Translatable } from '../../../src/model/translations.js';
import { isOfficeKey } from '../identities/sealed-box.js';

/** Name of a process, a pact or a word of a glossary. It stands in addresses and is the name of a file, so it is plain and short. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

/** An office of the city that must see who took part. */
export const officeSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The key with which identities are locked for that office alone. */
  publicKey: v.pipe(v.string(), v.check(isOfficeKey, 'must be a public key as `portico-server office-key` prints it')),
});

const century = 36_525;

/** A process as the city writes it: what everybody reads, and what the server needs to hold its rules. */
export const processContentSchema = v.object({
  ...processSchema.entries,
  id: idSchema,
  /** Who may take part. Where it is missing, the rule of the pact in force holds. */
  eligibility: v.exactOptional(eligibilitySchema),
  privacy: privacyNoticeSchema,
  /** The last day of the process. */
  ends: v.exactOptional(plainDateSchema),
  /** Days for which contributions are kept after that day. */
  keepDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(century)),
  office: v.exactOptional(officeSchema),
  /** How observations are made; left out: none can be. */
  observations: v.exactOptional(
    v.object({
      ...observationRulesSchema.entries,
      /** With what their reference numbers begin; no other process has the same. */
      prefix: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{1,9}$/)),
      /** Language in which most people write there, as their words are searched for; left out: the city's. Set before the first is received. */
      language: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i))),
    }),
  ),
});

/** A pact as the city writes it, with all its versions, oldest first. */
export const pactContentSchema = v.object({
  id: idSchema,
  /** Id of its process. */
  process: idSchema,
  url: v.exactOptional(hrefSchema),
  versions: v.pipe(v.array(pactVersionSchema), v.minLength(1)),
});

/** A reference number, as it stands between others in the heading of a passage. */
const referenceSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9./-]{0,99}$/i));

/** A passage as the city writes it. How many observations there are on it is not the city's to say. */
export const passageContentSchema = v.object({
  ...v.omit(passageSchema, ['observations']).entries,
  /** One that everybody knows, or one of the document's own kinds. */
  kind: idSchema,
  changedBy: v.optional(v.array(referenceSchema)),
});

export const documentVersionContentSchema = v.object({
  ...documentVersionSchema.entries,
  /** In reading order. */
  passages: v.pipe(v.array(passageContentSchema), v.minLength(1)),
});

/** A document as the city writes it, with all its versions, oldest first. */
export const documentContentSchema = v.object({
  id: idSchema,
  /** Id of its process. */
  process: idSchema,
  ...v.pick(documentSchema, ['title', 'summary', 'url']).entries,
  /** Kinds of passages for which nobody else has a word. */
  kinds: v.exactOptional(v.array(v.object({ id: idSchema, label: textSchema }))),
  versions: v.pipe(v.array(documentVersionContentSchema), v.minLength(1)),
});

/** A ballot as the city writes it. */
export const ballotContentSchema = v.object({
  ...ballotRulesSchema.entries,
  id: idSchema,
  /** Id of its process. */
  process: idSchema,
});

export type ProcessContent = Translatable<v.InferInput<typeof processContentSchema>>;
export type PactContent = Translatable<v.InferInput<typeof pactContentSchema>>;
export type PactVersionContent = PactContent['versions'][number];

export type DocumentContent = Translatable<v.InferInput<typeof documentContentSchema>>;
export type PassageContent = DocumentContent['versions'][number]['passages'][number];

export type BallotContent = Translatable<v.InferInput<typeof ballotContentSchema>>;

/** A document without its passages. */
export type BareDocument = Omit<DocumentContent, 'versions'> & {
  versions: Omit<DocumentContent['versions'][number], 'passages'>[];
};

/** All that a city publishes, in the order in which lists show it. */
export interface Content {
  processes: ProcessContent[];
  pacts: PactContent[];
  /** Left out: none. */
  documents?: DocumentContent[];
  ballots?: BallotContent[];
}
