import type * as v from 'valibot';
import { stringify } from 'yaml';
import type { Block } from '../../../../src/model/richtext.js';
import { Translations } from '../../../../src/model/translations.js';
import { writeMarkdown } from '../markdown/write-markdown.js';
import type { Content, PactVersionContent } from '../schema.js';
import type { Files } from './files.js';
import {
  ballotFile,
  briefText,
  cityFile,
  documentFile,
  documentSummary,
  documentVersionFile,
  pactFile,
  processFile,
  sectionText,
  versionFile,
} from './layout.js';
import {
  ballotFileSchema,
  citySchema,
  documentFileSchema,
  documentVersionFileSchema,
  pactFileSchema,
  processFileSchema,
  versionFileSchema,
} from './read-content.js';
import { languagesInOrder, writeBySchema } from './write-by-schema.js';
import { writePassageFiles } from './write-passage-files.js';

/**
 * The files that `readContent` reads as this content. The same content always gives the same bytes.
 *
 * @param locale - The city's language. Texts in it do not say theirs.
 * @throws NotMarkdown when a long text holds what Markdown cannot say. What was imported never does.
 */
export function writeContent({ processes, pacts, documents = [], ballots = [] }: Content, locale: string): Files {
  const files = new Map<string, string>();
  const yaml = (file: string, schema: v.GenericSchema, value: unknown): void =>
    void files.set(file, stringify(writeBySchema(schema, value, locale), { lineWidth: 0, singleQuote: true }));
  const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

  const listed = {
    ...(documents.length > 0 && { documents: idsOf(documents) }),
    ...(ballots.length > 0 && { ballots: idsOf(ballots) }),
  };
  yaml(cityFile, citySchema, { locale, processes: idsOf(processes), pacts: idsOf(pacts), ...listed });
  for (const process of processes) yaml(processFile(process.id), processFileSchema, process);
  for (const ballot of ballots) yaml(ballotFile(ballot.id), ballotFileSchema, ballot);
  for (const pact of pacts) {
    yaml(pactFile(pact.id), pactFileSchema, pact);
    for (const version of pact.versions) {
      yaml(versionFile(pact.id, version.number), versionFileSchema, version);
      for (const [name, text] of longTexts(pact.id, version)) {
        for (const [lang, blocks] of inEachLanguage(text, locale)) files.set(`${name}.${lang}.md`, writeMarkdown(blocks));
      }
    }
  }
  for (const document of documents) {
    yaml(documentFile(document.id), documentFileSchema, document);
    for (const [lang, blocks] of document.summary ? inEachLanguage(document.summary, locale) : [])
      files.set(`${documentSummary(document.id)}.${lang}.md`, writeMarkdown(blocks));
    for (const version of document.versions) {
      yaml(documentVersionFile(document.id, version.number), documentVersionFileSchema, version);
      for (const [file, text] of writePassageFiles(document.id, version.number, version.passages, locale)) files.set(file, text);
    }
  }
  return files;
}

type LongText = PactVersionContent['brief'];

function longTexts(pact: string, { number, brief, sections }: PactVersionContent): [name: string, text: LongText][] {
  const ofSections = sections.flatMap(({ id, body, plain }): [string, LongText][] => [
    [sectionText(pact, number, id, 'body'), body],
    ...(plain ? [[sectionText(pact, number, id, 'plain'), plain] satisfies [string, LongText]] : []),
  ]);
  return [[briefText(pact, number), brief], ...ofSections];
}

function inEachLanguage(text: LongText, locale: string): [lang: string, blocks: readonly Block[]][] {
  if (!(text instanceof Translations)) return [[text.lang, text.blocks]];
  return languagesInOrder(Object.keys(text.byLanguage), locale).map(lang => [lang, text.byLanguage[lang] ?? []]);
}
