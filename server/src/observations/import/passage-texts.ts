import type { Kysely } from 'kysely';
import { plainParagraphs } from '../../../../src/model/richtext.js';
import { Translations } from '../../../../src/model/translations.js';
import type { ContentStore } from '../../content/content-store.js';
import { passagesFrom } from '../../content/passages.js';
import type { PassageContent } from '../../content/schema.js';
import type { Schema } from '../../database/schema.js';

interface Address {
  readonly document: string;
  readonly version: number;
  readonly passage?: string | undefined;
}

/** More than any document has. */
const all = 100_000;

/** The passages of some documents, each with its words in every language in which somebody can have read it. */
export class PassageTexts {
  private readonly _texts = new Map<string, ReadonlyMap<string, string> | undefined>();
  private readonly _documents = new Map<string, { readonly process: string; readonly newest: number | undefined }>();

  static async of(db: Kysely<Schema>, content: ContentStore, documents: Iterable<string>): Promise<PassageTexts> {
    const texts = new PassageTexts();
    for (const id of new Set(documents)) {
      const document = await content.document(id);
      if (!document) continue;
      const published = document.versions.filter(
        ({ status }) => (typeof status === 'string' ? status : status.value) !== 'draft',
      );
      texts._documents.set(id, { process: document.process, newest: published.at(-1)?.number });
      for (const { number: version } of document.versions) {
        texts._texts.set(keyOf({ document: id, version }), undefined);
        for (const passage of await passagesFrom(db, { document: id, version, limit: all })) {
          texts._texts.set(keyOf({ document: id, version, passage: passage.id }), wordsOf(passage));
        }
      }
    }
    return texts;
  }

  processOf(document: string): string | undefined {
    return this._documents.get(document)?.process;
  }

  /** The newest version that was published. */
  newest(process: string, document: string): number | undefined {
    const found = this._documents.get(document);
    return found?.process === process ? found.newest : undefined;
  }

  has(address: Address): boolean {
    return this._texts.has(keyOf(address));
  }

  /**
   * The words of a passage; nothing when there is none, or when it takes no observations.
   *
   * @param langs - The languages in which it was most likely read, the first one first.
   */
  textsOf(address: Address, langs: readonly string[]): string[] | undefined {
    const texts = this._texts.get(keyOf(address));
    if (!texts) return undefined;
    const likely = langs.flatMap(lang => texts.get(lang) ?? []);
    return [...new Set([...likely, ...texts.values()])];
  }
}

const keyOf = ({ document, version, passage = '' }: Address): string => `${document} ${String(version)} ${passage}`;

function wordsOf({ body, observable }: PassageContent): ReadonlyMap<string, string> | undefined {
  if (observable === false) return undefined;
  const byLanguage =
    body instanceof Translations ? Object.entries(body.byLanguage) : body ? [[body.lang, body.blocks] as const] : [];
  const words = byLanguage.map(([lang, blocks]) => [lang, plainParagraphs(blocks).join('\n')] as const);
  return new Map(words.length > 0 ? words : [['', '']]);
}
