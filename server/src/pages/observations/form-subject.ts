import { plainParagraphs } from '../../../../src/model/richtext.js';
import type { Text } from '../../../../src/model/text.js';
import { inLanguage } from '../../../../src/model/translations.js';
import type { City } from '../../city.js';
import { contentsOf, passagesFrom } from '../../content/passages.js';
import { speakPassages, versionOf } from '../../content/speak-document.js';
import type { Languages } from '../../content/speak.js';
import { lineNames } from '../../observations/line-names.js';

/** What an observation is on, as a page without scripts knows it. */
export interface FormSubject {
  readonly document?: string;
  /** The title of the document. */
  readonly title?: Text;
  readonly version?: number;
  readonly passage?: string;
  /** How people call the passage. */
  readonly name?: string;
  /** The words of the passage, a line for each paragraph. */
  readonly words?: string;
  /** The language that they are in. */
  readonly wordsLang?: string;
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
  const choices = lineNames(lines);
  const title = inLanguage(document.title, languages.locale, languages.fallback) as Text;
  const bare = { document: document.id, title, version, choices };
  if (passage === undefined || passage === '') return bare;
  const [found] = await passagesFrom(db, { document: document.id, version, from: passage, limit: 1 });
  if (found?.id !== passage || found.observable === false) return bare;
  const [spoken] = speakPassages([found], document, languages);
  if (!spoken) return bare;
  const name = choices.find(each => each.id === passage)?.name ?? passage;
  const words = plainParagraphs(spoken.body?.blocks ?? []).join('\n');
  return { ...bare, passage, name, words, ...(spoken.body && { wordsLang: spoken.body.lang }) };
}
