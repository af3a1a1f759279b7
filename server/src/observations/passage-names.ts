import type { Kysely } from 'kysely';
import type { Text } from '../../../src/model/text.js';
import { inLanguage, withTranslations } from '../../../src/model/translations.js';
import type { Languages } from '../content/speak.js';
import type { Schema } from '../database/schema.js';

/** How people call passages, by document and id with a blank between them. */
export type PassageNames = ReadonlyMap<string, Text>;

interface Place {
  readonly document_id: string | null;
  readonly passage_id: string | null;
}

/** The names of the passages of some observations, as they read in the newest version that has them. */
export async function passageNames(db: Kysely<Schema>, places: readonly Place[], languages: Languages): Promise<PassageNames> {
  const documents = [...new Set(places.flatMap(({ document_id: id }) => id ?? []))];
  const passages = [...new Set(places.flatMap(({ passage_id: id }) => id ?? []))];
  if (documents.length === 0 || passages.length === 0) return new Map();
  const rows = await db
    .selectFrom('passage')
    .select(['document_id', 'id', 'line'])
    .where('document_id', 'in', documents)
    .where('id', 'in', passages)
    .orderBy('version')
    .execute();
  return new Map(
    rows.flatMap(({ document_id, id, line }) => {
      const name = nameOf(line, languages);
      return name ? [[`${document_id} ${id}`, name] as const] : [];
    }),
  );
}

function nameOf(line: object, { locale, fallback }: Languages): Text | undefined {
  const { label, title } = inLanguage(withTranslations(line), locale, fallback) as { label?: Text; title?: Text };
  const text = [label?.text, title?.text].filter(part => part !== undefined).join(' – ');
  const lang = title?.lang ?? label?.lang;
  return lang === undefined ? undefined : { lang, text };
}
