import * as v from 'valibot';
import type { Block, RichText } from '../../../../src/model/richtext.js';
import { pactVersionSchema } from '../../../../src/model/pact.js';
import { languageTagSchema } from '../../../../src/model/text.js';
import { translations, type Translations } from '../../../../src/model/translations.js';
import type { ContentProblem } from '../content-problem.js';
import { contentProblems } from '../content-problems.js';
import { readMarkdown } from '../markdown/read-markdown.js';
import {
  ballotContentSchema,
  documentContentSchema,
  documentVersionContentSchema,
  idSchema,
  pactContentSchema,
  processContentSchema,
  type BallotContent,
  type Content,
  type DocumentContent,
  type PactContent,
  type PactVersionContent,
  type PassageContent,
  type ProcessContent,
} from '../schema.js';
import type { Files } from './files.js';
import {
  ballotFile,
  ballotIn,
  briefText,
  cityFile,
  documentFile,
  documentIn,
  documentSummary,
  documentVersionFile,
  languageIn,
  pactFile,
  pactIn,
  passageFileIn,
  processFile,
  processIn,
  sectionText,
  versionFile,
  versionIn,
} from './layout.js';
import { Locations } from './locations.js';
import { readBySchema, type Path, type Reading } from './read-by-schema.js';
import { readPassageFiles } from './read-passage-files.js';
import { readYaml } from './yaml-file.js';

/** What stands in `city.yaml`. */
export const citySchema = v.object({
  locale: languageTagSchema,
  processes: v.array(idSchema),
  pacts: v.array(idSchema),
  documents: v.exactOptional(v.array(idSchema)),
  ballots: v.exactOptional(v.array(idSchema)),
});

/** The rest of these schemas stands in the names of files and folders. */
export const processFileSchema = v.omit(processContentSchema, ['id']);
export const ballotFileSchema = v.omit(ballotContentSchema, ['id']);
export const pactFileSchema = v.omit(pactContentSchema, ['id', 'versions']);
export const versionFileSchema = v.omit(pactVersionSchema, ['number']);
export const documentFileSchema = v.omit(documentContentSchema, ['id', 'versions']);
export const documentVersionFileSchema = v.omit(documentVersionContentSchema, ['number', 'passages']);

export interface ReadContent {
  content: Content;
  /** The language of texts that do not say theirs. */
  locale: string;
}

/**
 * Reads a city's files. They are content all together or not at all.
 *
 * @returns The content, or everything that is wrong, file by file.
 */
export function readContent(files: Files): ReadContent | { problems: ContentProblem[] } {
  const reader = new Reader(files);
  const read = reader.read();
  return reader.problems.length === 0 && read ? read : { problems: inOrder(reader.problems) };
}

class Reader {
  readonly problems: ContentProblem[] = [];
  private readonly _locations = new Locations();
  private readonly _unread: Set<string>;
  private _locale = '';

  constructor(private readonly _files: Files) {
    this._unread = new Set(_files.keys());
  }

  read(): ReadContent | undefined {
    const city = this._yaml(cityFile, citySchema, ['city']) as v.InferInput<typeof citySchema> | undefined;
    // Without its language nothing else can be read.
    if (!city || this.problems.length > 0) return undefined;
    this._locale = city.locale;
    const { processes: processIds, pacts: pactIds, documents: documentIds = [], ballots: ballotIds = [] } = city;
    this._listed(processIds, 'processes', [...this._files.keys()].map(processIn));
    this._listed(pactIds, 'pacts', [...this._files.keys()].map(pactIn));
    this._listed(documentIds, 'documents', [...this._files.keys()].map(documentIn));
    this._listed(ballotIds, 'ballots', [...this._files.keys()].map(ballotIn));

    const content: Content = {
      processes: processIds.map((id, index) => this._process(id, ['processes', index])),
      pacts: pactIds.map((id, index) => this._pact(id, ['pacts', index])),
      ...(documentIds.length > 0 && {
        documents: documentIds.map((id, index) => this._document(id, ['documents', index])),
      }),
      ...(ballotIds.length > 0 && { ballots: ballotIds.map((id, index) => this._ballot(id, ['ballots', index])) }),
    };
    for (const file of this._unread) {
      this.problems.push({ file, line: 1, column: 1, message: 'belongs to nothing that is listed, or its name is not right' });
    }
    // What could not be read is not judged a second time.
    if (this.problems.length === 0) this.problems.push(...contentProblems(content).map(fault => this._locations.problem(fault)));
    return { content, locale: city.locale };
  }

  private _process(id: string, path: Path): ProcessContent {
    const process = this._yaml(processFile(id), processFileSchema, path) as Omit<ProcessContent, 'id'> | undefined;
    return { id, ...process } as ProcessContent;
  }

  private _ballot(id: string, path: Path): BallotContent {
    const ballot = this._yaml(ballotFile(id), ballotFileSchema, path) as Omit<BallotContent, 'id'> | undefined;
    return { id, ...ballot } as BallotContent;
  }

