import type { Block, RichText } from '../../../../src/model/richtext.js';
import { translations, type Translations } from '../../../../src/model/translations.js';
import type { ContentProblem, Place } from '../content-problem.js';
import { readPassages, type ReadPassage } from '../markdown/passages.js';
import type { PassageContent } from '../schema.js';
import type { PassageFile } from './layout.js';
import { inLanguages } from './read-by-schema.js';

/** A file of passages that was found, with its text. */
export interface FoundPassageFile extends PassageFile {
  file: string;
  source: string;
}

interface Reading {
  /** The city's language: its files say which passages there are, in which order, and of which kind. */
  locale: string;
  problems: ContentProblem[];
  /** Notes where the passage with this place in the version stands. */
  note(index: number, place: Place): void;
}

/** All passages of a version, from its files in all languages. */
export function readPassageFiles(found: readonly FoundPassageFile[], reading: Reading): PassageContent[] {
  const passages: PassageContent[] = [];
  for (const part of [...new Set(found.map(each => each.part))].sort()) {
    const files = found
      .filter(each => each.part === part)
      .map(each => ({ ...each, passages: passagesIn(each, reading.problems) }));
    const main = files.find(({ lang, plain }) => lang === reading.locale && !plain);
    if (!main) {
      const [{ file } = { file: part }] = files;
      complain(
        reading,
        file,
        `there is no ${part}.${reading.locale}.md, in the city’s language, that says which passages there are`,
      );
      continue;
    }
    const others = files.filter(file => file !== main).sort((one, other) => (one.lang < other.lang ? -1 : 1));
    for (const other of others) compare(main.passages, other, reading);
    for (const passage of main.passages) {
      const { line, column } = passage;
      reading.note(passages.length, { file: main.file, line, column });
      if (passage.heading.kind === undefined) {
        reading.problems.push({
          file: main.file,
          line,
          column,
          message: 'the passage needs its kind, such as {#art-3 .article}',
        });
      }
      passages.push(inAllLanguages(passage, [main, ...others]));
    }
  }
  return passages;
}

type PassagesOfFile = FoundPassageFile & { passages: ReadPassage[] };

function passagesIn({ file, source }: FoundPassageFile, problems: ContentProblem[]): ReadPassage[] {
  const { passages, problems: found } = readPassages(source);
  problems.push(...found.map(problem => ({ file, ...problem })));
  if (passages.length === 0 && found.length === 0) problems.push({ file, line: 1, column: 1, message: 'is empty' });
  return passages;
}

/** A file in another language, or in plain words, only adds words to passages. */
function compare(main: readonly ReadPassage[], { file, plain, passages }: PassagesOfFile, { problems }: Reading): void {
  const seen = new Set<string>();
  for (const { heading, level, line, column } of passages) {
    const complainHere = (message: string): void => void problems.push({ file, line, column, message });
    const { id, label, title, ...marks } = heading;
    const same = main.find(each => each.heading.id === id);
    if (!same) complainHere(`the file in the city’s language has no passage '${id}'`);
    else if (same.level !== level) complainHere(`'${id}' has ${String(same.level)} # marks in the file in the city’s language`);
    if (seen.has(id)) complainHere(`there are two with the id '${id}'`);
    seen.add(id);
    if (Object.keys(marks).length > 0) complainHere('kinds and marks stand in the file in the city’s language; here only {#id}');
    if (plain && (label ?? title) !== undefined) complainHere('a heading in plain words has no words, only {#id}');
  }
}

function inAllLanguages({ heading, level }: ReadPassage, files: readonly PassagesOfFile[]): PassageContent {
  const { id, kind = '', observable, changedBy } = heading;
  const found = files.flatMap(({ lang, plain, passages }) => {
    const passage = passages.find(each => each.heading.id === id);
    return passage ? [{ ...passage, lang, plain }] : [];
  });
  const words = (field: 'label' | 'title'): ReturnType<typeof inLanguages> =>
    inLanguages(new Map(found.flatMap(each => (each.heading[field] === undefined ? [] : [[each.lang, each.heading[field]]]))));
  const text = (plain: boolean): RichText | Translations<Block[]> | undefined =>
    longText(
      new Map(
        found.filter(each => each.plain === plain).flatMap(({ lang, blocks }) => (blocks.length > 0 ? [[lang, blocks]] : [])),
      ),
    );
  return {
    id,
    kind,
    level,
    ...defined({ label: words('label'), title: words('title'), body: text(false), plain: text(true), observable, changedBy }),
  };
}

function longText(byLanguage: ReadonlyMap<string, Block[]>): RichText | Translations<Block[]> | undefined {
  const [first] = byLanguage;
  if (!first) return undefined;
  return byLanguage.size === 1 ? { lang: first[0], blocks: first[1] } : translations(Object.fromEntries(byLanguage));
}

/** Without what is not there. */
const defined = <Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;

function complain({ problems }: Reading, file: string, message: string): void {
  problems.push({ file, line: 1, column: 1, message });
}
