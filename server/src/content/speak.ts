import * as v from 'valibot';
import { privacyNoticeSchema, type PrivacyNotice } from '../../../src/model/privacy-notice.js';
import { pactSchema, pactVersionSchema, pactVersionSummarySchema, versionInForce, type Pact } from '../../../src/model/pact.js';
import { eligibilitySchema, type Eligibility } from '../../../src/model/eligibility.js';
import { processSchema, type Process } from '../../../src/model/process.js';
import { inLanguage } from '../../../src/model/translations.js';
import { Problem } from '../problems/problem.js';
import type { PactContent, ProcessContent } from './schema.js';

/** The languages of an answer: the reader's, and the city's for what is not in it. */
export interface Languages {
  locale: string;
  fallback: string;
}

function spoken<Output>(schema: v.GenericSchema<unknown, Output>, content: unknown, { locale, fallback }: Languages): Output {
  return v.parse(schema, inLanguage(content, locale, fallback));
}

/** A process in one language, without what only the server needs. */
export const speakProcess = (content: ProcessContent, languages: Languages): Process => spoken(processSchema, content, languages);

export const speakPrivacy = ({ privacy }: ProcessContent, languages: Languages): PrivacyNotice =>
  spoken(privacyNoticeSchema, privacy, languages);

/**
 * A pact in one language.
 *
 * @param version - Left out: the one in force, or the newest when none is.
 * @param asOf - The server's clock, an instant.
 * @throws Problem `not-found` when there is no such version.
 */
export function speakPact(
  { id, url, versions }: PactContent,
  process: ProcessContent,
  { version, asOf, ...languages }: Languages & { version?: number | undefined; asOf: string },
): Pact {
  const lines = versions.map(each => spoken(pactVersionSummarySchema, each, languages));
  const wanted = version ?? versionInForce({ versions: lines })?.number ?? lines.at(-1)?.number;
  const content = versions.find(({ number }) => number === wanted);
  if (!content) throw new Problem('not-found');
  const spokenVersion = spoken(pactVersionSchema, content, languages);
  const answer = { id, process: speakProcess(process, languages), version: spokenVersion, versions: lines, asOf };
  // What was spoken is in the model's own form; this says it to the compiler.
  return { ...answer, ...(url !== undefined && { url }) } satisfies v.InferOutput<typeof pactSchema>;
}

/** Who may take part in a process: by its own rule, else by that of its first pact in force. Where nothing is said, everybody may. */
export function eligibilityOf(process: ProcessContent, pacts: readonly PactContent[], languages: Languages): Eligibility {
  const inForce = pacts.flatMap(({ versions }) => versions).find(({ status }) => statusOf(status) === 'in-force');
  return spoken(eligibilitySchema, process.eligibility ?? inForce?.eligibility ?? {}, languages);
}

const statusOf = (status: unknown): unknown => (typeof status === 'string' ? status : (status as { value: unknown }).value);
