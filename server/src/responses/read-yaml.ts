import * as v from 'valibot';
import type { ContentProblem } from '../content/content-problem.js';
import { Locations } from '../content/folder/locations.js';
import { readBySchema, type Path } from '../content/folder/read-by-schema.js';
import { readYaml } from '../content/folder/yaml-file.js';
import type { ResponseColumn, ResponseLine } from './response-entry.js';

const lineSchema = v.object({
  reference: v.string(),
  outcome: v.string(),
  text: v.string(),
  lang: v.exactOptional(v.string()),
  act: v.exactOptional(v.object({ kind: v.string(), number: v.string(), date: v.string() })),
  adoptedIn: v.exactOptional(v.object({ document: v.string(), version: v.string(), passage: v.exactOptional(v.string()) })),
});

/** A file of YAML: `responses:` and one entry for each. */
const fileSchema = v.object({ responses: v.array(lineSchema) });

/** Where each column of a table stands in an entry. */
const pathOf: Readonly<Record<ResponseColumn, Path>> = {
  reference: ['reference'],
  outcome: ['outcome'],
  text: ['text'],
  lang: ['lang'],
  act_kind: ['act', 'kind'],
  act_number: ['act', 'number'],
  act_date: ['act', 'date'],
  adopted_document: ['adoptedIn', 'document'],
  adopted_version: ['adoptedIn', 'version'],
  adopted_passage: ['adoptedIn', 'passage'],
};

export function readYamlResponses(source: string, file: string): { lines: ResponseLine[]; problems: ContentProblem[] } {
  const { yaml, problems } = readYaml(file, source);
  if (!yaml) return { lines: [], problems };
  const places = new Locations();
  const read = readBySchema(fileSchema, yaml.root, ['file'], {
    yaml,
    locale: 'en',
    problems,
    note: (path, place) => {
      places.note(path, place);
    },
    longText: () => undefined,
  });
  if (problems.length > 0) return { lines: [], problems };
  const { responses } = read as v.InferOutput<typeof fileSchema>;
  const lines = responses.map((response, index) => ({
    fields: Object.fromEntries(Object.entries(pathOf).map(([column, path]) => [column, valueAt(response, path)] as const)),
    placeOf: (column: ResponseColumn) => {
      const { line, column: at } = places.problem({ path: ['file', 'responses', index, ...pathOf[column]], message: '' });
      return { file, line, column: at };
    },
  }));
  return { lines, problems };
}

/** What stands at a path; nothing said is an empty text, as in a table. */
function valueAt(response: unknown, path: Path): string {
  const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], response);
  return typeof value === 'string' ? value : '';
}