  private _pact(id: string, path: Path): PactContent {
    const pact = this._yaml(pactFile(id), pactFileSchema, path) as Omit<PactContent, 'id' | 'versions'> | undefined;
    return {
      id,
      ...pact,
      versions: this._versions(file => pactIn(file) === id).map((number, index) =>
        this._version(id, number, [...path, 'versions', index]),
      ),
    } as PactContent;
  }

  private _document(id: string, path: Path): DocumentContent {
    const document = this._yaml(documentFile(id), documentFileSchema, path, () => documentSummary(id)) as
      Omit<DocumentContent, 'id' | 'versions'> | undefined;
    return {
      id,
      ...document,
      versions: this._versions(file => documentIn(file) === id).map((number, index) => {
        const at = [...path, 'versions', index];
        const version = this._yaml(documentVersionFile(id, number), documentVersionFileSchema, at);
        return { number, ...(version as object), passages: this._passages(id, number, [...at, 'passages']) };
      }),
    } as DocumentContent;
  }

  private _passages(document: string, version: number, path: Path): PassageContent[] {
    const found = [...this._files].flatMap(([file, source]) => {
      const name = passageFileIn(file, document, version);
      if (!name) return [];
      this._unread.delete(file);
      return [{ ...name, file, source }];
    });
    return readPassageFiles(found, {
      locale: this._locale,
      problems: this.problems,
      note: (index, place) => this._locations.note([...path, index], place),
    });
  }

  /** Numbers of the versions that have files, smallest first. */
  private _versions(isOf: (file: string) => boolean): number[] {
    const numbers = new Set([...this._files.keys()].filter(isOf).map(versionIn));
    return [...numbers].filter(number => number !== undefined).sort((one, other) => one - other);
  }

  private _version(pact: string, number: number, path: Path): PactVersionContent {
    const version = this._yaml(versionFile(pact, number), versionFileSchema, path, (field, object) =>
      field === 'brief'
        ? briefText(pact, number)
        : sectionText(pact, number, String(object['id']), field === 'plain' ? 'plain' : 'body'),
    );
    return { number, ...(version as Omit<PactVersionContent, 'number'>) };
  }

  /** @param textName - Where the files of a long text are, without language and ending. */
  private _yaml(
    file: string,
    schema: v.GenericSchema,
    path: Path,
    textName: (field: string, object: Readonly<Record<string, unknown>>) => string = field => field,
  ): unknown {
    const source = this._files.get(file);
    this._unread.delete(file);
    if (source === undefined) {
      this.problems.push({ file, line: 1, column: 1, message: 'is missing' });
      return undefined;
    }
    const { yaml, problems } = readYaml(file, source);
    this.problems.push(...problems);
    if (!yaml) return undefined;
    const reading: Reading = {
      yaml,
      locale: this._locale,
      problems: this.problems,
      note: (at, place) => this._locations.note(at, place),
      longText: (at, object) => {
        const field = String(at.at(-1));
        const text = this._longText(textName(field, object), at);
        if (!text && !optionalTexts.has(field)) {
          const name = textName(field, object);
          this.problems.push({
            ...yaml.place(yaml.root),
            file: `${name}.${this._locale}.md`,
            line: 1,
            column: 1,
            message: 'is missing',
          });
        }
        return text;
      },
    };
    return readBySchema(schema, yaml.root, path, reading);
  }

  private _longText(name: string, path: Path): RichText | Translations<Block[]> | undefined {
    const byLanguage = new Map<string, Block[]>();
    for (const [file, source] of this._files) {
      const lang = languageIn(file, name);
      if (lang === undefined) continue;
      this._unread.delete(file);
      const { blocks, problems } = readMarkdown(source);
      this.problems.push(...problems.map(problem => ({ file, ...problem })));
      if (blocks.length === 0 && problems.length === 0) this.problems.push({ file, line: 1, column: 1, message: 'is empty' });
      if (byLanguage.size === 0) this._locations.note(path, { file, line: 1, column: 1 });
      byLanguage.set(lang, blocks);
    }
    const [first] = byLanguage;
    if (!first) return undefined;
    return byLanguage.size === 1 ? { lang: first[0], blocks: first[1] } : translations(Object.fromEntries(byLanguage));
  }

  /** Each file is on the list of the city, so that none is forgotten and their order is said. */
  private _listed(ids: readonly string[], list: string, found: readonly (string | undefined)[]): void {
    for (const id of new Set(found)) {
      if (id === undefined || ids.includes(id)) continue;
      this.problems.push(
        this._locations.problem({ path: ['city', list], message: `'${id}' is missing from the list, and has files` }),
      );
      for (const file of this._files.keys())
        if ([processIn, pactIn, documentIn, ballotIn].some(nameIn => nameIn(file) === id)) this._unread.delete(file);
    }
  }
}

/** Long texts that need not be there. */
const optionalTexts = new Set(['plain', 'summary']);

const inOrder = (problems: readonly ContentProblem[]): ContentProblem[] =>
  [...problems].sort((one, other) =>
    one.file === other.file ? one.line - other.line || one.column - other.column : one.file < other.file ? -1 : 1,
  );
