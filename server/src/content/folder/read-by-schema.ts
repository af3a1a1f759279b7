import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import * as v from 'valibot';
import { richTextSchema, type Block, type RichText } from '../../../../src/model/richtext.js';
import { textSchema, type Text } from '../../../../src/model/text.js';
import { translations, type Translations } from '../../../../src/model/translations.js';
import type { ContentProblem, Place } from '../content-problem.js';
import { isLanguage, textProblem } from '../text-problem.js';
import { isString, shapeOf } from './shape.js';
import { wording } from './wording.js';
import type { YamlFile } from './yaml-file.js';

/** Where a value is in the content: `['pacts', 0, 'versions', 1, 'title']`. */
export type Path = readonly (string | number)[];

/** What reading a file needs, and what it leaves behind. */
export interface Reading {
  yaml: YamlFile;
  /** The language of texts that do not say theirs. */
  locale: string;
  problems: ContentProblem[];
  /** Notes where the value at a path stands, for problems that are found later. */
  note(path: Path, place: Place): void;
  /** A long text stands in files of its own. `object` is what was read so far of the object that it belongs to. */
  longText(path: Path, object: Readonly<Record<string, unknown>>): RichText | Translations<Block[]> | undefined;
}

/** One text in all its languages: alone where there is one, since then there is nothing to choose. */
export function inLanguages(byLanguage: ReadonlyMap<string, string>): Text | Translations<string> | undefined {
  const [first] = byLanguage;
  if (!first) return undefined;
  return byLanguage.size === 1 ? { lang: first[0], text: first[1] } : translations(Object.fromEntries(byLanguage));
}

/**
 * Reads a node of YAML as the schema says, in the form that a person writes: a text is a string, or a map of languages.
 *
 * @returns The value as the schema's input; nothing when something is wrong, which is then among the problems.
 */
export function readBySchema(schema: v.GenericSchema, node: unknown, path: Path, reading: Reading): unknown {
  const at = node as Node | null;
  reading.note(path, reading.yaml.place(at));
  if (schema === (textSchema as v.GenericSchema)) return readText(at, reading);
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'object':
      return readObject(shape.entries, at, path, reading);
    case 'list':
      if (isSeq(at)) return at.items.map((item, index) => readBySchema(shape.item, item, [...path, index], reading));
      complain(reading, at, 'must be a list: each entry begins with a hyphen');
      return undefined;
    case 'token':
      return isMap(at) ? readBySchema(shape.object, at, path, reading) : readValue(schema, at, reading);
    case 'value':
      return readValue(schema, at, reading);
  }
}

type Entries = Extract<ReturnType<typeof shapeOf>, { kind: 'object' }>['entries'];

function readObject(entries: Entries, node: Node | null, path: Path, reading: Reading): unknown {
  if (!isMap(node)) {
    complain(reading, node, `must have entries: ${namesOf(entries)}`);
    return undefined;
  }
  const pairs = new Map(node.items.map(pair => [keyOf(pair), pair]));
  refuseOthers(entries, pairs, reading);
  const object: Record<string, unknown> = {};
  for (const [key, schema, optional] of entries) {
    const pair = pairs.get(key);
    if (isInFiles(schema)) {
      reading.note([...path, key], reading.yaml.place(node));
      const text = reading.longText([...path, key], object);
      if (text) object[key] = text;
    } else if (!pair) {
      if (!optional) complain(reading, node, `'${key}' is missing`);
    } else if (pair.value === null || isEmpty(pair.value)) {
      complain(reading, pair.key, `'${key}' is empty`);
    } else {
      const value = readBySchema(schema, pair.value, [...path, key], reading);
      if (value !== undefined) object[key] = value;
    }
  }
  return object;
}

function refuseOthers(entries: Entries, pairs: ReadonlyMap<string, Pair>, reading: Reading): void {
  for (const [key, pair] of pairs) {
    const entry = entries.find(([name]) => name === key);
    if (!entry) complain(reading, pair.key, `'${key}' is not known here; known are ${namesOf(entries)}`);
    else if (isInFiles(entry[1])) complain(reading, pair.key, `'${key}' is a long text and stands in a Markdown file of its own`);
  }
}

const namesOf = (entries: Entries): string => entries.map(([name]) => name).join(', ');

const isInFiles = (schema: v.GenericSchema): boolean => schema === (richTextSchema as v.GenericSchema);

function readText(node: Node | null, reading: Reading): Text | Translations<string> | undefined {
  const { locale } = reading;
  if (!isMap(node)) return inLanguages(new Map(oneLanguage(locale, node, reading)));
  if (node.items.length === 0) complain(reading, node, 'has no text in any language');
  return inLanguages(
    new Map(
      node.items.flatMap(pair => {
        const lang = keyOf(pair);
        if (isLanguage(lang)) return oneLanguage(lang, pair.value ?? pair.key, reading);
        complain(reading, pair.key, `'${lang}' is not a language such as it, en or ar`);
        return [];
      }),
    ),
  );
}

function oneLanguage(lang: string, node: unknown, reading: Reading): [string, string][] {
  const text = isScalar(node) ? sourceOf(node) : undefined;
  const problem = text === undefined ? 'must be text, or a text for each language' : textProblem(text);
  if (text !== undefined && problem === undefined) return [[lang, text]];
  complain(reading, node, problem ?? '');
  return [];
}

function readValue(schema: v.GenericSchema, node: Node | null, reading: Reading): unknown {
  if (!isScalar(node)) {
    complain(reading, node, 'must be a single value');
    return undefined;
  }
  const value = isString(schema) ? sourceOf(node) : node.value;
  const { issues } = v.safeParse(schema, value);
  const problem = issues ? wording(schema, issues[0]) : typeof value === 'string' ? textProblem(value) : undefined;
  if (problem === undefined) return value;
  complain(reading, node, problem);
  return undefined;
}

/** A text as it was written: `number: 0187` is the number of an act, with its zero. */
function sourceOf({ value, source }: Scalar): string | undefined {
  if (typeof value === 'string') return value;
  return value === null ? undefined : source;
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '(not a name)');

const isEmpty = (node: unknown): boolean => isScalar(node) && node.value === null;

function complain(reading: Reading, node: unknown, message: string): void {
  reading.problems.push({ ...reading.yaml.place(node as Node | null), message });
}
