import type * as v from 'valibot';
import type { ContentFault } from '../../content/content-fault.js';
import type { ContentProblem } from '../../content/content-problem.js';
import { Locations } from '../../content/folder/locations.js';
import { readBySchema, type Path } from '../../content/folder/read-by-schema.js';
import { readYaml, type YamlFile } from '../../content/folder/yaml-file.js';
import { importedObservationSchema, importFileSchema, type ImportedObservation, type ImportFile } from '../import-schema.js';

/** One file that was read. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** An observation with all that its file says for it, and the way to it for who has to say what is wrong. */
export interface ImportItem extends ImportedObservation {
  readonly process: string;
  readonly lang: string;
  readonly path: Path;
}

export interface ReadImport {
  readonly items: ImportItem[];
  readonly problems: ContentProblem[];
  /** Where a fault stands that is found later. */
  readonly placed: (fault: ContentFault) => ContentProblem;
}

/**
 * Reads files of observations: YAML, or a JSON object in each line.
 *
 * @param locale - Language of what does not say its own.
 */
export function readFiles(files: readonly SourceFile[], locale: string): ReadImport {
  const places = new Locations();
  const problems: ContentProblem[] = [];
  const items: ImportItem[] = [];
  const reader: Reader = { places, problems, locale };
  for (const file of files) {
    const { observations, ...head } = /\.jsonl$/i.test(file.name) ? readLines(file, reader) : readWhole(file, reader);
    for (const [observation, path] of observations) {
      const process = observation.process ?? head.process;
      if (process === undefined) {
        problems.push(places.problem({ path, message: "'process' is missing, here and at the beginning of the file" }));
        continue;
      }
      items.push({ ...head, ...observation, process, lang: observation.lang ?? head.lang ?? locale, path });
    }
  }
  return { items, problems, placed: fault => places.problem(fault) };
}

interface Reader {
  readonly places: Locations;
  readonly problems: ContentProblem[];
  readonly locale: string;
}

type Contents = Omit<ImportFile, 'observations'> & { observations: (readonly [ImportedObservation, Path])[] };

function readWhole({ name, text }: SourceFile, reader: Reader): Contents {
  const { yaml, problems } = readYaml(name, text);
  reader.problems.push(...problems);
  const read = yaml && (readNode(importFileSchema, yaml, [name], reader) as ImportFile | undefined);
  if (!read) return { observations: [] };
  const { observations, ...head } = read;
  return { ...head, observations: observations.map((each, index) => [each, [name, 'observations', index]]) };
}

/** What JSON can say YAML can say in the same words, so that both are read by the same reader. */
function readLines({ name, text }: SourceFile, reader: Reader): Contents {
  const observations = text.split('\n').flatMap((source, index): [ImportedObservation, Path][] => {
    if (source.trim() === '') return [];
    const line = index + 1;
    const { yaml, problems } = readYaml(name, source.replace(/\r$/, ''));
    reader.problems.push(...problems.map(problem => ({ ...problem, line })));
    if (!yaml) return [];
    const shifted: YamlFile = { ...yaml, place: node => ({ ...yaml.place(node), line }) };
    const path = [name, 'line', line];
    const read = readNode(importedObservationSchema, shifted, path, reader) as ImportedObservation | undefined;
    return read ? [[read, path]] : [];
  });
  return { observations };
}

/** Nothing where anything was wrong: a part of an observation is none. */
function readNode(schema: v.GenericSchema, yaml: YamlFile, path: Path, { places, problems, locale }: Reader): unknown {
  const before = problems.length;
  const read = readBySchema(schema, yaml.root, path, {
    yaml,
    locale,
    problems,
    note: (at, place) => {
      places.note(at, place);
    },
    longText: () => undefined,
  });
  return problems.length > before ? undefined : read;
}
