import { plainParagraphs } from '../../../../src/model/richtext.js';
import type { City } from '../../city.js';
import { contentsOf, passagesFrom } from '../../content/passages.js';
import { speakPassages, versionOf } from '../../content/speak-document.js';
import type { Languages } from '../../content/speak.js';

/** What an observation is on, as a page without scripts knows it. */
export interface FormSubject {
  readonly document?: string;
  readonly version?: number;
  readonly passage?: string;
  /** How people call the passage. */
  readonly name?: string;
  /** The words of the passage, a line for each paragraph. */
  readonly words?: string;
  /** Parts of the document that one can choose. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

/** Finds document and passage of a process; what is not there, or takes no observations, is left out. */
export async function formSubject(
  { content, database: { db } }: Pick<City, 'content' | 'database'>,
  { process, document: id, passage }: { process: string; document?: string | undefined; passage?: string | undefined },
  languages: Languages,
): Promise<FormSubject> {
  const document = id === undefined ? undefined : await content.document(id);
  if (document?.process !== process) return { choices: [] };
  const version = versionOf(document, undefined);
  const lines = speakPassages(await contentsOf(db, document.id, version), document, languages);
  const nameOf = ({ id: own, label, title }: (typeof lines)[number]): string =>
    [label?.text, title?.text].filter(part => part !== undefined).join(' – ') || own;
  const choices = lines.map(line => ({ id: line.id, name: nameOf(line) }));
  const bare = { document: document.id, version, choices };
  if (passage === undefined || passage === '') return bare;
  const [found] = await passagesFrom(db, { document: document.id, version, from: passage, limit: 1 });
  if (found?.id !== passage || found.observable === false) return bare;
  const [spoken] = speakPassages([found], document, languages);
  if (!spoken) return bare;
  return { ...bare, passage, name: nameOf(spoken), words: plainParagraphs(spoken.body?.blocks ?? []).join('\n') };
}
