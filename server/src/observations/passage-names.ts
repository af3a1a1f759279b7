import { sql, type Kysely } from 'kysely';
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
    .select(['document_id', 'id', 'line', above.as('above')])
    .where('document_id', 'in', documents)
    .where('id', 'in', passages)
    .orderBy('version')
    .execute();
  return new Map(
    rows.flatMap(({ document_id, id, line, above: outer }) => {
      const name = nameOf(line, outer, languages);
      return name ? [[`${document_id} ${id}`, name] as const] : [];
    }),
  );
}

/** The passage in which one lies: the nearest one before it that is less deep. */
const above = sql<object | null>`(select outer_passage.line from passage outer_passage
  where outer_passage.document_id = passage.document_id and outer_passage.version = passage.version
  and outer_passage.position < passage.position
  and (outer_passage.line->>'level')::integer < (passage.line->>'level')::integer
  order by outer_passage.position desc limit 1)`;

interface Named {
  readonly label?: Text;
  readonly title?: Text;
}

/** A paragraph without a title is called by its article too: 'Art. 7, comma 1'. */
function nameOf(line: object, outer: object | null, { locale, fallback }: Languages): Text | undefined {
  const spoken = (each: object): Named => inLanguage(withTranslations(each), locale, fallback) as Named;
  const { label, title } = spoken(line);
  const lang = title?.lang ?? label?.lang;
  if (lang === undefined) return undefined;
  const article = title || !outer ? undefined : spoken(outer).label?.text;
  const place = [article, label?.text].filter(part => part !== undefined).join(', ');
  return { lang, text: [place, title?.text].filter(part => part !== undefined && part !== '').join(' – ') };
}
