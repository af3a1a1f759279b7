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
} from '../../../src/model/document.js';
import { inLanguage } from '../../../src/model/translations.js';
import { Problem } from '../problems/problem.js';
import type { PassageLine } from './passages.js';
import type { BareDocument, PassageContent, ProcessContent } from './schema.js';
import { speakProcess, type Languages } from './speak.js';

/**
 * The version that is asked for; without a number the open one, or the newest.
 *
 * @throws Problem `not-found` when there is no such version.
 */
export function versionOf({ versions }: BareDocument, number: number | undefined): number {
  const lines = versions.map(version => v.parse(documentVersionSchema, inLanguage(version, '', '')));
  const wanted = number ?? currentVersion(lines)?.number;
  if (!lines.some(version => version.number === wanted) || wanted === undefined) throw new Problem('not-found');
  return wanted;
}

/** A document in one language. */
export function speakDocument(
  { document, process, contents }: { document: BareDocument; process: ProcessContent; contents: readonly PassageLine[] },
  { version: wanted, asOf, ...languages }: Languages & { version: number; asOf: string },
): PlanDocument {
  const { id, title, summary, url, kinds } = document;
  const versions: DocumentVersion[] = v.parse(v.array(documentVersionSchema), spoken(document.versions, languages));
  const said = {
    id,
    process: speakProcess(process, languages),
    ...(spoken({ title, ...(summary && { summary }) }, languages) as object),
    version: versions.find(({ number }) => number === wanted),
    versions,
    contents: v.parse(
      v.array(contentsLineSchema),
      spoken(
        contents.map(line => withKind(line, kinds)),
        languages,
      ),
    ),
    asOf,
    ...(url !== undefined && { url }),
  };
  return v.parse(documentSchema, said);
}

export const speakPassages = (
  passages: readonly PassageContent[],
  { kinds }: Pick<BareDocument, 'kinds'>,
  languages: Languages,
): Passage[] =>
  v.parse(
    v.array(passageSchema),
    spoken(
      passages.map(passage => withKind(passage, kinds)),
      languages,
    ),
  );

const spoken = (content: unknown, { locale, fallback }: Languages): unknown => inLanguage(content, locale, fallback);

/** A kind of the document's own comes with its word. */
function withKind(line: PassageLine, kinds: BareDocument['kinds'] = []): unknown {
  const own = kinds.find(({ id }) => id === line.kind);
  return own ? { ...line, kind: { value: own.id, label: own.label } } : line;
}
