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
}

/** A document of the seed as the model has it. Its contents are what stands of each passage in the table of contents. */
export function readDocument(document: DocumentSeed, { process, speak, asOf, version: wanted }: SpokenDocument): PlanDocument {
  const { id, title, summary, url } = document;
  const versions = spokenVersions(document, speak);
  const version = versionOf(document, versions, wanted);
  const contents = parseAnswer(v.array(contentsLineSchema), speak(passagesOf(document, version)), `contents of ${id}`);
  const said = { title: speak(title), ...(summary && { summary: speak(summary) }), ...(url !== undefined && { url }) };
  return parseAnswer(documentSchema, { id, process, ...said, version, versions, contents, asOf }, `document ${id}`);
}

/** One page of passages. A cursor is the place of the next one. */
export function readPassages(
  document: DocumentSeed,
  { version: wanted, from, cursor, limit = 20 }: PassageOptions,
  speak: Speak,
): Page<Passage> {
  const version = versionOf(document, spokenVersions(document, speak), wanted);
  const passages = passagesOf(document, version);
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

const passagesOf = ({ versions }: DocumentSeed, { number }: DocumentVersion): PassageSeed[] =>
  versions.find(version => version.number === number)?.passages ?? [];
