import * as v from 'valibot';
import {
  contentsLineSchema,
  currentVersion,
  documentSchema,
  documentVersionSchema,
  passageSchema,
  type DocumentVersion,
  type Passage,
  type PlanDocument,
} from '../../model/document.js';
import type { Page } from '../../model/page.js';
import type { Process } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import type { PassageOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import { parseAnswer } from '../parse.js';
import type { DocumentSeed, PassageSeed } from './seed.js';

/** Takes one language out of a part of the seed. */
type Speak = (part: unknown) => unknown;

interface SpokenDocument {
  process: Process;
  speak: Speak;
  /** The backend's clock, an instant. */
  asOf: string;
  version?: number | undefined;
  counts: PassageCounts;
}

/** How many observations there are on each passage; nothing where the seed says so itself. */
export type PassageCounts = ReadonlyMap<string, number> | undefined;

/** A document of the seed as the model has it. Its contents are what stands of each passage in the table of contents. */
export function readDocument(
  document: DocumentSeed,
  { process, speak, asOf, version: wanted, counts }: SpokenDocument,
): PlanDocument {
  const { id, title, summary, url } = document;
  const versions = spokenVersions(document, speak);
  const version = versionOf(document, versions, wanted);
  const contents = parseAnswer(v.array(contentsLineSchema), speak(passagesOf(document, version, counts)), `contents of ${id}`);
  const said = { title: speak(title), ...(summary && { summary: speak(summary) }), ...(url !== undefined && { url }) };
  return parseAnswer(documentSchema, { id, process, ...said, version, versions, contents, asOf }, `document ${id}`);
}

/** One page of passages. A cursor is the place of the next one. */
export function readPassages(
  document: DocumentSeed,
  { version: wanted, from, cursor, limit = 20 }: PassageOptions,
  speak: Speak,
  counts?: PassageCounts,
): Page<Passage> {
  const version = versionOf(document, spokenVersions(document, speak), wanted);
  const passages = passagesOf(document, version, counts);
  const first = from === undefined ? 0 : passages.findIndex(({ id }) => id === from);
  if (cursor === undefined && first < 0)
    throw new BackendError('not-found', `document ${document.id} has no passage ${from ?? ''}`);
  const start = cursor === undefined ? first : Number(cursor);
  const end = start + limit;
  const items = parseAnswer(v.array(passageSchema), speak(passages.slice(start, end)), `passages of ${document.id}`);
  return { items, ...(end < passages.length && { next: String(end) }) };
}

function spokenVersions({ id, versions }: DocumentSeed, speak: Speak): DocumentVersion[] {
  const lines = versions.map(version => speak({ ...version, passages: [] }));
  return parseAnswer(v.array(documentVersionSchema), lines, `versions of ${id}`);
}

function versionOf({ id }: DocumentSeed, versions: readonly DocumentVersion[], wanted: number | undefined): DocumentVersion {
  const version = wanted === undefined ? currentVersion(versions) : versions.find(({ number }) => number === wanted);
  if (!version) throw new BackendError('not-found', `document ${id} has no version ${String(wanted)}`);
  return version;
}

function passagesOf({ versions }: DocumentSeed, { number }: DocumentVersion, counts: PassageCounts): PassageSeed[] {
  const passages = versions.find(version => version.number === number)?.passages ?? [];
  return counts ? passages.map(passage => ({ ...passage, observations: counts.get(passage.id) ?? 0 })) : passages;
}

/** One passage of a version; nothing when it is not there. */
export function passageIn({ id, versions }: DocumentSeed, number: number, passage: string, speak: Speak): Passage | undefined {
  const found = versions.find(version => version.number === number)?.passages.find(each => each.id === passage);
  return found && parseAnswer(passageSchema, speak(found), `${passage} of ${id}`);
}

/** The passages of the version that is current, in reading order. */
export const currentPassages = ({ versions }: DocumentSeed): readonly PassageSeed[] =>
  (versions.findLast(({ status }) => status === 'open') ?? versions.at(-1))?.passages ?? [];

/** How people call a passage, as it reads in the newest version that has it: 'Art. 3 – Strade scolastiche'. */
export function passageNameIn({ versions }: DocumentSeed, passage: string, speak: Speak): Text | undefined {
  const line = versions.flatMap(({ passages }) => passages).findLast(({ id }) => id === passage);
  const { label, title } = speak({ label: line?.label, title: line?.title }) as { label?: Text; title?: Text };
  const lang = (title ?? label)?.lang;
  return lang === undefined ? undefined : { lang, text: [label?.text, title?.text].filter(Boolean).join(' – ') };
}
