import * as v from 'valibot';
import { hrefSchema } from './link.js';
import { openEnum } from './open-enum.js';
import { actSchema } from './pact.js';
import { processSchema } from './process.js';
import { richTextSchema } from './richtext.js';
import { textSchema } from './text.js';
import { dateSchema, instantSchema } from './time.js';

export type PassageKind = 'part' | 'chapter' | 'article' | 'paragraph' | 'annex';

export type DocumentStatus = 'draft' | 'open' | 'closed' | 'adopted' | 'superseded';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The id of a passage stays the same through all versions, so that links, observations and comparisons hold. */
export const passageIdSchema = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9][a-z0-9.-]*$/i));

/** What stands of a passage in the table of contents. */
export const contentsLineSchema = v.object({
  id: passageIdSchema,
  kind: openEnum<PassageKind>(),
  /** How deep it lies: 1 for the parts of the document, at most 6. */
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  /** How people call it: 'Art. 3', 'Capitolo II'. */
  label: v.exactOptional(textSchema),
  title: v.exactOptional(textSchema),
  /** How many observations everybody can read on it, those on the passages inside it left out. */
  observations: v.optional(count, 0),
});

/** One addressable piece of a document, with its own words; what lies inside it are passages of their own, after it. */
export const passageSchema = v.object({
  ...contentsLineSchema.entries,
  body: v.exactOptional(richTextSchema),
  /** The same in plain words. The body alone is what is decided on. */
  plain: v.exactOptional(richTextSchema),
  /** Whether observations can be made on it. Headings alone mostly cannot. */
  observable: v.optional(v.boolean(), true),
  /** Reference numbers of the observations by which it became what it is in this version. */
  changedBy: v.optional(v.array(v.string()), []),
});

const versionNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One line in the list of all versions of a document. */
export const documentVersionSchema = v.object({
  number: versionNumberSchema,
  status: openEnum<DocumentStatus>(),
  date: v.exactOptional(dateSchema),
  act: v.exactOptional(actSchema),
  /** Why there is a new version, in one sentence. */
  note: v.exactOptional(textSchema),
});

/** A plan put up for observations: everything but its passages, which come page by page since a plan can have thousands. */
export const documentSchema = v.object({
  id: v.string(),
  process: processSchema,
  title: textSchema,
  summary: v.exactOptional(richTextSchema),
  /** The version that was asked for. */
  version: documentVersionSchema,
  versions: v.array(documentVersionSchema),
  /** Every passage in reading order. A passage lies inside the nearest one before it that is less deep. */
  contents: v.array(contentsLineSchema),
  /** The server's clock when it answered. */
  asOf: v.exactOptional(instantSchema),
  url: v.exactOptional(hrefSchema),
});

export type ContentsLine = v.InferOutput<typeof contentsLineSchema>;
export type Passage = v.InferOutput<typeof passageSchema>;
export type DocumentVersion = v.InferOutput<typeof documentVersionSchema>;
export type PlanDocument = v.InferOutput<typeof documentSchema>;

/** The version that is open for observations, else the newest. */
export function currentVersion(versions: readonly DocumentVersion[]): DocumentVersion | undefined {
  return versions.findLast(({ status }) => status.value === 'open') ?? versions.at(-1);
}

/** The passages in which one lies, outermost first; what is asked about comes last. Empty when there is none of that id. */
export function pathTo<Line extends Pick<ContentsLine, 'id' | 'level'>>(contents: readonly Line[], id: string): Line[] {
  const index = contents.findIndex(line => line.id === id);
  const path: Line[] = [];
  let level = Infinity;
  for (let at = index; at >= 0 && level > 1; at -= 1) {
    const line = contents[at];
    if (line === undefined || line.level >= level) continue;
    path.unshift(line);
    level = line.level;
  }
  return path;
}
